import { defineIndicator, lengthParameter } from './definition.ts';
import { createRollingSum, roll, sumUnder } from './rolling-sum.ts';
import type { RollingSum } from './rolling-sum.ts';
import { createRing, isFullAt, slotAfter, slotBefore } from './window.ts';

export interface WmaState {
  readonly memory: WmaMemory;
  /** Where the next value goes. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly value: number;
}

/** What successive states share: rings, see `window.ts`. */
interface WmaMemory {
  readonly length: number;
  readonly values: Float64Array;
  readonly sum: RollingSum;
  /** The sums with weights 1 to `length`, not yet divided. */
  readonly weighted: Float64Array;
  /** Sizes of all that was added to the weighted sum since it was last taken afresh. */
  readonly passed: Float64Array;
}

/**
 * Each number that is added to the weighted sum costs it up to half a unit of the number's last
 * binary digit. When the numbers that passed are this many times the sum, rounding might begin to
 * show in its twelfth decimal digit, and it is taken afresh from the window: once in thousands of
 * steps, and at once after a spike has left.
 */
const MOST_PASSED = 4096;

export function startWma(length: number): WmaState {
  const memory = {
    length,
    values: createRing(length),
    sum: createRollingSum(length),
    weighted: createRing(length),
    passed: createRing(length),
  };
  return { memory, slot: 0, isFull: false, value: Number.NaN };
}

/** The weighted mean of any series. */
export function stepWma({ memory, slot, isFull: wasFull }: WmaState, value: number): WmaState {
  const { length, values, sum, weighted, passed } = memory;
  const before = slotBefore(length, slot);
  const next = slotAfter(length, slot);
  const isFull = isFullAt(length, slot, wasFull);
  // All weights fall by one: the whole sum before goes off once.
  const falling = wasFull ? sumUnder(sum, before) : 0;
  const entering = value * (wasFull ? length : slot + 1);
  values[slot] = value;
  roll(sum, before, slot, value, wasFull ? (values[next] ?? 0) : 0);

  let total = (weighted[before] ?? 0) + entering - falling;
  let size = (passed[before] ?? 0) + Math.abs(entering) + Math.abs(falling) + Math.abs(total);
  if (isFull && size > MOST_PASSED * Math.abs(total)) {
    total = weigh(values, length, slot);
    size = 0;
  }
  weighted[slot] = total;
  passed[slot] = size;
  const weights = (length * (length + 1)) / 2;
  return { memory, slot: next, isFull, value: isFull ? total / weights : Number.NaN };
}

/** The weighted sum of the full window that ends in `slot`. */
function weigh(values: Float64Array, length: number, slot: number): number {
  let total = 0;
  for (let at = slot, weight = length; weight > 0; weight -= 1) {
    total += weight * (values[at] ?? 0);
    at = slotBefore(length, at);
  }
  return total;
}

/**
 * Weighted moving average: the mean of the last `length` closes with the weights 1 for the oldest
 * to `length` for the newest.
 *
 * First at index `length - 1`. All engines agree (TA-Lib `WMA`).
 */
export const wma = defineIndicator({
  name: 'wma',
  title: 'Weighted moving average',
  shortTitle: 'WMA',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['value'],
  placement: 'price',
  warmUp: ({ length }) => ({ value: length - 1 }),
  start: ({ length }) => startWma(length),
  step: (state: WmaState, { close }) => stepWma(state, close),
});
