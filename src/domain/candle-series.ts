import { CANDLE_FIELDS, candleAt, sliceColumns } from './candle.ts';
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

/** Columns are longer than the capacity by one in so many. */
const SPARE = 64;

/**
 * A first-in-first-out buffer of candles in columns of doubles (48 bytes a candle).
 *
 * The columns are a little longer than the capacity. The oldest candle goes by moving the start,
 * and only when the end is reached are all moved back to the front: each candle is copied some
 * `SPARE` times in its life, 3 kB in all, and the views are always contiguous.
 *
 * @throws RangeError when the capacity is not a whole number of at least 1, when a candle does not
 * open after the last one, or when the one to replace has another open time.
 */
export function createCandleSeries(capacity: number): CandleSeries {
  return new BufferedSeries(capacity);
}

/** A class, for the methods to be shared: there are hundreds. */
class BufferedSeries implements CandleSeries {
  #capacity: number;
  #store: CandleColumns;
  #start = 0;
  #end = 0;

  constructor(capacity: number) {
    this.#capacity = checkedCapacity(capacity);
    this.#store = allocate(capacity);
  }

  get length(): number {
    return this.#end - this.#start;
  }

  get capacity(): number {
    return this.#capacity;
  }

  get last(): Candle | undefined {
    return this.length > 0 ? candleAt(this.#store, this.#end - 1) : undefined;
  }

  get lastOpenTime(): number | undefined {
    return this.length > 0 ? this.#store.openTime[this.#end - 1] : undefined;
  }

  at(index: number): Candle | undefined {
    const isInside = Number.isInteger(index) && index >= 0 && index < this.length;
    return isInside ? candleAt(this.#store, this.#start + index) : undefined;
  }

  append(candle: Candle): void {
    const { openTime } = candle;
    const lastOpenTime = this.lastOpenTime ?? Number.NEGATIVE_INFINITY;
    if (!(openTime > lastOpenTime)) {
      throw new RangeError(`a candle at ${openTime} cannot follow the one at ${lastOpenTime}`);
    }
    if (this.length === this.#capacity) this.#start += 1;
    if (this.#end === this.#store.openTime.length) this.#moveToFront();
    this.#write(this.#end, candle);
    this.#end += 1;
  }

  replaceLast(candle: Candle): void {
    if (candle.openTime !== this.lastOpenTime) {
      throw new RangeError(`a candle at ${candle.openTime} cannot replace ${this.lastOpenTime}`);
    }
    this.#write(this.#end - 1, candle);
  }

  columns(): CandleColumns {
    return mapFields((field) => this.#store[field].subarray(this.#start, this.#end));
  }

  copyColumns(): CandleColumns {
    return sliceColumns(this.#store, this.#start, this.#end);
  }

  resize(newCapacity: number): void {
    const wanted = checkedCapacity(newCapacity);
    this.#start = Math.max(this.#start, this.#end - wanted);
    const kept = this.columns();
    this.#capacity = wanted;
    this.#store = allocate(wanted);
    for (const field of CANDLE_FIELDS) this.#store[field].set(kept[field]);
    this.#end -= this.#start;
    this.#start = 0;
  }

  #write(index: number, candle: Candle): void {
    for (const field of CANDLE_FIELDS) this.#store[field][index] = candle[field];
  }

  #moveToFront(): void {
    for (const field of CANDLE_FIELDS) this.#store[field].copyWithin(0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#start = 0;
  }
}

function checkedCapacity(capacity: number): number {
  if (Number.isInteger(capacity) && capacity >= 1) return capacity;
  throw new RangeError(`capacity: ${capacity}; allowed: whole numbers from 1`);
}

/** One piece of memory for all columns: there are hundreds of series, and each piece has its price. */
function allocate(capacity: number): CandleColumns {
  const length = capacity + Math.ceil(capacity / SPARE);
  const all = new Float64Array(CANDLE_FIELDS.length * length);
  let from = 0;
  return mapFields(() => all.subarray(from, (from += length)));
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
