import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { highestOf, lowestOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';

export interface WilliamsRState {
  readonly range: RangeState;
  readonly value: number;
}

/** Neither oversold nor overbought. */
const NEUTRAL = -50;

function stepWilliamsR(state: WilliamsRState, candle: Candle): WilliamsRState {
  const range = stepRange(state.range, candle.high, candle.low);
  const high = highestOf(range);
  const low = lowestOf(range);
  const value = high === low ? NEUTRAL : (-100 * (high - candle.close)) / (high - low);
  return { range, value };
}

/**
 * Williams %R, Larry Williams, "How I Made One Million Dollars Last Year Trading Commodities"
 * (1973): how far the close is below the highest high of the last `length` candles, in percent of
 * their range: 0 at its top, −100 at its bottom.
 *
 * First at index `length - 1`. All engines agree (TA-Lib `WILLR`), but for a range without any
 * width, 0 / 0: it is −50 here, not TA-Lib's 0, so that silence is not overbought.
 */
export const williamsR = defineIndicator({
  name: 'williamsR',
  title: 'Williams %R',
  shortTitle: 'Williams %R',
  parameters: { length: lengthParameter('Length', 14) },
  outputs: ['value'],
  placement: 'pane',
  display: { levels: [-80, -20], bounds: [-100, 0] },
  warmUp: ({ length }) => ({ value: length - 1 }),
  start: ({ length }): WilliamsRState => ({ range: startRange(length), value: Number.NaN }),
  step: stepWilliamsR,
});
