import { defineIndicator, lengthParameter } from './definition.ts';

export interface EmaState {
  readonly weighting: EmaWeighting;
  /** The values that will make the seed; null once it is made. */
  readonly seed: EmaSeed | null;
  readonly value: number;
}

interface EmaWeighting {
  readonly length: number;
  /** Weight of the average before: 1 − alpha. */
  readonly decay: number;
}

interface EmaSeed {
  readonly count: number;
  readonly sum: number;
}

export function startEma(length: number): EmaState {
  return startAverage(length, (length - 1) / (length + 1));
}

/** Wilder's average: the same fold with `alpha = 1 / length`. */
export function startWilder(length: number): EmaState {
  return startAverage(length, (length - 1) / length);
}

function startAverage(length: number, decay: number): EmaState {
  return { weighting: { length, decay }, seed: { count: 0, sum: 0 }, value: Number.NaN };
}

/** The exponential or Wilder average of any series, such as MACD's signal line. */
export function stepEma({ weighting, seed, value: average }: EmaState, value: number): EmaState {
  if (seed === null) {
    return { weighting, seed, value: value - weighting.decay * (value - average) };
  }
  const count = seed.count + 1;
  const sum = seed.sum + value;
  return count < weighting.length
    ? { weighting, seed: { count, sum }, value: Number.NaN }
    : { weighting, seed: null, value: sum / count };
}

/**
 * Exponential moving average: `alpha × close + (1 − alpha) × value`, `alpha = 2 / (length + 1)`.
 * Computed as the close less a share of its distance, which leaves a price that stands still alone.
 *
 * Seeded at index `length - 1` with the simple mean of the first `length` closes, as TA-Lib `EMA`
 * and Stock.Indicators do. Tulip and trading-signals start from the first close instead: up to a
 * few percent apart at first, the same after some seven lengths.
 */
export const ema = defineIndicator({
  name: 'ema',
  title: 'Exponential moving average',
  shortTitle: 'EMA',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['value'],
  placement: 'price',
  warmUp: ({ length }) => ({ value: length - 1 }),
  start: ({ length }) => startEma(length),
  step: (state: EmaState, { close }) => stepEma(state, close),
});
