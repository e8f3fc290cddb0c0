import { createRing } from './window.ts';

/**
 * The exponential average of `ema.ts` for an indicator that is made of several: it stands in a ring (see
 * `window.ts`) under the slot of the indicator's state, instead of in a state of its own. Making such
 * states took a third of MACD's time.
 */
export interface RunningAverage {
  readonly length: number;
  /** Weight of the average before: 1 − alpha. */
  readonly decay: number;
  /** The average, and up to the seed the sum, of the latest values: a ring of length 1. */
  readonly latest: Float64Array;
}

export function createExponential(length: number): RunningAverage {
  return { length, decay: (length - 1) / (length + 1), latest: createRing(1) };
}

/**
 * The average with `value`, of which it has seen `count` before: NaN until the seed, the simple mean of
 * the first `length`.
 */
export function average(
  { length, decay, latest }: RunningAverage,
  slot: number,
  count: number,
  value: number,
): number {
  const before = count === 0 ? 0 : (latest[1 - slot] ?? 0);
  let next = before + value;
  if (count >= length) next = value - decay * (value - before);
  else if (count + 1 === length) next /= length;
  latest[slot] = next;
  return count + 1 < length ? Number.NaN : next;
}
