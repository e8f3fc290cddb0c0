/** What a figure is called, and how its values are written. */
import { findIndicator } from '../../domain/indicators/index.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { formatCompact } from '../format/compact.ts';
import { withSign } from '../format/percent.ts';
import { decimalsFor, formatNumber, tickDecimals } from '../format/price.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { partText } from '../text/text.ts';

export type MetricName = Pick<IndicatorMetrics, 'indicator' | 'params' | 'output'>;

/** Unique among the figures of a series. */
export function metricKey({ indicator, output }: Pick<MetricName, 'indicator' | 'output'>): string {
  return `${indicator} ${output}`;
}

/** `RSI(14)`, `MACD(12, 26, 9) signal line` */
export function metricLabel({ indicator, params, output }: MetricName): string {
  const title = findIndicator(indicator)?.shortTitle ?? indicator;
  const list = Object.values(params).join(', ');
  const name = list === '' ? title : `${title}(${list})`;
  const what = partText().metrics.outputs[output] ?? output;
  return what === '' ? name : `${name} ${what}`;
}

/** From here on the thousands matter more than the digits. */
const LARGE = 1e6;

export interface MetricFormat {
  value(value: number): string;
  /** Always with its sign. */
  change(value: number): string;
}

/** One scale for all of a figure's values: they are there to be compared. */
export function metricFormat(symbol: string, metric: IndicatorMetrics): MetricFormat {
  const { value, min, max } = metric;
  const size = Math.max(Math.abs(value), Math.abs(min), Math.abs(max));
  if (size >= LARGE) {
    const sign = (change: number) => (change > 0 ? '+' : '');
    return { value: formatCompact, change: (change) => sign(change) + formatCompact(change) };
  }
  const isPrice = findIndicator(metric.indicator)?.placement === 'price';
  const tick = isPrice ? tickDecimals(tickSizeOf(symbol)) : null;
  const decimals = tick ?? decimalsFor(size);
  return {
    value: (one) => formatNumber(one, decimals),
    change: (one) => withSign(one, decimals),
  };
}

/** Where the value stands between the least and the greatest: 0 to 1; the middle where these are one. */
export function placeOf({ value, min, max }: IndicatorMetrics): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0.5;
}

export function trendOf(change: number): 'up' | 'down' | 'flat' {
  if (change > 0) return 'up';
  return change < 0 ? 'down' : 'flat';
}
