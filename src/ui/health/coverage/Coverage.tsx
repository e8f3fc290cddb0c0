import { useMemo } from 'preact/hooks';
import type { CoverageReport } from '../../../protocol/coverage.ts';
import { formatNumber } from '../../format/price.ts';
import { formatMoment } from '../../format/time.ts';
import { coverage } from '../../state/coverage.ts';
import { engineState } from '../../state/engine.ts';
import { timeZone } from '../../state/preferences.ts';
import { partText } from '../../text/text.ts';
import { CoverageTimeline } from './CoverageTimeline.tsx';
import { formatSpan } from './gap-times.ts';
import { GapList } from './GapList.tsx';
import { gapsOf } from './gaps.ts';
import type { Gap } from './gaps.ts';
import { monitoredTenths, symbolCount } from './monitored-share.ts';
import './coverage.css';

const DAY_MS = 86_400_000;

/** How much of the last 24 hours was really watched, and what was not, when and why. */
export function Coverage() {
  const report = coverage.value;
  if (report) return <Report report={report} />;
  return engineState.value === 'failed' ? null : <div class="facts coverage" />;
}

function Report({ report }: { report: CoverageReport }) {
  const words = partText().coverage;
  const gaps = useMemo(() => gapsOf(report), [report]);
  const symbols = symbolCount(report);
  const tenths = monitoredTenths(report);
  return (
    <div class="facts coverage">
      <h3>{words.title}</h3>
      {tenths === null ? (
        <p class="hint">{words.nothing}</p>
      ) : (
        <>
          <Headline report={report} tenths={tenths} />
          <Present gaps={gaps} symbols={symbols} />
          <CoverageTimeline report={report} gaps={gaps} symbols={symbols} />
          <GapList gaps={gaps} symbols={symbols} now={report.to} />
          {gaps.length > 0 ? <p class="hint">{words.late}</p> : null}
        </>
      )}
    </div>
  );
}

function Headline({ report, tenths }: { report: CoverageReport; tenths: number }) {
  const words = partText().coverage;
  const { from, to } = report;
  const share = words.percent(formatNumber(tenths / 10, tenths === 1000 ? 0 : 1));
  return (
    <p class="coverage-headline">
      {to - from >= DAY_MS
        ? words.ofLastDay(share)
        : words.since(share, formatMoment(from, to, timeZone.value), formatSpan(to - from))}
    </p>
  );
}

/** Whether all is well at this moment. */
function Present({ gaps, symbols }: { gaps: readonly Gap[]; symbols: number }) {
  const words = partText().coverage;
  const lasting = gaps.filter(({ isLasting }) => isLasting);
  if (lasting.length === 0) return <p class="coverage-present">{words.allWatched(symbols)}</p>;
  const reasons = [...new Set(lasting.map(({ reason }) => words.reasons[reason].toLowerCase()))];
  const missed = new Set(lasting.flatMap((gap) => gap.symbols)).size;
  return (
    <p class="coverage-present" data-bad="true">
      {words.notWatched(missed, symbols, reasons.join(', '))}
    </p>
  );
}
