import type { IndicatorMetrics, SignalStatistics } from '../../protocol/market-state.ts';
import { withSign } from '../format/percent.ts';
import { decimalsFor, formatNumber } from '../format/price.ts';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { consensusReports } from '../state/consensus.ts';
import { metrics } from '../state/metrics.ts';
import { selection } from '../state/selection.ts';
import { seriesKey } from '../state/series.ts';
import { text } from '../text/text.ts';
import { Range } from './Range.tsx';
import './metrics.css';

const loadConsensus = async () => (await import('./Consensus.tsx')).Consensus;

/** What the indicators of the selected series say now, and how many signals there were today. */
export function Metrics() {
  const words = text().metrics;
  const selected = selection.value;
  const known = metrics.value;
  const isCurrent =
    known !== null && known.symbol === selected?.symbol && known.interval === selected.interval;
  const report = selected
    ? (consensusReports.value.get(seriesKey(selected.symbol, selected.interval)) ?? null)
    : null;
  return (
    <Panel
      title={words.title}
      tab="chart"
      class="metrics"
      note={selected ? `${selected.symbol} ${selected.interval}` : null}
      actions={isCurrent ? <SignalsToday statistics={known.signalsToday} /> : null}
    >
      <ScrollArea label={words.title}>
        <div class="metrics-parts">
          {isCurrent && known.indicators.length > 0 ? (
            <IndicatorTable indicators={known.indicators} />
          ) : (
            <p class="empty">{words.waiting}</p>
          )}
          {selected ? <Lazy load={loadConsensus} props={{ report }} /> : null}
        </div>
      </ScrollArea>
    </Panel>
  );
}

function SignalsToday({ statistics }: { statistics: SignalStatistics }) {
  const words = text().metrics;
  const { total, buy, sell, meanStrength } = statistics;
  return (
    <dl class="signals-today">
      <div>
        <dt>{words.today}</dt>
        <dd>{total}</dd>
      </div>
      <div>
        <dt>
          <SideLabel side="BUY" />
        </dt>
        <dd>{buy}</dd>
      </div>
      <div>
        <dt>
          <SideLabel side="SELL" />
        </dt>
        <dd>{sell}</dd>
      </div>
      <div>
        <dt>{words.ratio}</dt>
        <dd>{ratio(buy, sell)}</dd>
      </div>
      <div>
        <dt>{words.meanStrength}</dt>
        <dd>{meanStrength === null ? text().number.unknown : formatNumber(meanStrength, 2)}</dd>
      </div>
    </dl>
  );
}

/** Buy signals to one sell signal. */
function ratio(buy: number, sell: number): string {
  return sell === 0 ? text().number.unknown : formatNumber(buy / sell, 2);
}

function IndicatorTable({ indicators }: { indicators: readonly IndicatorMetrics[] }) {
  const { columns, title } = text().metrics;
  return (
    <table role="table" class="metrics-table" aria-label={title}>
      {/* Roles are named: the narrow layout's display values would take them away. */}
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {columns.indicator}
          </th>
          <th role="columnheader" scope="col">
            {columns.value}
          </th>
          <th role="columnheader" scope="col">
            {columns.change}
          </th>
          <th role="columnheader" scope="col">
            {columns.min}
          </th>
          <th role="columnheader" scope="col">
            {columns.mean}
          </th>
          <th role="columnheader" scope="col">
            {columns.max}
          </th>
          <th role="columnheader" scope="col" class="metrics-range">
            {columns.range}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.label} {...indicator} />
        ))}
      </tbody>
    </table>
  );
}

function IndicatorRow({ label, value, change, min, max, mean }: IndicatorMetrics) {
  const { columns } = text().metrics;
  // One scale for the row: its values are there to be compared.
  const decimals = decimalsFor(Math.max(Math.abs(value), Math.abs(min), Math.abs(max)));
  const trend = change > 0 ? 'up' : change < 0 ? 'down' : 'flat';
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {label}
      </th>
      <td role="cell" class="metrics-value">
        {formatNumber(value, decimals)}
      </td>
      <td role="cell" class="cell-change" data-trend={trend}>
        {withSign(change, decimals)}
      </td>
      <td role="cell" class="metrics-bound" data-label={columns.min}>
        {formatNumber(min, decimals)}
      </td>
      <td role="cell" class="metrics-bound" data-label={columns.mean}>
        {formatNumber(mean, decimals)}
      </td>
      <td role="cell" class="metrics-bound" data-label={columns.max}>
        {formatNumber(max, decimals)}
      </td>
      <td role="cell" class="metrics-range">
        <Range value={value} min={min} max={max} mean={mean} />
      </td>
    </tr>
  );
}
