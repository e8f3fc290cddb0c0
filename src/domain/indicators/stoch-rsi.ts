import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { percentOfRange, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';
import { startRsi, stepRsi } from './rsi.ts';
import type { RsiState } from './rsi.ts';
import { startSma, stepSma } from './sma.ts';
import type { SmaState } from './sma.ts';

export interface StochRsiState {
  readonly rsi: RsiState;
  readonly range: RangeState;
  readonly smoothed: SmaState;
  readonly signal: SmaState;
  readonly k: number;
  readonly d: number;
}

function stepStochRsi(state: StochRsiState, candle: Candle): StochRsiState {
  const rsi = stepRsi(state.rsi, candle);
  if (Number.isNaN(rsi.value)) return { ...state, rsi };
  const range = stepRange(state.range, rsi.value, rsi.value);
  if (!range.isFull) return { ...state, rsi, range };
  const smoothed = stepSma(state.smoothed, percentOfRange(range, rsi.value));
  const k = smoothed.value;
  const signal = Number.isNaN(k) ? state.signal : stepSma(state.signal, k);
  return { rsi, range, smoothed, signal, k, d: signal.value };
}

/**
 * Stochastic RSI, Tushar Chande and Stanley Kroll, "The New Technical Trader" (1994): the
 * stochastic oscillator of the last `length` values of RSI(`rsiLength`) instead of prices, 0 to
 * 100. `k` is the simple mean of the last `smoothing` of these, `d` that of the last `signal`
 * values of `k`.
 *
 * 14, 14, 3, 3 as charts show it. TA-Lib `STOCHRSI` names the unsmoothed value `fastK` and our `k`
 * `fastD`; Stock.Indicators' table has `smoothing` 1; Tulip and trading-signals print the unsmoothed
 * value as a fraction. An RSI that has not moved counts as 50.
 */
export const stochRsi = defineIndicator({
  name: 'stochRsi',
  title: 'Stochastic RSI',
  shortTitle: 'StochRSI',
  parameters: {
    rsiLength: lengthParameter('RSI length', 14),
    length: lengthParameter('Stochastic length', 14),
    smoothing: lengthParameter('Smoothing', 3),
    signal: lengthParameter('Signal length', 3),
  },
  outputs: ['k', 'd'],
  placement: 'pane',
  display: { levels: [20, 80], bounds: [0, 100] },
  warmUp: ({ rsiLength, length, smoothing, signal }) => {
    const first = rsiLength + length + smoothing - 2;
    return { k: first, d: first + signal - 1 };
  },
  start: ({ rsiLength, length, smoothing, signal }): StochRsiState => ({
    rsi: startRsi(rsiLength),
    range: startRange(length),
    smoothed: startSma(smoothing),
    signal: startSma(signal),
    k: Number.NaN,
    d: Number.NaN,
  }),
  step: stepStochRsi,
});
