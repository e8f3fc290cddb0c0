import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { highestOf, lowestOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';

export interface BreakoutState {
  readonly range: RangeState;
  readonly upper: number;
  readonly lower: number;
  readonly direction: number;
}

function stepBreakout(state: BreakoutState, { high, low, close }: Candle): BreakoutState {
  const upper = highestOf(state.range);
  const lower = lowestOf(state.range);
  const range = stepRange(state.range, high, low);
  return { range, upper, lower, direction: directionOf(close, upper, lower) };
}

function directionOf(close: number, upper: number, lower: number): number {
  if (close > upper) return 1;
  if (close < lower) return -1;
  return Number.isNaN(upper) ? Number.NaN : 0;
}

/**
 * Channel breakout, Richard Donchian's four-week rule, as the Turtles traded it (Curtis Faith, "The
 * Original Turtle Trading Rules", 2003): `direction` is 1 where the close is above the highest high
 * of the `length` candles before, −1 where it is below their lowest low, 0 within.
 *
 * The current candle does not belong to the channel, else no close could leave it; first at index
 * `length`. The close decides: the Turtles acted on any price beyond, which an open candle's
 * preview shows.
 */
export const breakout = defineIndicator({
  name: 'breakout',
  title: 'Channel breakout',
  shortTitle: 'Breakout',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['upper', 'lower', 'direction'],
  signs: ['direction'],
  placement: 'price',
  display: { band: ['upper', 'lower'] },
  warmUp: ({ length }) => ({ upper: length, lower: length, direction: length }),
  start: ({ length }): BreakoutState => ({
    range: startRange(length),
    upper: Number.NaN,
    lower: Number.NaN,
    direction: Number.NaN,
  }),
  step: stepBreakout,
});
