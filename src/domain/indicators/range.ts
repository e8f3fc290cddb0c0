import { createRing, isFullAt, slotAfter } from './window.ts';

/** The highest and the lowest value of a window. */
export interface RangeState {
  readonly memory: RangeMemory;
  /** Where the next values go. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly highestSlot: number;
  readonly lowestSlot: number;
}

/** What successive states share: rings, see `window.ts`. */
interface RangeMemory {
  readonly length: number;
  readonly highs: Float64Array;
  readonly lows: Float64Array;
}

export function startRange(length: number): RangeState {
  const memory = { length, highs: createRing(length), lows: createRing(length) };
  return { memory, slot: 0, isFull: false, highestSlot: 0, lowestSlot: 0 };
}

/**
 * Remembers where the extremes stand. The window is searched anew only when one of them leaves it,
 * which is rare unless prices trend steadily away from it.
 */
export function stepRange(state: RangeState, high: number, low: number): RangeState {
  const { memory, slot, isFull: wasFull } = state;
  const { length, highs, lows } = memory;
  highs[slot] = high;
  lows[slot] = low;
  const next = slotAfter(length, slot);
  let { highestSlot, lowestSlot } = state;
  if (high >= (highs[highestSlot] ?? high)) highestSlot = slot;
  else if (wasFull && highestSlot === next) highestSlot = findHighest(highs, next);
  if (low <= (lows[lowestSlot] ?? low)) lowestSlot = slot;
  else if (wasFull && lowestSlot === next) lowestSlot = findLowest(lows, next);
  return { memory, slot: next, isFull: isFullAt(length, slot, wasFull), highestSlot, lowestSlot };
}

/** The highest of the highs; NaN until the window is full. */
export function highestOf({ memory, highestSlot, isFull }: RangeState): number {
  return isFull ? (memory.highs[highestSlot] ?? Number.NaN) : Number.NaN;
}

/** The lowest of the lows; NaN until the window is full. */
export function lowestOf({ memory, lowestSlot, isFull }: RangeState): number {
  return isFull ? (memory.lows[lowestSlot] ?? Number.NaN) : Number.NaN;
}

/** The middle between both. */
export function middleOf(range: RangeState): number {
  return (highestOf(range) + lowestOf(range)) / 2;
}

/** Neither at the top of the range nor at its bottom. */
const NEUTRAL = 50;

/** Where a value stands in the range, 0 to 100; in the middle of a range without any width. */
export function percentOfRange(range: RangeState, value: number): number {
  const high = highestOf(range);
  const low = lowestOf(range);
  return high === low ? NEUTRAL : (100 * (value - low)) / (high - low);
}

/** The slot of the highest value in a full window: all slots but the spare one. */
function findHighest(highs: Float64Array, spare: number): number {
  let found = spare;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < highs.length; at += 1) {
    const high = highs[at] ?? highest;
    if (high > highest && at !== spare) {
      highest = high;
      found = at;
    }
  }
  return found;
}

/** Likewise of the lowest. */
function findLowest(lows: Float64Array, spare: number): number {
  let found = spare;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < lows.length; at += 1) {
    const low = lows[at] ?? lowest;
    if (low < lowest && at !== spare) {
      lowest = low;
      found = at;
    }
  }
  return found;
}
