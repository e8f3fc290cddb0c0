import { SOUND_BUTTON_ATTRIBUTE } from '../sound/browser-voice.ts';
import { partText } from '../text/text.ts';
import { GradeMark } from './GradeMark.tsx';
import type { LineAction, ReadinessLine } from './readiness-line.ts';

interface Props {
  readonly line: ReadinessLine;
  /** What came of its button; empty where nothing is to be said. */
  readonly outcome: string;
  readonly isRunning: boolean;
  readonly onAction: (action: LineAction) => void;
}

/** One thing that was checked: how it stands, what that means, what to do, and the button for it. */
export function ReadinessRow({ line, outcome, isRunning, onAction }: Props) {
  const words = partText().readiness;
  const { id, grade, action, details } = line;
  const { found, meaning, advice } = line.words;
  return (
    <li class="readiness-line" id={rowId(line)} data-grade={grade} tabIndex={-1}>
      <GradeMark grade={grade} />
      <div class="readiness-words">
        <h4>
          <span>{words.titles[id]}</span>
          <span class="readiness-found">{found}</span>
        </h4>
        {meaning ? <p>{meaning}</p> : null}
        {advice ? <p class="readiness-advice">{advice}</p> : null}
        {details.length > 0 ? (
          <ul class="readiness-details">
            {details.map((detail) => (
              <li key={detail.name}>
                <GradeMark grade={detail.grade} size={12} />
                <span class="readiness-address">{detail.name}</span>
                <span class="readiness-seen">{detail.words}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {action ? (
          <button
            type="button"
            class={`button ${grade === 'problem' ? 'primary' : ''}`}
            disabled={action === 'checkAgain' && isRunning}
            // Unlocking on the press would make the click that follows turn sound off.
            {...(id === 'sound' ? { [SOUND_BUTTON_ATTRIBUTE]: grade } : {})}
            onClick={() => onAction(action)}
          >
            {words.actions[action]}
          </button>
        ) : null}
        {outcome ? <p class="readiness-outcome">{outcome}</p> : null}
      </div>
      <span class="readiness-grade" aria-hidden="true">
        {words.grades[grade]}
      </span>
    </li>
  );
}

/** For the links of the headline. */
export function rowId({ id }: ReadinessLine): string {
  return `readiness-${id}`;
}
