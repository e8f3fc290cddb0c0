/** The last values of an output, as many as candles are kept, and what they amount to. */
export interface RecentValues {
  /** NaN, before warm-up, takes up no place. */
  add(value: number): void;
  /** The last value and the one before; NaN where there is none. */
  readonly last: number;
  readonly before: number;
  readonly range: ValueRange;
}

export interface ValueRange {
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly count: number;
}

const NOTHING: ValueRange = { min: Infinity, max: -Infinity, sum: 0, count: 0 };

/** What they amount to is found when it is asked for, not with each value: a past comes as a whole. */
export function createRecentValues(capacity: number): RecentValues {
  const values: number[] = [];
  let newest = -1;
  let range: ValueRange | null = NOTHING;

  const at = (back: number): number =>
    values[(newest - back + values.length) % values.length] ?? Number.NaN;

  return {
    add(value) {
      if (Number.isNaN(value)) return;
      newest = (newest + 1) % capacity;
      values[newest] = value;
      range = null;
    },
    get last() {
      return at(0);
    },
    get before() {
      return values.length > 1 ? at(1) : Number.NaN;
    },
    get range() {
      range ??= rangeOf(values);
      return range;
    },
  };
}

function rangeOf(values: readonly number[]): ValueRange {
  let { min, max, sum } = NOTHING;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  return { min, max, sum, count: values.length };
}
