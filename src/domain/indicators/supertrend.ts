import type { Candle } from '../candle.ts';
import { startAtr, stepAtr } from './atr.ts';
import type { AtrState } from './atr.ts';
import { defineIndicator, lengthParameter } from './definition.ts';

export interface SupertrendState {
  readonly multiplier: number;
  readonly atr: AtrState;
  /** The bands, which only ever come closer until the close has passed them. */
  readonly upper: number;
  readonly lower: number;
  readonly value: number;
  readonly direction: number;
}

function stepSupertrend(state: SupertrendState, candle: Candle): SupertrendState {
  const { multiplier } = state;
  const { high, low, close } = candle;
  const atr = stepAtr(state.atr, candle);
  if (Number.isNaN(atr.value)) return { ...state, atr };

  const middle = (high + low) / 2;
  const width = multiplier * atr.value;
  const lastClose = state.atr.last?.close ?? close;
  const isFirst = Number.isNaN(state.direction);
  const upper =
    isFirst || middle + width < state.upper || lastClose > state.upper
      ? middle + width
      : state.upper;
  const lower =
    isFirst || middle - width > state.lower || lastClose < state.lower
      ? middle - width
      : state.lower;

  const wasRising = isFirst ? close >= middle : state.direction > 0;
  const isRising = close > (wasRising ? lower : upper);
  const value = isRising ? lower : upper;
  return { multiplier, atr, upper, lower, value, direction: isRising ? 1 : -1 };
}

/**
 * Supertrend, Olivier Seban: bands `multiplier` average true ranges above and below the middle of
 * the candle, `(high + low) / 2`. A band only moves towards the price until a close has passed it.
 * `value` is the lower band while the trend is up (`direction` 1), the upper one while it is down
 * (`direction` −1).
 *
 * As Stock.Indicators: ATR(`length`) in Wilder's form, first at index `length`, up at first if the
 * close is not below the candle's middle; the trend turns when the close reaches the current lower
 * band or passes the current upper one. pandas-ta compares with the band before: it turns
 * differently on some candles. trading-signals counts the first candle's range and starts down:
 * the same after some 130 candles.
 */
export const supertrend = defineIndicator({
  name: 'supertrend',
  title: 'Supertrend',
  shortTitle: 'Supertrend',
  parameters: {
    length: lengthParameter('ATR length', 10),
    multiplier: { title: 'Multiplier', default: 3, min: 0.1, max: 20, isInteger: false },
  },
  outputs: ['value', 'direction'],
  signs: ['direction'],
  placement: 'price',
  display: { trend: 'direction' },
  warmUp: ({ length }) => ({ value: length, direction: length }),
  start: ({ length, multiplier }): SupertrendState => ({
    multiplier,
    atr: startAtr(length),
    upper: Number.NaN,
    lower: Number.NaN,
    value: Number.NaN,
    direction: Number.NaN,
  }),
  step: stepSupertrend,
});
