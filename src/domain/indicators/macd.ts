import { defineIndicator, lengthParameter } from './definition.ts';
import { startEma, stepEma } from './ema.ts';
import type { EmaState } from './ema.ts';

export interface MacdState {
  readonly fastEma: EmaState;
  readonly slowEma: EmaState;
  readonly signalEma: EmaState;
  readonly macd: number;
  readonly signal: number;
  readonly histogram: number;
}

function stepMacd(state: MacdState, close: number): MacdState {
  const fastEma = stepEma(state.fastEma, close);
  const slowEma = stepEma(state.slowEma, close);
  const macd = fastEma.value - slowEma.value;
  const signalEma = Number.isNaN(macd) ? state.signalEma : stepEma(state.signalEma, macd);
  const signal = signalEma.value;
  return { fastEma, slowEma, signalEma, macd, signal, histogram: macd - signal };
}

/**
 * Moving average convergence/divergence, Gerald Appel: `macd = EMA(fast) − EMA(slow)` of the
 * close, `signal = EMA(signal)` of it, `histogram = macd − signal`.
 *
 * Each average is seeded with the simple mean of its own first values, as in Stock.Indicators and
 * technicalindicators: with 12, 26, 9 the macd starts at index 25, the other two at 33. TA-Lib
 * `MACD` delays the fast average so that both start together: the same after some 140 candles.
 * Tulip takes 0.15 and 0.075 for the weights of 12 and 26 and never agrees.
 */
export const macd = defineIndicator({
  name: 'macd',
  title: 'Moving average convergence/divergence',
  shortTitle: 'MACD',
  parameters: {
    fast: lengthParameter('Fast length', 12),
    slow: lengthParameter('Slow length', 26),
    signal: lengthParameter('Signal length', 9),
  },
  outputs: ['macd', 'signal', 'histogram'],
  placement: 'pane',
  display: { styles: { histogram: 'columns' }, levels: [0] },
  warmUp: ({ fast, slow, signal }) => {
    const first = Math.max(fast, slow) - 1;
    return { macd: first, signal: first + signal - 1, histogram: first + signal - 1 };
  },
  start: ({ fast, slow, signal }): MacdState => ({
    fastEma: startEma(fast),
    slowEma: startEma(slow),
    signalEma: startEma(signal),
    macd: Number.NaN,
    signal: Number.NaN,
    histogram: Number.NaN,
  }),
  step: (state: MacdState, { close }) => stepMacd(state, close),
});
