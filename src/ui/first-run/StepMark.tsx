/** A number, or a tick: not by colour alone. Drawn, not written: it is no part of any name. */
export function StepMark({ number, isDone }: { number: number; isDone: boolean }) {
  return <span class="step-mark" data-done={isDone} data-mark={isDone ? '✓' : number} />;
}
