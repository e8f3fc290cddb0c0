import { partText } from '../text/text.ts';
import { GradeMark } from './GradeMark.tsx';
import type { Headline } from './headline.ts';
import { rowId } from './ReadinessRow.tsx';

/** The verdict in one sentence, with a way to each thing that stands in the way. */
export function ReadinessHeadline({ headline }: { headline: Headline }) {
  const { titles } = partText().readiness;
  const { grade, words, problems, remark } = headline;
  return (
    <div class="readiness-headline" data-grade={grade}>
      <GradeMark grade={grade} size={24} />
      <div role="status">
        <h3>{words}</h3>
        {problems.length > 0 ? (
          <p class="readiness-problems">
            {problems.map((line) => (
              <button
                key={line.id}
                type="button"
                class="button"
                onClick={() => {
                  const row = document.getElementById(rowId(line));
                  row?.scrollIntoView({ block: 'nearest' });
                  row?.focus();
                }}
              >
                {titles[line.id]}
              </button>
            ))}
          </p>
        ) : null}
        {remark ? <p class="hint">{remark}</p> : null}
      </div>
    </div>
  );
}
