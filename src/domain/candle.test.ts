import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, candleAt, columnsOf, sliceColumns } from './candle.ts';

const CANDLES = [0, 1, 2].map((index) => ({
  openTime: index * 60_000,
  open: 10 + index,
  high: 12 + index,
  low: 9 + index,
  close: 11 + index,
  volume: 100 * index,
}));

describe('candle columns', () => {
  it('give back each candle that they were made of', () => {
    const columns = columnsOf(CANDLES);
    expect(CANDLES.map((_, index) => candleAt(columns, index))).toEqual(CANDLES);
  });

  it('are one column of doubles per field, in the stated order', () => {
    const columns = columnsOf(CANDLES);
    expect(Object.keys(columns)).toEqual([...CANDLE_FIELDS]);
    expect(columns.close).toEqual(Float64Array.of(11, 12, 13));
  });

  it('can be cut to a part, which the whole then does not change', () => {
    const columns = columnsOf(CANDLES);
    const part = sliceColumns(columns, 1, 3);
    columns.close[1] = 0;
    expect([candleAt(part, 0), candleAt(part, 1)]).toEqual(CANDLES.slice(1));
  });

  it('of no candles are empty', () => {
    expect(CANDLE_FIELDS.map((field) => columnsOf([])[field].length)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('hold nothing but NaN outside their length', () => {
    expect(Object.values(candleAt(columnsOf(CANDLES), 3))).toEqual(Array(6).fill(Number.NaN));
    expect(Object.values(candleAt(columnsOf(CANDLES), -1))).toEqual(Array(6).fill(Number.NaN));
  });
});
