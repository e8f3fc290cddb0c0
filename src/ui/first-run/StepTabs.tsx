import { partText } from '../text/text.ts';
import { StepMark } from './StepMark.tsx';
import { STEPS } from './progress.ts';
import type { Progress, Step } from './progress.ts';

interface Props {
  readonly progress: Progress;
  readonly current: Step;
  readonly onChoose: (step: Step) => void;
}

/** Where there is room for one step only, these lead to the others. */
export function StepTabs({ progress, current, onChoose }: Props) {
  const words = partText().firstRun;
  return (
    <div class="first-run-tabs">
      {STEPS.map((step, index) => (
        <button
          key={step}
          type="button"
          aria-current={step === current ? 'step' : undefined}
          aria-label={`${words.step(index + 1, words[step].name)}, ${progress[step] ? words.done : words.todo}`}
          onClick={() => onChoose(step)}
        >
          <StepMark number={index + 1} isDone={progress[step]} />
          {words[step].name}
        </button>
      ))}
    </div>
  );
}
