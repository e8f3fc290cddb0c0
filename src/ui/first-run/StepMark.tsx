/** A number, or a tick: not by colour alone. */
export function StepMark({ number, isDone }: { number: number; isDone: boolean }) {
  return (
    <span class="step-mark" data-done={isDone} aria-hidden="true">
      {isDone ? '✓' : number}
    </span>
  );
}
