import { CANDLE_FIELDS, candleAt } from './candle.ts';
import type { Candle, CandleColumns, CandleField } from './candle.ts';

/** The newest candles of one symbol and interval, oldest first, at most `capacity` of them. */
export interface CandleSeries {
  readonly length: number;
  readonly capacity: number;
  readonly last: Candle | undefined;
  /** Undefined while there is no candle. Costs no copy of the last one. */
  readonly lastOpenTime: number | undefined;
  at(index: number): Candle | undefined;
  /** Adds a candle that opens after the last one; when full, the oldest goes. */
  append(candle: Candle): void;
  /** Puts a newer state of the last candle, with the same open time, in its place. */
  replaceLast(candle: Candle): void;
  /** Views of the candles, without a copy: good until the next append or resize. */
  columns(): CandleColumns;
  /** Copies of their own, to keep or to transfer to another thread. */
  copyColumns(): CandleColumns;
  /** Changes the capacity; when it shrinks, the oldest candles go. */
  resize(capacity: number): void;
}

/**
 * A first-in-first-out buffer of candles in columns of doubles (48 bytes a candle).
 *
 * The columns are a quarter longer than the capacity. The oldest candle goes by moving the start,
 * and only when the end is reached are all moved back to the front: each candle is copied some
 * four times in its life, and the views are always contiguous.
 *
 * @throws RangeError when the capacity is not a whole number of at least 1, when a candle does not
 * open after the last one, or when the one to replace has another open time.
 */
export function createCandleSeries(initialCapacity: number): CandleSeries {
  let capacity = checkedCapacity(initialCapacity);
  let store = allocate(capacity);
  let start = 0;
  let end = 0;

  const views = (): CandleColumns => mapFields((field) => store[field].subarray(start, end));

  function write(index: number, candle: Candle): void {
    for (const field of CANDLE_FIELDS) store[field][index] = candle[field];
  }

  function moveToFront(): void {
    for (const field of CANDLE_FIELDS) store[field].copyWithin(0, start, end);
    end -= start;
    start = 0;
  }

  return {
    get length() {
      return end - start;
    },
    get capacity() {
      return capacity;
    },
    get last() {
      return end > start ? candleAt(store, end - 1) : undefined;
    },
    get lastOpenTime() {
      return end > start ? store.openTime[end - 1] : undefined;
    },
    at(index) {
      const isInside = Number.isInteger(index) && index >= 0 && index < end - start;
      return isInside ? candleAt(store, start + index) : undefined;
    },
    append(candle) {
      const { openTime } = candle;
      const lastOpenTime = end > start ? (store.openTime[end - 1] ?? 0) : Number.NEGATIVE_INFINITY;
      if (!(openTime > lastOpenTime)) {
        throw new RangeError(`a candle at ${openTime} cannot follow the one at ${lastOpenTime}`);
      }
      if (end - start === capacity) start += 1;
      if (end === store.openTime.length) moveToFront();
      write(end, candle);
      end += 1;
    },
    replaceLast(candle) {
      const lastOpenTime = end > start ? store.openTime[end - 1] : undefined;
      if (candle.openTime !== lastOpenTime) {
        throw new RangeError(`a candle at ${candle.openTime} cannot replace ${lastOpenTime}`);
      }
      write(end - 1, candle);
    },
    columns: views,
    copyColumns: () => mapFields((field) => store[field].slice(start, end)),
    resize(newCapacity) {
      const wanted = checkedCapacity(newCapacity);
      start = Math.max(start, end - wanted);
      const kept = views();
      capacity = wanted;
      store = allocate(capacity);
      for (const field of CANDLE_FIELDS) store[field].set(kept[field]);
      end -= start;
      start = 0;
    },
  };
}

function checkedCapacity(capacity: number): number {
  if (Number.isInteger(capacity) && capacity >= 1) return capacity;
  throw new RangeError(`capacity: ${capacity}; allowed: whole numbers from 1`);
}

function allocate(capacity: number): CandleColumns {
  return mapFields(() => new Float64Array(capacity + Math.ceil(capacity / 4)));
}

function mapFields(column: (field: CandleField) => Float64Array): CandleColumns {
  return {
    openTime: column('openTime'),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
  };
}
