import type { Candle } from '../../domain/candle.ts';
import { param, trueRanges, wilder } from './series.ts';
import type { Batch } from './series.ts';

/** With prices turned upside down a fall becomes a rise: one description serves both. */
function turned(candle: Candle, side: number): Candle {
  if (side > 0) return candle;
  const { open, high, low, close } = candle;
  return { ...candle, open: -open, high: -low, low: -high, close: -close };
}

function psar(candles: readonly Candle[], step: number, max: number): number[] {
  const values = candles.map(() => Number.NaN);
  const [first, second] = candles;
  if (first === undefined || second === undefined) return values;
  const fall = first.low - second.low;
  let side = fall > 0 && fall > second.high - first.high ? -1 : 1;
  let stop = turned(first, side).low;
  let peak = turned(second, side).high;
  let factor = Math.min(step, max);
  for (let index = 1; index < candles.length; index += 1) {
    const pair = candles.slice(Math.max(1, index - 1), index + 1);
    const floor = () => Math.min(...pair.map((candle) => turned(candle, side).low));
    const now = () => turned(candles[index] ?? second, side);
    if (now().low <= stop) {
      side = -side;
      stop = Math.min(-peak, floor());
      peak = now().high;
      factor = Math.min(step, max);
    } else if (now().high > peak) {
      peak = now().high;
      factor = Math.min(max, factor + step);
    }
    values[index] = side * stop;
    stop = Math.min(stop + factor * (peak - stop), floor());
  }
  return values;
}

export const TRENDS = {
  psar: (candles, params) => ({
    value: psar(candles, param(params, 'step'), param(params, 'max')),
  }),
  supertrend: (candles, params) => {
    const widths = wilder(trueRanges(candles), param(params, 'length')).map(
      (range) => param(params, 'multiplier') * range,
    );
    const value: number[] = [];
    const direction: number[] = [];
    let upper = Number.NaN;
    let lower = Number.NaN;
    let side = Number.NaN;
    for (const [index, { high, low, close }] of candles.entries()) {
      const width = widths[index] ?? Number.NaN;
      const middle = (high + low) / 2;
      const last = candles[index - 1]?.close ?? Number.NaN;
      if (!Number.isNaN(width)) {
        if (!(upper <= middle + width) || last > upper) upper = middle + width;
        if (!(lower >= middle - width) || last < lower) lower = middle - width;
        if (Number.isNaN(side)) side = close >= middle ? 1 : -1;
        if (side > 0 && close <= lower) side = -1;
        else if (side < 0 && close > upper) side = 1;
      }
      direction.push(side);
      value.push(side > 0 ? lower : side < 0 ? upper : Number.NaN);
    }
    return { value, direction };
  },
} satisfies Readonly<Record<string, Batch>>;
