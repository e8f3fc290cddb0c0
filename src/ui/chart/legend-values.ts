import { computed, signal } from '@preact/signals';
import { formatCompact } from '../format/compact.ts';
import { formatPercent } from '../format/percent.ts';
import { formatNumber } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import { text } from '../text/text.ts';
import { chartSeries } from './chart-model.ts';
import { formatValue, priceDecimals } from './formats.ts';
import type { ShownIndicator } from './indicators/shown-indicators.ts';

/** Grows with every drawing of the chart: what is written beside it changes no more often. */
export const drawings = signal(0);

/** Index of the candle under the crosshair; null while there is none. */
export const pointed = signal<number | null>(null);

/** The candle whose values are written: the one under the crosshair, or the newest. */
const written = computed(() => {
  void drawings.value;
  const series = chartSeries.value;
  if (!series) return null;
  const last = series.openTime.length - 1;
  return { series, index: Math.min(pointed.value ?? last, last) };
});

type PriceColumn = 'open' | 'high' | 'low' | 'close';

const priceOf = (column: PriceColumn) =>
  computed(() => {
    if (!written.value) return '';
    const { series, index } = written.value;
    return formatNumber(series[column][index] ?? Number.NaN, priceDecimals(series));
  });

/** One text for each place of the legend: a place is written only when its own text changed. */
export const candleTexts = {
  time: computed(() => {
    const { series, index } = written.value ?? {};
    return formatDateTime(series?.openTime[index ?? 0] ?? 0, timeZone.value);
  }),
  open: priceOf('open'),
  high: priceOf('high'),
  low: priceOf('low'),
  close: priceOf('close'),
  change: computed(() => {
    const { series, index = 0 } = written.value ?? {};
    const open = series?.open[index] ?? Number.NaN;
    return formatPercent((((series?.close[index] ?? Number.NaN) - open) / open) * 100);
  }),
  volume: computed(() => {
    const { series, index = 0 } = written.value ?? {};
    return formatCompact(series?.volume[index] ?? Number.NaN);
  }),
};

export const candleTrend = computed(() => {
  const { series, index = 0 } = written.value ?? {};
  return (series?.close[index] ?? 0) >= (series?.open[index] ?? 0) ? 'up' : 'down';
});

/** An output's value as a text; a direction by its name and an arrow, or nothing where it has none. */
export function outputText({ key, indicator }: ShownIndicator, output: string) {
  const isSign = indicator.signs?.includes(output) ?? false;
  const name = indicator.display?.trend === output ? '' : `${output} `;
  return computed(() => {
    if (!written.value) return '';
    const { series, index } = written.value;
    const outputs = series.lines.find((line) => line.key === key)?.outputs ?? {};
    const value = outputs[output]?.[index];
    if (isSign) return value ? `${name}${value > 0 ? '▲' : '▼'}` : '';
    if (value === undefined || Number.isNaN(value)) return text().number.unknown;
    if (indicator.placement === 'price') return formatNumber(value, priceDecimals(series));
    // All with as many decimals as the largest has: they are compared with one another.
    const sizes = Object.values(outputs).map((column) => Math.abs(column[index] ?? 0) || 0);
    return formatValue(value, Math.max(...sizes));
  });
}
