import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { whyNothing } from '../notices/why-nothing.ts';
import { consensusReports } from '../state/consensus.ts';
import { metrics } from '../state/metrics.ts';
import type { Selection } from '../state/selection.ts';
import { seriesKey } from '../state/series.ts';
import { partText } from '../text/text.ts';
import { Consensus } from './Consensus.tsx';
import { IndicatorDetail } from './IndicatorDetail.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { SignalsToday } from './SignalsToday.tsx';
import { metricKey } from './metric-words.ts';
import { chosenMetric } from './view-settings.ts';

/** One indicator in detail, all of them compared, and what the rules make of them. */
export function IndicatorsView({ selected }: { selected: Selection }) {
  const words = partText().metrics;
  const { symbol, interval } = selected;
  const known = metrics.value;
  const isCurrent = known?.symbol === symbol && known.interval === interval;
  const indicators = isCurrent ? known.indicators : [];
  const chosen = chosenFrom(indicators);
  const report = consensusReports.value.get(seriesKey(symbol, interval)) ?? null;
  return (
    <div class="metrics-parts" data-empty={chosen === undefined}>
      {/* Two columns where there is room for three, else one that scrolls as a whole. */}
      <div class="metrics-sides">
        <ScrollArea label={words.detail}>
          {chosen ? (
            <IndicatorDetail symbol={symbol} metric={chosen} all={indicators} />
          ) : (
            <p class="empty">{whyNothing() ?? words.waiting}</p>
          )}
        </ScrollArea>
        <ScrollArea label={partText().consensus.title}>
          <Consensus report={report} />
          {known ? <SignalsToday statistics={known.signalsToday} /> : null}
        </ScrollArea>
      </div>
      <ScrollArea label={words.compared}>
        {chosen ? <IndicatorTable symbol={symbol} indicators={indicators} chosen={chosen} /> : null}
      </ScrollArea>
    </div>
  );
}

/** The first where the chosen one is not there yet. */
function chosenFrom(indicators: readonly IndicatorMetrics[]): IndicatorMetrics | undefined {
  const key = chosenMetric.value;
  return indicators.find((metric) => metricKey(metric) === key) ?? indicators[0];
}
