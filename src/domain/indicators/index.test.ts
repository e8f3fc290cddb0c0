import { describe, expect, it } from 'vitest';
import { wanderingCandles } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import { computeSeries, findIndicator, isIndicatorName } from './index.ts';
import { parseParams } from './parse-params.ts';

const candles = columnsOf(wanderingCandles({ count: 40 }));

describe('computeSeries', () => {
  it('gives a column per output, as long as the candles', () => {
    const bands = computeSeries('bollinger', { length: 5, deviations: 2 }, candles);
    expect(Object.keys(bands)).toEqual(['upper', 'middle', 'lower']);
    expect(bands.middle).toHaveLength(40);
  });

  it('gives empty columns for no candles', () => {
    expect(computeSeries('sma', {}, columnsOf([])).value).toHaveLength(0);
  });

  it('takes plain arrays as well', () => {
    const plain = Object.fromEntries(
      Object.entries(candles).map(([field, column]) => [field, [...column]]),
    ) as Record<keyof typeof candles, number[]>;
    expect(computeSeries('ema', {}, plain)).toEqual(computeSeries('ema', {}, candles));
  });

  it('takes the default for a parameter that is missing', () => {
    expect(computeSeries('rsi', {}, candles)).toEqual(
      computeSeries('rsi', { length: 14 }, candles),
    );
  });

  it.each([
    ['smma', {}, /^name: "smma" is refused; allowed: sma, ema/],
    ['constructor', {}, /^name: "constructor"/],
    ['sma', { length: 0 }, /^params\.length: 0 is refused; allowed: .*1 to 1000$/],
    ['sma', { length: 1001 }, /^params\.length: 1001 .*1 to 1000$/],
    ['sma', { length: 2.5 }, /^params\.length: 2\.5 .*whole/],
    ['sma', { length: Number.NaN }, /^params\.length: /],
    ['sma', { period: 5 }, /^params\.period: 5 is refused; allowed: length$/],
    ['bollinger', { deviations: 0, length: -1 }, /params\.length: -1 .*; params\.deviations: 0 /],
  ])('refuses %s with %o, naming the field and its bounds', (name, params, message) => {
    expect(() => computeSeries(name, params as Record<string, number>, candles)).toThrow(
      new RegExp(message),
    );
  });

  it('refuses columns of different lengths', () => {
    const short = { ...candles, close: candles.close.subarray(1) };
    expect(() => computeSeries('sma', {}, short)).toThrow(/^candles\.close\.length: 39 .*40/);
  });
});

describe('parseParams', () => {
  const rsi = findIndicator('rsi') ?? expect.fail();

  it('completes and keeps what is right', () => {
    expect(parseParams(rsi, {}, 'params')).toEqual({ ok: true, value: { length: 14 } });
    expect(parseParams(rsi, { length: 7 }, 'params')).toEqual({ ok: true, value: { length: 7 } });
  });

  it.each([[null], [[]], ['14'], [{ length: '14' }], [{ length: null }]])('refuses %o', (value) => {
    expect(parseParams(rsi, value, 'params').ok).toBe(false);
  });
});

describe('the registry', () => {
  it('knows its own names only', () => {
    expect(isIndicatorName('macd')).toBe(true);
    expect(isIndicatorName('toString')).toBe(false);
    expect(findIndicator('__proto__')).toBeUndefined();
  });
});
