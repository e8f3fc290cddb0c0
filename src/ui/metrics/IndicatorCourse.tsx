import { useState } from 'preact/hooks';
import { findIndicator } from '../../domain/indicators/index.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { formatShortMoment } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import { loadedSeries } from '../state/series.ts';
import { settings } from '../state/settings.ts';
import { partText } from '../text/text.ts';
import { trackCourse } from './course.ts';
import { linePath } from './line-path.ts';
import { metricLabel } from './metric-words.ts';
import type { MetricFormat } from './metric-words.ts';

interface Props {
  readonly metric: IndicatorMetrics;
  readonly format: MetricFormat;
}

/** The chosen figure over the last candles. */
export function IndicatorCourse({ metric, format }: Props) {
  const indicator = findIndicator(metric.indicator);
  return indicator ? <Drawn indicator={indicator} metric={metric} format={format} /> : null;
}

const SIZE = { width: 300, height: 60 };
/** More would be no line any more in so small a place. */
const MOST_DRAWN = 200;

/** Drawn anew with each report of the metrics, which are paced: not with each price. */
function Drawn({ indicator, metric, format }: Props & { readonly indicator: Indicator }) {
  const { params, output, mean } = metric;
  // Another figure is another component: its key says so.
  const [tracker] = useState(() => trackCourse(indicator, params, output));
  const series = loadedSeries.value;
  if (!series) return null;
  const whole = tracker.of(series, settings.value.bufferSize);
  const values = whole.values.slice(-MOST_DRAWN);
  const openTimes = whole.openTimes.slice(-MOST_DRAWN);
  const known = values.filter((value) => !Number.isNaN(value));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2) return null;
  const words = partText().metrics;
  const scale = { low: Math.min(...known), high: Math.max(...known) };
  const heightOf = (value: number) =>
    SIZE.height * (1 - (value - scale.low) / (scale.high - scale.low || 1));
  const marks = [mean, ...(indicator.display?.levels ?? [])].filter(
    (value) => value > scale.low && value < scale.high,
  );
  const name = metricLabel(metric);
  const since = formatShortMoment(openTimes[0] ?? 0, openTimes.at(-1) ?? 0, timeZone.value);
  const { value: write } = format;
  return (
    <figure class="indicator-course">
      <svg
        viewBox={`0 -2 ${SIZE.width} ${SIZE.height + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.course(
          name,
          write(first),
          write(last),
          write(scale.low),
          write(scale.high),
        )}
      >
        {marks.map((value) => (
          <line
            key={value}
            data-mean={value === mean}
            x1="0"
            x2={SIZE.width}
            y1={heightOf(value)}
            y2={heightOf(value)}
            vector-effect="non-scaling-stroke"
          />
        ))}
        <path d={linePath(values, SIZE, scale)} vector-effect="non-scaling-stroke" />
      </svg>
      <figcaption>{words.span(openTimes.length, since, whole.openTimes.length)}</figcaption>
    </figure>
  );
}
