import { findIndicator } from '../../domain/indicators/index.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';
import { Range } from './Range.tsx';
import { metricFormat, metricKey, metricLabel, placeOf, trendOf } from './metric-words.ts';
import { chosenMetric } from './view-settings.ts';

interface Props {
  readonly symbol: string;
  readonly metric: IndicatorMetrics;
  readonly isChosen: boolean;
}

/** One figure, on one scale. */
export function IndicatorRow({ symbol, metric, isChosen }: Props) {
  const words = partText().metrics;
  const { columns } = words;
  const { value, change, min, mean, max } = metric;
  const format = metricFormat(symbol, metric);
  const indicator = findIndicator(metric.indicator);
  return (
    <tr role="row" data-chosen={isChosen}>
      <th role="rowheader" scope="row" class="metrics-indicator">
        <button
          type="button"
          aria-pressed={isChosen}
          title={indicator && partText().indicators.title(indicator)}
          onClick={() => (chosenMetric.value = metricKey(metric))}
        >
          {metricLabel(metric)}
        </button>
      </th>
      <td role="cell" class="metrics-value">
        {format.value(value)}
      </td>
      <td role="cell" class="cell-change" data-trend={trendOf(change)}>
        {format.change(change)}
      </td>
      <td role="cell" class="metrics-bound" data-label={columns.min}>
        {format.value(min)}
      </td>
      <td role="cell" class="metrics-bound metrics-mean" data-label={columns.mean}>
        {format.value(mean)}
      </td>
      <td role="cell" class="metrics-bound" data-label={columns.max}>
        {format.value(max)}
      </td>
      <td role="cell" class="metrics-place">
        <Range {...metric} />
        <span class="visually-hidden">
          {words.place(`${formatNumber(placeOf(metric) * 100, 0)}%`)}
        </span>
      </td>
    </tr>
  );
}
