import type { Candle } from '../candle.ts';
import { trueRange } from './atr.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { startWilder, stepEma } from './ema.ts';
import type { EmaState } from './ema.ts';

export interface AdxState {
  /** The candle before; null before the first. */
  readonly last: Candle | null;
  readonly range: EmaState;
  readonly up: EmaState;
  readonly down: EmaState;
  readonly average: EmaState;
  readonly adx: number;
  readonly plusDi: number;
  readonly minusDi: number;
}

function stepAdx(state: AdxState, candle: Candle): AdxState {
  const { last } = state;
  if (last === null) return { ...state, last: candle };
  const rise = candle.high - last.high;
  const fall = last.low - candle.low;
  const range = stepEma(state.range, trueRange(last, candle));
  const up = stepEma(state.up, rise > fall && rise > 0 ? rise : 0);
  const down = stepEma(state.down, fall > rise && fall > 0 ? fall : 0);
  const plusDi = percent(up.value, range.value);
  const minusDi = percent(down.value, range.value);
  const average = Number.isNaN(plusDi)
    ? state.average
    : stepEma(state.average, percent(Math.abs(up.value - down.value), up.value + down.value));
  return { last: candle, range, up, down, average, adx: average.value, plusDi, minusDi };
}

/** Nothing of nothing is nothing: without movement there is no direction. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/**
 * Average directional index, J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978).
 * A candle's directional movement is the part of its range beyond the candle before, up or down,
 * whichever is larger. `plusDi` and `minusDi` are the Wilder averages of the two in percent of that
 * of the true range; `adx` is the Wilder average of `100 × |plusDi − minusDi| / (plusDi + minusDi)`.
 *
 * Seeded with the mean of the movements 1 to `length`: `plusDi` and `minusDi` first at index
 * `length`, `adx`, seeded with the mean of their first `length` ratios, at `2 × length − 1`; as
 * Wilder's and StockCharts' worksheets, Stock.Indicators and technicalindicators do. TA-Lib and
 * Tulip seed with one candle less: up to 5 % apart at first, the same after some 250 candles.
 */
export const adx = defineIndicator({
  name: 'adx',
  title: 'Average directional index',
  shortTitle: 'ADX',
  parameters: { length: lengthParameter('Length', 14) },
  outputs: ['adx', 'plusDi', 'minusDi'],
  placement: 'pane',
  display: { levels: [25] },
  warmUp: ({ length }) => ({ adx: 2 * length - 1, plusDi: length, minusDi: length }),
  start: ({ length }): AdxState => ({
    last: null,
    range: startWilder(length),
    up: startWilder(length),
    down: startWilder(length),
    average: startWilder(length),
    adx: Number.NaN,
    plusDi: Number.NaN,
    minusDi: Number.NaN,
  }),
  step: stepAdx,
});
