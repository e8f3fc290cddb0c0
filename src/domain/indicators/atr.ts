import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { startWilder, stepEma } from './ema.ts';
import type { EmaState } from './ema.ts';

export interface AtrState {
  /** The candle before; null before the first. */
  readonly last: Candle | null;
  readonly average: EmaState;
  readonly value: number;
}

/** The widest of: high to low, and either of them to the close before (Wilder's true range). */
export function trueRange({ close }: Candle, { high, low }: Candle): number {
  return (high > close ? high : close) - (low < close ? low : close);
}

export function startAtr(length: number): AtrState {
  return { last: null, average: startWilder(length), value: Number.NaN };
}

export function stepAtr({ last, average }: AtrState, candle: Candle): AtrState {
  if (last === null) return { last: candle, average, value: Number.NaN };
  const next = stepEma(average, trueRange(last, candle));
  return { last: candle, average: next, value: next.value };
}

/**
 * Average true range, J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978): the
 * Wilder average of the true range `max(high, close before) − min(low, close before)`.
 *
 * The first candle has no close before it and does not count. Seeded at index `length` with the
 * mean of the ranges 1 to `length`, then `(average × (length − 1) + range) / length`, as TA-Lib
 * `ATR` and Stock.Indicators do. Tulip, trading-signals and the StockCharts worksheet count high
 * to low of the first candle and start one candle earlier: the same after some 200 candles.
 */
export const atr = defineIndicator({
  name: 'atr',
  title: 'Average true range',
  shortTitle: 'ATR',
  parameters: { length: lengthParameter('Length', 14) },
  outputs: ['value'],
  placement: 'pane',
  warmUp: ({ length }) => ({ value: length }),
  start: ({ length }) => startAtr(length),
  step: stepAtr,
});
