import type { Candle, CandleField } from '../candle.ts';

/** Candles as columns of equal length, oldest first: typed arrays or plain ones. */
export type SeriesColumns = Readonly<Record<CandleField, ArrayLike<number>>>;

/**
 * A candle that reads its fields from the columns when they are asked for. Most indicators ask for
 * one or two of six, and every number copied into an object is an allocation: over a whole series
 * this halves the time of the simple ones. A class, for the getters to be shared.
 */
export class ColumnCandle implements Candle {
  readonly #columns: SeriesColumns;
  #index: number;

  constructor(columns: SeriesColumns, index: number) {
    this.#columns = columns;
    this.#index = index;
  }

  /** Makes it another candle of the same columns: for readers that keep none of them. */
  moveTo(index: number): void {
    this.#index = index;
  }

  get openTime(): number {
    return this.#columns.openTime[this.#index] ?? Number.NaN;
  }

  get open(): number {
    return this.#columns.open[this.#index] ?? Number.NaN;
  }

  get high(): number {
    return this.#columns.high[this.#index] ?? Number.NaN;
  }

  get low(): number {
    return this.#columns.low[this.#index] ?? Number.NaN;
  }

  get close(): number {
    return this.#columns.close[this.#index] ?? Number.NaN;
  }

  get volume(): number {
    return this.#columns.volume[this.#index] ?? Number.NaN;
  }
}
