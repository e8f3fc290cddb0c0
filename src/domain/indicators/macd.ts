import { defineIndicator, lengthParameter } from './definition.ts';
import { average, createExponential } from './running-average.ts';
import type { RunningAverage } from './running-average.ts';

export interface MacdState {
  readonly memory: MacdMemory;
  /** Where the next averages go. */
  readonly slot: number;
  /** Candles seen so far. */
  readonly count: number;
  readonly macd: number;
  readonly signal: number;
  readonly histogram: number;
}

/** What successive states share, see `window.ts`. */
interface MacdMemory {
  readonly fast: RunningAverage;
  readonly slow: RunningAverage;
  readonly signal: RunningAverage;
  /** Candles before the first macd. */
  readonly first: number;
}

function stepMacd({ memory, slot, count }: MacdState, close: number): MacdState {
  const { fast, slow, first } = memory;
  const macd = average(fast, slot, count, close) - average(slow, slot, count, close);
  const signal = count < first ? Number.NaN : average(memory.signal, slot, count - first, macd);
  return { memory, slot: 1 - slot, count: count + 1, macd, signal, histogram: macd - signal };
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
    memory: {
      fast: createExponential(fast),
      slow: createExponential(slow),
      signal: createExponential(signal),
      first: Math.max(fast, slow) - 1,
    },
    slot: 0,
    count: 0,
    macd: Number.NaN,
    signal: Number.NaN,
    histogram: Number.NaN,
  }),
  step: (state: MacdState, { close }) => stepMacd(state, close),
});
