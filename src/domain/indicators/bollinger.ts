import { defineIndicator, lengthParameter } from './definition.ts';
import { createRollingSum, reset, roll, sumUnder } from './rolling-sum.ts';
import type { RollingSum } from './rolling-sum.ts';
import { createRing, isFullAt, slotAfter, slotBefore } from './window.ts';

export interface BollingerState {
  readonly memory: BollingerMemory;
  /** Where the next close goes. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

/** What successive states share: rings, see `window.ts`. */
interface BollingerMemory {
  readonly length: number;
  readonly deviations: number;
  readonly closes: Float64Array;
  /** The sums are taken of the closes' distances from this close, not of the closes themselves. */
  readonly anchors: Float64Array;
  readonly distances: RollingSum;
  readonly squares: RollingSum;
}

/**
 * Subtracting two nearly equal sums of squares loses digits. When the spread of the window is
 * below this share of the sum of squares (some 4 of 16 digits lost), the sums are taken anew about
 * the newest close. An outlier's share is at least 1 / length, so that never happens twice in a
 * row; in a steady trend it happens once in some thirty lengths.
 */
export const SMALLEST_SHARE = 1e-4;

export function startBollinger(length: number, deviations: number): BollingerState {
  return {
    memory: {
      length,
      deviations,
      closes: createRing(length),
      anchors: createRing(length),
      distances: createRollingSum(length),
      squares: createRollingSum(length),
    },
    slot: 0,
    isFull: false,
    upper: Number.NaN,
    middle: Number.NaN,
    lower: Number.NaN,
  };
}

export function stepBollinger(state: BollingerState, close: number): BollingerState {
  const { memory, slot, isFull: wasFull } = state;
  const { length, deviations, closes, anchors, distances, squares } = memory;
  const before = slotBefore(length, slot);
  const next = slotAfter(length, slot);
  const isFull = isFullAt(length, slot, wasFull);
  let anchor = anchors[before] ?? close;
  const entering = close - anchor;
  const leaving = wasFull ? (closes[next] ?? 0) - anchor : 0;
  closes[slot] = close;

  let sum = roll(distances, before, slot, entering, leaving);
  const square = roll(squares, before, slot, entering * entering, leaving * leaving);
  let spread = square - (sum * sum) / length;
  if (isFull && spread < SMALLEST_SHARE * square) {
    anchor = close;
    sum = sumAbout(memory, slot, anchor);
    spread = sumUnder(squares, slot) - (sum * sum) / length;
  }
  anchors[slot] = anchor;

  const middle = isFull ? anchor + sum / length : Number.NaN;
  const width = deviations * Math.sqrt(spread > 0 ? spread / length : 0);
  return { memory, slot: next, isFull, upper: middle + width, middle, lower: middle - width };
}

/** Takes both sums anew over the window that ends in `slot`; returns that of the distances. */
function sumAbout(memory: BollingerMemory, slot: number, anchor: number): number {
  const { length, closes, distances, squares } = memory;
  let sum = 0;
  let square = 0;
  for (let at = slot, left = length; left > 0; at = slotBefore(length, at), left -= 1) {
    const distance = (closes[at] ?? anchor) - anchor;
    sum += distance;
    square += distance * distance;
  }
  reset(distances, slot, sum);
  reset(squares, slot, square);
  return sum;
}

/**
 * Bollinger bands, John Bollinger, "Bollinger on Bollinger Bands" (2001): the simple mean of the
 * last `length` closes, and the lines `deviations` standard deviations above and below it.
 *
 * The population deviation (divided by `length`), first at index `length - 1`, as TA-Lib `BBANDS`
 * and all the other engines; pandas-ta divides by `length - 1` unless told otherwise.
 */
export const bollinger = defineIndicator({
  name: 'bollinger',
  title: 'Bollinger bands',
  shortTitle: 'Bollinger',
  parameters: {
    length: lengthParameter('Length', 20),
    deviations: { title: 'Deviations', default: 2, min: 0.1, max: 10, isInteger: false },
  },
  outputs: ['upper', 'middle', 'lower'],
  placement: 'price',
  display: { band: ['upper', 'lower'] },
  warmUp: ({ length }) => ({ upper: length - 1, middle: length - 1, lower: length - 1 }),
  start: ({ length, deviations }) => startBollinger(length, deviations),
  step: (state: BollingerState, { close }) => stepBollinger(state, close),
});
