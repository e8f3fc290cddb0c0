/** Which values a pane has to have room for. */
import type { PlotSeries } from '../../state/series.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Places in a column: `to` is the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What lies outside of the candles themselves may take so much of their height more, each side. */
const MOST_BESIDE = 0.6;

/** The candles that open from one moment to another. Times grow, so halves are enough. */
export function spanBetween(times: readonly number[], from: number, to: number): Span {
  return { from: firstFrom(times, from), to: firstFrom(times, to + 1) };
}

function firstFrom(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least and the greatest of all the values; null where there are none. */
export function boundsOf(columns: readonly (readonly number[])[], { from, to }: Span) {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (let index = Math.max(0, from); index < to; index++) {
      const value = column[index];
      if (value === undefined) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? { low, high } : null;
}

/** Of the candles, and of the lines over them as long as they do not press the candles flat. */
export function priceBounds(
  { low, high }: Pick<PlotSeries, 'low' | 'high'>,
  lines: readonly (readonly number[])[],
  span: Span,
): Bounds | null {
  const candles = boundsOf([low, high], span);
  const others = boundsOf(lines, span);
  if (!candles || !others) return candles ?? others;
  const beside = Math.max(candles.high - candles.low, candles.high * 1e-4) * MOST_BESIDE;
  return {
    low: Math.min(candles.low, Math.max(others.low, candles.low - beside)),
    high: Math.max(candles.high, Math.min(others.high, candles.high + beside)),
  };
}

/** Room above and below, as shares of the height between. */
export function padded({ low, high }: Bounds, below: number, above: number): Bounds {
  const height = high - low || Math.abs(high) * 0.01 || 1;
  return { low: low - height * below, high: high + height * above };
}

export function isWithin(value: number, { low, high }: Bounds): boolean {
  return !(value < low || value > high);
}
