import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { highestOf, lowestOf, middleOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';

export interface DonchianState {
  readonly range: RangeState;
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

function stepDonchian(state: DonchianState, candle: Candle): DonchianState {
  const range = stepRange(state.range, candle.high, candle.low);
  return { range, upper: highestOf(range), middle: middleOf(range), lower: lowestOf(range) };
}

/**
 * Donchian channel, Richard Donchian: the highest high and the lowest low of the last `length`
 * candles, and the middle between them.
 *
 * The current candle counts, as on TradingView and in pandas-ta; first at index `length - 1`.
 * Stock.Indicators leaves it out: the same values one candle later. For the price leaving the
 * channel of the candles before, see `breakout`.
 */
export const donchian = defineIndicator({
  name: 'donchian',
  title: 'Donchian channel',
  shortTitle: 'Donchian',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['upper', 'middle', 'lower'],
  placement: 'price',
  display: { band: ['upper', 'lower'] },
  warmUp: ({ length }) => ({ upper: length - 1, middle: length - 1, lower: length - 1 }),
  start: ({ length }): DonchianState => ({
    range: startRange(length),
    upper: Number.NaN,
    middle: Number.NaN,
    lower: Number.NaN,
  }),
  step: stepDonchian,
});
