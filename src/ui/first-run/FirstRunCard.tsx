import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useDevice } from '../device-context.ts';
import { isReadinessOpen } from '../readiness/readiness-open.ts';
import { Icon } from '../shell/Icon.tsx';
import { engineStarts, engineState } from '../state/engine.ts';
import { rules } from '../state/rules.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { RuleStep } from './RuleStep.tsx';
import { StepMark } from './StepMark.tsx';
import { StepTabs } from './StepTabs.tsx';
import { SymbolStep } from './SymbolStep.tsx';
import { TellStep } from './TellStep.tsx';
import { STEPS, nextStep, progressOf, stepsDone } from './progress.ts';
import type { Step } from './progress.ts';
import { closeFirstRun, firstRun } from './visit.ts';
import './first-run.css';

const CONTENTS = { symbols: SymbolStep, rules: RuleStep, telling: TellStep } as const;

/** Three steps to being told: each is done where it stands, and ticks itself. */
export function FirstRunCard() {
  const words = partText().firstRun;
  const titleId = useId();
  const { bell, notifications } = useDevice();
  const chosen = useSignal<Step | null>(null);
  const wasUndone = useSignal(false);
  const isKnown = engineStarts.value > 0;
  const progress = progressOf({
    symbols: watchlist.value.symbols,
    rules: rules.value,
    notifications: notifications.state.value,
    sound: bell.state.value,
  });
  const done = stepsDone(progress);
  const isAllDone = isKnown && done === STEPS.length;
  const current = chosen.value ?? nextStep(progress);
  const isAsked = firstRun() === 'asked';

  useEffect(() => {
    if (isKnown && !isAllDone) wasUndone.value = true;
    // Somebody for whom all is done already has nothing to be shown.
    else if (isAllDone && !wasUndone.peek() && !isAsked) closeFirstRun();
  }, [isKnown, isAllDone, isAsked, wasUndone]);

  // What is done already is not shown as undone meanwhile.
  if (!isKnown && engineState.value === 'starting') return null;
  return (
    <section class="first-run" aria-labelledby={titleId} data-finished={isAllDone && !isAsked}>
      <header class="first-run-header">
        <h2 id={titleId}>{words.title}</h2>
        <span class="first-run-count">{words.progress(done, STEPS.length)}</span>
        <StepTabs
          progress={progress}
          current={current}
          onChoose={(step) => (chosen.value = step)}
        />
        {isAllDone ? (
          <p class="first-run-end">
            <span role="status">
              {words.finished(
                watchlist.value.symbols.length,
                rules.value.filter(({ isEnabled }) => isEnabled).length,
              )}
            </span>
            <button
              type="button"
              class="button quiet"
              onClick={() => (isReadinessOpen.value = true)}
            >
              {words.check}
            </button>
            <button type="button" class="button primary" onClick={closeFirstRun}>
              {words.leave}
            </button>
          </p>
        ) : (
          <button
            type="button"
            class="button quiet first-run-close"
            aria-label={words.close}
            title={words.close}
            onClick={closeFirstRun}
          >
            <span>{words.closeShort}</span>
            <Icon name="close" size={14} />
          </button>
        )}
      </header>
      <ol class="first-run-steps">
        {STEPS.map((step, index) => {
          const Content = CONTENTS[step];
          return (
            <li
              key={step}
              data-current={step === current}
              data-done={progress[step]}
              onClick={() => (chosen.value = step)}
            >
              <h3>
                <StepMark number={index + 1} isDone={progress[step]} />
                {words[step].title}
                <span class="visually-hidden">, {progress[step] ? words.done : words.todo}</span>
              </h3>
              <Content />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
