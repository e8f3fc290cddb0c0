import { describe, expect, it } from 'vitest';
import { tradedCandles } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import type { Candle } from '../candle.ts';
import { computeSeries } from './index.ts';

const HOUR = 3_600_000;

/** Open, high, low, close, and the volume where it matters; an hour apart from 00:00 UTC on. */
type Quote = readonly [number, number, number, number, number?];

function candlesOf(quotes: readonly Quote[], startTime = 0): Candle[] {
  return quotes.map(([open, high, low, close, volume = 1], index) => {
    return { openTime: startTime + index * HOUR, open, high, low, close, volume };
  });
}

/** Values worked out by hand. */
function series(name: string, params: Record<string, number>, candles: readonly Candle[]) {
  return Object.fromEntries(
    Object.entries(computeSeries(name, params, columnsOf(candles))).map(([output, values]) => [
      output,
      Array.from(values, (value) => (Number.isNaN(value) ? null : Number(value.toFixed(9)))),
    ]),
  );
}

describe('levels on small inputs', () => {
  it('vwap keeps its value through a candle without volume and starts anew with the day', () => {
    const quotes: Quote[] = [
      [10, 10, 10, 10, 0],
      [11, 11, 11, 11, 1],
      [14, 14, 14, 14, 2],
      [90, 90, 90, 90, 0],
      [20, 20, 20, 20, 0],
      [30, 30, 30, 30, 5],
    ];
    const candles = candlesOf(quotes, 20 * HOUR);
    expect(series('vwap', {}, candles)).toEqual({ value: [10, 11, 13, 13, 20, 30] });
  });

  it('pivots come from the day before, and only if it was seen from its start', () => {
    const day: Quote[] = Array.from({ length: 24 }, () => [100, 110, 90, 100]);
    const late: Quote[] = [...day.slice(1), ...day, [105, 106, 104, 105]];
    const { pivot } = series('pivots', {}, candlesOf(late, HOUR));
    expect(pivot?.findIndex((value) => value !== null)).toBe(47);
    const levels = series('pivots', {}, candlesOf([...day, [105, 106, 104, 105]]));
    expect(Object.values(levels).map((values) => values[23])).toEqual(Array(7).fill(null));
    expect(Object.values(levels).map((values) => values[24])).toEqual([
      100, 110, 120, 130, 90, 80, 70,
    ]);
  });

  it('breakout tells a close beyond the candles before, not beyond itself', () => {
    const quotes: Quote[] = [
      [5, 6, 4, 5],
      [5, 7, 5, 6],
      [6, 9, 6, 8],
      [8, 9, 8, 9],
      [9, 9, 3, 4],
    ];
    expect(series('breakout', { length: 2 }, candlesOf(quotes))).toEqual({
      upper: [null, null, 7, 9, 9],
      lower: [null, null, 4, 5, 6],
      direction: [null, null, 1, 0, -1],
    });
  });

  it('the volume profile finds the row that was traded most, and the rows around it', () => {
    // Rows of one: 0–1 … 3–4. The second row holds 7 of 10; 70 % is reached at once.
    const quotes: Quote[] = [
      [0, 1, 0, 1, 1],
      [1, 2, 1, 2, 7],
      [2, 4, 2, 4, 2],
    ];
    const params = { length: 3, rows: 4, valueArea: 70 };
    const { pointOfControl, valueAreaHigh, valueAreaLow } = series(
      'volumeProfile',
      params,
      candlesOf(quotes),
    );
    expect([pointOfControl?.[2], valueAreaHigh?.[2], valueAreaLow?.[2]]).toEqual([1.5, 2, 1]);
    const wider = series('volumeProfile', { ...params, valueArea: 71 }, candlesOf(quotes));
    // Two rows above hold 2, the one below 1.
    expect([wider['valueAreaHigh']?.[2], wider['valueAreaLow']?.[2]]).toEqual([4, 1]);
  });

  it('the squeeze is on in a calm of the closes within wide candles, off in a trend', () => {
    const calm: Quote[] = Array.from({ length: 30 }, () => [100, 105, 95, 100]);
    const rest = series('squeeze', {}, candlesOf(calm));
    expect([rest['squeeze']?.[19], rest['squeeze']?.[20]]).toEqual([null, 1]);
    const trend: Quote[] = Array.from({ length: 60 }, (_, at) => [at, at + 1, at, at + 1]);
    const run = series('squeeze', {}, candlesOf(trend));
    expect(run['squeeze']?.at(-1)).toBe(-1);
    // The middle of the range lies 10 below each close, the mean 9.5.
    expect(run['momentum']?.at(-1)).toBe(9.75);
  });
});

describe('candle patterns', () => {
  /** A fall of the closes, 5 candles long and one before, then the pattern. */
  const fall: Quote[] = Array.from({ length: 7 }, (_, at) => {
    return [200 - 10 * at, 201 - 10 * at, 189 - 10 * at, 190 - 10 * at];
  });

  it.each<[string, Quote[]]>([
    ['hammer', [[128, 130.2, 120, 130]]],
    ['invertedHammer', [[128, 138, 127.9, 130]]],
    [
      'engulfing',
      [
        [130, 131, 124, 125],
        [125.1, 132, 124, 131],
      ],
    ],
    [
      'harami',
      [
        [130, 131, 119, 120],
        [123, 126, 122, 125],
      ],
    ],
    [
      'piercing',
      [
        [130, 131, 119, 120],
        [120, 128, 119, 127],
      ],
    ],
    [
      'star',
      [
        [130, 131, 119, 120],
        [120, 122, 117, 119],
        [119, 129, 118, 128],
      ],
    ],
    [
      'soldiers',
      [
        [130, 136, 129, 135],
        [134, 141, 133, 140],
        [139, 146, 138, 145],
      ],
    ],
  ])('%s says up after a fall, its mirror image down after a rise', (name, pattern) => {
    const falling = [...fall, ...pattern];
    const rising = falling.map(([open, high, low, close]): Quote => {
      return [500 - open, 500 - low, 500 - high, 500 - close];
    });
    expect(series('candlePatterns', {}, candlesOf(falling))[name]?.at(-1)).toBe(1);
    const mirror = { hammer: 'invertedHammer', invertedHammer: 'hammer' }[name] ?? name;
    expect(series('candlePatterns', {}, candlesOf(rising))[mirror]?.at(-1)).toBe(-1);
  });

  it('a doji needs no trend, and a candle without any range is none', () => {
    const quotes: Quote[] = [
      [10, 12, 8, 10.1],
      [10, 10, 10, 10],
      [10, 20, 10, 20],
    ];
    const { doji, marubozu } = series('candlePatterns', {}, candlesOf(quotes));
    expect(doji).toEqual([1, 0, 0]);
    expect(marubozu).toEqual([0, 0, 1]);
  });

  it('all of them occur in a market that merely wanders', () => {
    const found = series('candlePatterns', {}, tradedCandles({ count: 20_000 }));
    for (const [name, values] of Object.entries(found)) {
      const sides = new Set(values.filter((value) => value !== null && value !== 0));
      expect([name, [...sides].toSorted()]).toEqual([name, name === 'doji' ? [1] : [-1, 1]]);
    }
  });
});

describe('silence is neutral', () => {
  it.each([
    ['stochastic', 'k', 50],
    ['stochRsi', 'k', 50],
    ['williamsR', 'value', -50],
    ['mfi', 'value', 50],
    ['cci', 'value', 0],
    ['roc', 'value', 0],
    ['adx', 'adx', 0],
    ['squeeze', 'squeeze', 0],
  ])('%s is %s %d where no price has moved', (name, output, value) => {
    const still: Quote[] = Array.from({ length: 60 }, () => [0.1, 0.1, 0.1, 0.1]);
    expect(series(name, {}, candlesOf(still))[output]?.at(-1)).toBe(value);
  });

  it('mfi has no rest of money that has left the window', () => {
    const moves = tradedCandles({ count: 100 });
    const silent = tradedCandles({ count: 30, seed: 3 }).map((candle, index) => {
      return { ...candle, openTime: (100 + index) * HOUR, volume: 0 };
    });
    expect(series('mfi', {}, [...moves, ...silent])['value']?.at(-1)).toBe(50);
  });
});
