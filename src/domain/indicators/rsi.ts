import type { Candle } from '../candle.ts';
import { createRing } from './window.ts';
import { defineIndicator, lengthParameter } from './definition.ts';

export interface RsiState {
  readonly memory: RsiMemory;
  /** Where the next averages go. */
  readonly slot: number;
  /** Candles seen so far. */
  readonly count: number;
  /** The candle before; null before the first. */
  readonly last: Candle | null;
  readonly value: number;
}

/** What successive states share: rings of the latest value alone, see `window.ts`. */
interface RsiMemory {
  readonly length: number;
  /** Sum of the gains up to the seed, their Wilder average from there on; likewise `losses`. */
  readonly gains: Float64Array;
  readonly losses: Float64Array;
}

/** Neither oversold nor overbought. */
export const NEUTRAL = 50;

export function startRsi(length: number): RsiState {
  const memory = { length, gains: createRing(1), losses: createRing(1) };
  return { memory, slot: 0, count: 0, last: null, value: Number.NaN };
}

export function stepRsi(state: RsiState, candle: Candle): RsiState {
  const { memory, slot, count, last } = state;
  const { length, gains, losses } = memory;
  const change = last === null ? 0 : candle.close - last.close;
  const next = 1 - slot;
  let gain = change > 0 ? change : 0;
  let loss = change < 0 ? -change : 0;
  if (count <= length) {
    gain += gains[next] ?? 0;
    loss += losses[next] ?? 0;
    if (count === length) {
      gain /= length;
      loss /= length;
    }
  } else {
    gain = ((gains[next] ?? 0) * (length - 1) + gain) / length;
    loss = ((losses[next] ?? 0) * (length - 1) + loss) / length;
  }
  gains[slot] = gain;
  losses[slot] = loss;
  let value = state.value;
  if (count >= length && (change !== 0 || count === length)) {
    value = gain + loss > 0 ? (100 * gain) / (gain + loss) : NEUTRAL;
  }
  return { memory, slot: next, count: count + 1, last: candle, value };
}

/**
 * Relative strength index, J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978):
 * `100 × gain / (gain + loss)` of the averaged gains and losses of the close.
 *
 * Wilder's averages: seeded at index `length` with the means of the changes 1 to `length`, then
 * `(average × (length − 1) + change) / length`, as TA-Lib `RSI`, Tulip and Stock.Indicators do.
 *
 * Without any movement since the start the definition is 0 / 0, and engines differ: TA-Lib says 0,
 * Stock.Indicators and TradingView 100, Tulip and pandas-ta are undefined. Here it is 50, so that
 * the first tick after a silence leaves neither the oversold nor the overbought zone. A candle
 * without change keeps the value exactly (the definition's ratio does not move), however small the
 * averages have become.
 */
export const rsi = defineIndicator({
  name: 'rsi',
  title: 'Relative strength index',
  shortTitle: 'RSI',
  parameters: { length: lengthParameter('Length', 14) },
  outputs: ['value'],
  placement: 'pane',
  display: { levels: [30, 70], bounds: [0, 100] },
  warmUp: ({ length }) => ({ value: length }),
  start: ({ length }) => startRsi(length),
  step: stepRsi,
});
