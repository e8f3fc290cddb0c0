import { defineIndicator, lengthParameter } from './definition.ts';
import { createRollingSum, roll } from './rolling-sum.ts';
import type { RollingSum } from './rolling-sum.ts';
import { createRing, isFullAt, slotAfter, slotBefore } from './window.ts';

export interface SmaState {
  readonly memory: SmaMemory;
  /** Where the next value goes. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly value: number;
}

/** What successive states share: rings, see `window.ts`. */
interface SmaMemory {
  readonly length: number;
  readonly values: Float64Array;
  readonly sum: RollingSum;
}

export function startSma(length: number): SmaState {
  const memory = { length, values: createRing(length), sum: createRollingSum(length) };
  return { memory, slot: 0, isFull: false, value: Number.NaN };
}

/** The mean of any series, such as the smoothing of another indicator. */
export function stepSma({ memory, slot, isFull: wasFull }: SmaState, value: number): SmaState {
  const { length, values, sum } = memory;
  const next = slotAfter(length, slot);
  const leaving = wasFull ? (values[next] ?? 0) : 0;
  const total = roll(sum, slotBefore(length, slot), slot, value, leaving);
  values[slot] = value;
  const isFull = isFullAt(length, slot, wasFull);
  return { memory, slot: next, isFull, value: isFull ? total / length : Number.NaN };
}

/**
 * Simple moving average: the arithmetic mean of the last `length` closes.
 *
 * First at index `length - 1`. All engines agree (TA-Lib `SMA`).
 */
export const sma = defineIndicator({
  name: 'sma',
  title: 'Simple moving average',
  shortTitle: 'SMA',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['value'],
  placement: 'price',
  warmUp: ({ length }) => ({ value: length - 1 }),
  start: ({ length }) => startSma(length),
  step: (state: SmaState, { close }) => stepSma(state, close),
});
