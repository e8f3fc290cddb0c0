/**
 * A candle as indicators and rules see it. Prices in the quote asset, volume in the base asset,
 * `openTime` in epoch milliseconds on the exchange's clock.
 */
export interface Candle {
  readonly openTime: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** The numeric columns of a candle, in the order in which they are stored and transferred. */
export const CANDLE_FIELDS = ['openTime', 'open', 'high', 'low', 'close', 'volume'] as const;

export type CandleField = (typeof CANDLE_FIELDS)[number];

/** Equal-length columns, oldest candle first: the form for charts and for whole-series computation. */
export type CandleColumns = Readonly<Record<CandleField, Float64Array>>;

export function candleAt(columns: CandleColumns, index: number): Candle {
  return {
    openTime: columns.openTime[index] ?? Number.NaN,
    open: columns.open[index] ?? Number.NaN,
    high: columns.high[index] ?? Number.NaN,
    low: columns.low[index] ?? Number.NaN,
    close: columns.close[index] ?? Number.NaN,
    volume: columns.volume[index] ?? Number.NaN,
  };
}

export function columnsOf(candles: readonly Candle[]): CandleColumns {
  const column = (field: CandleField) => Float64Array.from(candles, (candle) => candle[field]);
  return {
    openTime: column('openTime'),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
  };
}

/** Copies of a part of the columns, to keep or to transfer to another thread. */
export function sliceColumns(columns: CandleColumns, from: number, to: number): CandleColumns {
  return {
    openTime: columns.openTime.slice(from, to),
    open: columns.open.slice(from, to),
    high: columns.high.slice(from, to),
    low: columns.low.slice(from, to),
    close: columns.close.slice(from, to),
    volume: columns.volume.slice(from, to),
  };
}
