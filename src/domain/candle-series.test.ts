import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candlesClosingAt } from '../testing/candles.ts';
import { createCandleSeries } from './candle-series.ts';
import type { CandleSeries } from './candle-series.ts';
import { columnsOf } from './candle.ts';
import type { Candle } from './candle.ts';

const candle = (openTime: number, close = 1): Candle => {
  return { openTime, open: 1, high: Math.max(1, close), low: Math.min(1, close), close, volume: 2 };
};

function candlesOf(series: CandleSeries): (Candle | undefined)[] {
  return Array.from({ length: series.length }, (_, index) => series.at(index));
}

describe('a candle series', () => {
  it('is empty at first', () => {
    const series = createCandleSeries(3);
    expect([series.length, series.capacity, series.last, series.at(0)]).toEqual([
      0,
      3,
      undefined,
      undefined,
    ]);
    expect(series.columns().close).toHaveLength(0);
  });

  it('lets the oldest candle go when it is full', () => {
    const series = createCandleSeries(3);
    for (const time of [1, 2, 3, 4, 5]) series.append(candle(time));
    expect([...series.columns().openTime]).toEqual([3, 4, 5]);
  });

  it('replaces the last candle, with the same open time only', () => {
    const series = createCandleSeries(3);
    expect(() => series.replaceLast(candle(1))).toThrow(RangeError);
    series.append(candle(1));
    series.append(candle(2));
    series.replaceLast(candle(2, 9));
    expect(series.last).toEqual(candle(2, 9));
    expect(series.length).toBe(2);
    expect(() => series.replaceLast(candle(1))).toThrow(RangeError);
    expect(() => series.replaceLast(candle(3))).toThrow(RangeError);
  });

  it('refuses a candle that does not open after the last one', () => {
    const series = createCandleSeries(3);
    series.append(candle(5));
    for (const openTime of [5, 4, Number.NaN]) {
      expect(() => series.append(candle(openTime))).toThrow(RangeError);
    }
    expect(series.length).toBe(1);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('refuses the capacity %s', (capacity) => {
    expect(() => createCandleSeries(capacity)).toThrow(RangeError);
    expect(() => createCandleSeries(1).resize(capacity)).toThrow(RangeError);
  });

  it('hands out copies that later candles do not change', () => {
    const series = createCandleSeries(2);
    series.append(candle(1));
    const copy = series.copyColumns();
    series.replaceLast(candle(1, 7));
    expect([...copy.close]).toEqual([1]);
    expect(copy.close.buffer.byteLength).toBe(8);
  });

  it('is empty outside of its bounds', () => {
    const series = createCandleSeries(2);
    series.append(candle(1));
    for (const index of [-1, 1, 0.5, Number.NaN]) expect(series.at(index)).toBeUndefined();
  });

  const action = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ type: fc.constant('append'), step: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('replace'), step: fc.integer({ min: 1, max: 9 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('resize'), step: fc.integer({ min: 1, max: 12 }) }),
    },
  );

  it('is sorted, unique, capped and equal to a plain array, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.array(action, { maxLength: 150 }),
        (initialCapacity, actions) => {
          const series = createCandleSeries(initialCapacity);
          let capacity = initialCapacity;
          let model: Candle[] = [];
          let time = 0;
          for (const { type, step } of actions) {
            if (type === 'append') {
              time += step;
              series.append(candle(time, step));
              model.push(candle(time, step));
            } else if (type === 'replace' && model.length > 0) {
              series.replaceLast(candle(time, step));
              model[model.length - 1] = candle(time, step);
            } else if (type === 'resize') {
              capacity = step;
              series.resize(capacity);
            }
            model = model.slice(-capacity);
            expect(series.length).toBe(model.length);
            expect(series.last).toEqual(model.at(-1));
          }
          expect(series.capacity).toBe(capacity);
          expect(candlesOf(series)).toEqual(model);
          expect(series.columns()).toEqual(columnsOf(model));
          expect(series.copyColumns()).toEqual(columnsOf(model));
          const times = [...series.columns().openTime];
          expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
        },
      ),
    );
  });

  it('takes many candles without growing', () => {
    const series = createCandleSeries(8);
    for (const each of candlesClosingAt(Array.from({ length: 1000 }, (_, index) => index + 1))) {
      series.append(each);
    }
    expect(series.columns().close.buffer.byteLength).toBe(9 * 48);
    expect([...series.columns().close]).toEqual([993, 994, 995, 996, 997, 998, 999, 1000]);
  });
});
