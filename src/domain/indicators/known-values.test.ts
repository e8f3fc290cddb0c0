import { describe, expect, it } from 'vitest';
import { candlesClosingAt } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import { computeSeries } from './index.ts';

/** Values worked out by hand. */
function series(name: string, params: Readonly<Record<string, number>>, closes: readonly number[]) {
  const columns = computeSeries(name, params, columnsOf(candlesClosingAt(closes)));
  return Object.fromEntries(
    Object.entries(columns).map(([output, values]) => [
      output,
      Array.from(values, (value) => (Number.isNaN(value) ? null : Number(value.toFixed(9)))),
    ]),
  );
}

describe('indicators on small inputs', () => {
  it('sma is the mean of the last closes', () => {
    expect(series('sma', { length: 3 }, [1, 2, 3, 7, 8])).toEqual({
      value: [null, null, 2, 4, 6],
    });
  });

  it('ema starts from the mean of the first closes and then moves by 2 / (length + 1)', () => {
    expect(series('ema', { length: 3 }, [1, 2, 3, 6, 2])).toEqual({
      value: [null, null, 2, 4, 3],
    });
  });

  it('an ema of length 1 is the close', () => {
    expect(series('ema', { length: 1 }, [5, 3, 9])).toEqual({ value: [5, 3, 9] });
  });

  it("rsi follows Wilder's averages of gains and losses", () => {
    // Changes +1, −1, +2, 0 with length 2: averages ½, ½; then 1¼, ¼; then unchanged ratio.
    expect(series('rsi', { length: 2 }, [10, 11, 10, 12, 12])).toEqual({
      value: [null, null, 50, 83.333333333, 83.333333333],
    });
  });

  it('rsi is 100 when prices only rose and 0 when they only fell', () => {
    expect(series('rsi', { length: 2 }, [1, 2, 3])).toEqual({ value: [null, null, 100] });
    expect(series('rsi', { length: 2 }, [3, 2, 1])).toEqual({ value: [null, null, 0] });
  });

  it('rsi is neutral before anything has moved', () => {
    expect(series('rsi', { length: 2 }, [5, 5, 5, 5])).toEqual({ value: [null, null, 50, 50] });
  });

  it('rsi keeps its value exactly through a silence of any length', () => {
    const closes = [10, 11, 10.7, 10.9, ...Array.from({ length: 30_000 }, () => 10.9)];
    const { value } = computeSeries('rsi', { length: 3 }, columnsOf(candlesClosingAt(closes)));
    expect(value.at(-1)).toBe(value[3]);
  });

  it('macd is the difference of its averages, its signal their average', () => {
    // EMA(1): the close. EMA(3): –, –, 2, 4, 3. Signal of length 2 over 1, 2, −1.
    expect(series('macd', { fast: 1, slow: 3, signal: 2 }, [1, 2, 3, 6, 2])).toEqual({
      macd: [null, null, 1, 2, -1],
      signal: [null, null, null, 1.5, -0.166666667],
      histogram: [null, null, null, 0.5, -0.833333333],
    });
  });

  it('bollinger divides by the number of closes', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, population deviation exactly 2.
    const { upper, middle, lower } = series(
      'bollinger',
      { length: 8, deviations: 2 },
      [2, 4, 4, 4, 5, 5, 7, 9],
    );
    expect([upper?.at(-1), middle?.at(-1), lower?.at(-1)]).toEqual([9, 5, 1]);
  });

  it('bollinger bands lie exactly on a price that stands still, also after it has moved', () => {
    const closes = [...[3, 1, 2, 5].map((close) => close * 1e4), ...Array(9).fill(0.1)];
    const columns = columnsOf(candlesClosingAt(closes));
    const bands = computeSeries('bollinger', { length: 4, deviations: 2 }, columns);
    expect([bands.upper.at(-1), bands.middle.at(-1), bands.lower.at(-1)]).toEqual([0.1, 0.1, 0.1]);
  });

  it('bollinger keeps its digits when the spread is a billionth of the price', () => {
    const closes = Array.from({ length: 400 }, (_, index) => 1e6 + (index % 2) * 1e-3);
    const columns = columnsOf(candlesClosingAt(closes));
    const { upper, lower } = computeSeries('bollinger', { length: 20, deviations: 2 }, columns);
    expect(Math.abs((upper.at(-1) ?? 0) - (lower.at(-1) ?? 0) - 2e-3)).toBeLessThan(1e-9);
  });
});
