import type { HealthReport } from '../../protocol/health.ts';
import { formatNumber } from '../format/price.ts';
import { formatDuration } from '../format/time.ts';
import { now } from '../state/clock.ts';
import { partText, text } from '../text/text.ts';
import { Fact, Facts } from './Facts.tsx';

/** What became of the data, what was asked of the exchange, and who tells. */
export function DataFacts({ report }: { report: HealthReport }) {
  const words = partText().health;
  const { isDelivering, observerFaults } = report;
  return (
    <>
      <Facts title={words.groups.data}>
        <Fact label={words.gaps} value={words.gapsOf(report.gapsFilled, report.gapsFound)} />
        <Fact label={words.duplicates} value={report.duplicateEvents} />
        <Fact label={words.late} value={report.lateEvents} />
        <Rejected counts={report.rejectedFrames} />
        <Fact
          label={words.rings}
          value={isDelivering ? words.ringsHere : words.ringsElsewhere}
          meaning={isDelivering ? undefined : words.ringsElsewhereMeaning}
        />
        {observerFaults > 0 ? (
          <Fact label={words.observerFaults} value={observerFaults} isBad />
        ) : null}
      </Facts>
      <RequestFacts rest={report.rest} />
    </>
  );
}

function Rejected({ counts }: { counts: HealthReport['rejectedFrames'] }) {
  const words = partText().health;
  const rejected = Object.entries(counts).filter(([, count]) => count > 0);
  const list = rejected.map(([kind, count]) => words.rejectedAs(kind, count)).join(', ');
  return <Fact label={words.rejected} value={list || words.none} isBad={list !== ''} />;
}

function RequestFacts({ rest }: Pick<HealthReport, 'rest'>) {
  const words = partText().health;
  const { usedWeight, weightCeiling, queued, pausedUntil, lastError } = rest;
  const time = now.value;
  return (
    <Facts title={words.groups.rest}>
      <Fact
        label={words.weight}
        value={words.weightOf(formatNumber(usedWeight, 0), formatNumber(weightCeiling, 0))}
      />
      <Fact label={words.restQueue} value={queued} />
      {pausedUntil !== null && pausedUntil > time ? (
        <Fact label={words.restPaused} value={formatDuration(pausedUntil - time)} isBad />
      ) : null}
      {lastError ? <Fact label={words.restError} value={text().reason(lastError)} isBad /> : null}
    </Facts>
  );
}
