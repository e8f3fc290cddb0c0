import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { partText } from '../text/text.ts';
import { IndicatorCourse } from './IndicatorCourse.tsx';
import { Range } from './Range.tsx';
import { metricFormat, metricKey, metricLabel, trendOf } from './metric-words.ts';
import { chosenMetric } from './view-settings.ts';
import './indicator-detail.css';

interface Props {
  readonly symbol: string;
  readonly metric: IndicatorMetrics;
  readonly all: readonly IndicatorMetrics[];
}

/** The chosen figure: what it is, how it moved, and where that lies in its past. */
export function IndicatorDetail({ symbol, metric, all }: Props) {
  const words = partText().metrics;
  const format = metricFormat(symbol, metric);
  const { columns } = words;
  const { value, change, min, mean, max } = metric;
  return (
    <section class="indicator-detail" aria-label={words.detail}>
      <select
        class="select"
        aria-label={words.choose}
        value={metricKey(metric)}
        onChange={({ currentTarget }) => (chosenMetric.value = currentTarget.value)}
      >
        {all.map((one) => (
          <option key={metricKey(one)} value={metricKey(one)}>
            {metricLabel(one)}
          </option>
        ))}
      </select>
      <p class="detail-now">
        <strong>{format.value(value)}</strong>
        <span class="cell-change" data-trend={trendOf(change)} title={words.changeMeaning}>
          {format.change(change)}
        </span>
      </p>
      <Range {...metric} />
      <dl class="detail-bounds">
        <div>
          <dt>{columns.min}</dt>
          <dd>{format.value(min)}</dd>
        </div>
        <div>
          <dt>{columns.mean}</dt>
          <dd>{format.value(mean)}</dd>
        </div>
        <div>
          <dt>{columns.max}</dt>
          <dd>{format.value(max)}</dd>
        </div>
      </dl>
      <IndicatorCourse key={metricKey(metric)} metric={metric} format={format} />
    </section>
  );
}
