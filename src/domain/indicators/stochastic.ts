import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { percentOfRange, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';
import { startSma, stepSma } from './sma.ts';
import type { SmaState } from './sma.ts';

export interface StochasticState {
  readonly range: RangeState;
  readonly smoothed: SmaState;
  readonly signal: SmaState;
  readonly k: number;
  readonly d: number;
}

function stepStochastic(state: StochasticState, { high, low, close }: Candle): StochasticState {
  const range = stepRange(state.range, high, low);
  if (!range.isFull) return { ...state, range };
  const smoothed = stepSma(state.smoothed, percentOfRange(range, close));
  const k = smoothed.value;
  const signal = Number.isNaN(k) ? state.signal : stepSma(state.signal, k);
  return { range, smoothed, signal, k, d: signal.value };
}

/**
 * Stochastic oscillator, George Lane: where the close stands in the range of the last `length`
 * candles, 0 at its lowest low and 100 at its highest high. `k` is the simple mean of the last
 * `smoothing` of these, `d` that of the last `signal` values of `k`.
 *
 * The slow stochastic 14, 3, 3; `smoothing` 1 makes it the fast one. `k` is given as soon as it is
 * defined, as in Stock.Indicators; TA-Lib `STOCH` hides it until `d` is. A range without any width
 * is 0 / 0: it counts as 50 here, not as TA-Lib's 0, so that silence is not oversold.
 */
export const stochastic = defineIndicator({
  name: 'stochastic',
  title: 'Stochastic oscillator',
  shortTitle: 'Stochastic',
  parameters: {
    length: lengthParameter('Length', 14),
    smoothing: lengthParameter('Smoothing', 3),
    signal: lengthParameter('Signal length', 3),
  },
  outputs: ['k', 'd'],
  placement: 'pane',
  display: { levels: [20, 80], bounds: [0, 100] },
  warmUp: ({ length, smoothing, signal }) => {
    const first = length + smoothing - 2;
    return { k: first, d: first + signal - 1 };
  },
  start: ({ length, smoothing, signal }): StochasticState => ({
    range: startRange(length),
    smoothed: startSma(smoothing),
    signal: startSma(signal),
    k: Number.NaN,
    d: Number.NaN,
  }),
  step: stepStochastic,
});
