import { UNWATCHED_REASONS } from '../../../protocol/coverage.ts';
import type { CoverageReport } from '../../../protocol/coverage.ts';
import { formatAxisTime } from '../../format/axis-time.ts';
import { timeZone } from '../../state/preferences.ts';
import { partText } from '../../text/text.ts';
import { formatBeginning } from './gap-times.ts';
import type { Gap } from './gaps.ts';
import { ReasonMark } from './ReasonMark.tsx';
import { timelineMarks, timelineTicks } from './timeline-marks.ts';

interface Props {
  readonly report: CoverageReport;
  readonly gaps: readonly Gap[];
  readonly symbols: number;
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The time that is reported as a bar: a mark for each gap, as high as the share of its symbols. */
export function CoverageTimeline({ report, gaps, symbols }: Props) {
  const words = partText().coverage;
  const { from, to } = report;
  const zone = timeZone.value;
  const offsetMs = zone === 'utc' ? 0 : -new Date(to).getTimezoneOffset() * 60_000;
  const { stepMs, times } = timelineTicks(from, to, offsetMs);
  const reasons = UNWATCHED_REASONS.filter((reason) => gaps.some((gap) => gap.reason === reason));
  return (
    <>
      <div
        class="coverage-bar"
        role="img"
        aria-label={words.timeline(formatBeginning(from, to, zone), gaps.length)}
      >
        {timelineMarks(report, gaps, symbols).map(({ reason, left, width, height }) => (
          <span
            key={`${reason} ${left}`}
            data-reason={reason}
            style={{
              insetInlineStart: percent(left),
              inlineSize: percent(width),
              blockSize: percent(height),
            }}
          />
        ))}
      </div>
      <div class="coverage-axis" aria-hidden="true">
        {times.map((time) => (
          <span key={time} style={{ insetInlineStart: percent((time - from) / (to - from)) }}>
            {formatAxisTime(time, stepMs, zone)}
          </span>
        ))}
        <span class="coverage-now">{words.now}</span>
      </div>
      {reasons.length > 0 ? (
        <ul class="coverage-legend">
          {reasons.map((reason) => (
            <li key={reason}>
              <ReasonMark reason={reason} />
              <span>
                <b>{words.reasons[reason]}</b> – {words.meanings[reason]}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
