import { describe, expect, it } from 'vitest';
import { boundsOf, isWithin, padded, priceBounds, spanBetween } from './ranges.ts';

const ALL = { from: 0, to: 3 };

describe('the span of a view', () => {
  it('holds the candles that open in it, both ends included', () => {
    const times = [10, 20, 30, 40];
    expect(spanBetween(times, 20, 30)).toEqual({ from: 1, to: 3 });
    expect(spanBetween(times, 11, 19)).toEqual({ from: 1, to: 1 });
    expect(spanBetween(times, -5, 99)).toEqual({ from: 0, to: 4 });
    expect(spanBetween([], 0, 1)).toEqual({ from: 0, to: 0 });
  });
});

describe('the bounds of values', () => {
  it('leave out what has no value', () => {
    expect(boundsOf([[Number.NaN, 3, 5]], ALL)).toEqual({ low: 3, high: 5 });
    expect(boundsOf([[Number.NaN]], ALL)).toBeNull();
    expect(boundsOf([], ALL)).toBeNull();
  });

  it('hold the lines over the candles', () => {
    const candles = { low: [90, 95, 92], high: [100, 105, 110] };
    expect(priceBounds(candles, [[85, 99, Number.NaN]], ALL)).toEqual({ low: 85, high: 110 });
  });

  it('do not let a line far away press the candles flat', () => {
    const candles = { low: [90, 90, 90], high: [110, 110, 110] };
    expect(priceBounds(candles, [[1, 100, 100_000]], ALL)).toEqual({ low: 78, high: 122 });
  });

  it('have room around them, also where all values are equal', () => {
    expect(padded({ low: 0, high: 10 }, 0.1, 0.2)).toEqual({ low: -1, high: 12 });
    const { low, high } = padded({ low: 5, high: 5 }, 0.1, 0.1);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });

  it('have everything that has no value within them', () => {
    expect(isWithin(Number.NaN, { low: 1, high: 2 })).toBe(true);
    expect(isWithin(2.1, { low: 1, high: 2 })).toBe(false);
  });
});
