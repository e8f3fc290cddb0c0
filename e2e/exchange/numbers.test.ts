import { describe, expect, it } from 'vitest';
import { divideFixed, formatFixed, multiplyFixed, normalizeFixed, parseFixed } from './fixed.ts';
import { closeTimeOf, INTERVALS, nextOpenTime, openTimeAt, previousOpenTime } from './intervals.ts';

describe('decimals', () => {
  it.each([
    ['0', '0.00000000'],
    ['64230.12', '64230.12000000'],
    ['0.00000001', '0.00000001'],
  ])('%s is written %s', (text, written) => {
    expect(normalizeFixed(text, 'price')).toBe(written);
  });

  it.each(['', 'abc', '-1', '1e5', '1.', '.5', '1.123456789', ' 1'])(
    'refuses %j by name',
    (text) => {
      expect(() => parseFixed(text, 'price')).toThrow(/^price: /);
    },
  );

  it('multiplies and divides exactly', () => {
    const price = parseFixed('64230.12', 'price');
    const quantity = parseFixed('0.3', 'quantity');
    expect(formatFixed(multiplyFixed(price, quantity))).toBe('19269.03600000');
    expect(formatFixed(divideFixed(price, parseFixed('3', 'divisor')))).toBe('21410.04000000');
    expect(formatFixed(divideFixed(price, 0n))).toBe('0.00000000');
    expect(formatFixed(-price)).toBe('-64230.12000000');
  });
});

describe('intervals', () => {
  const time = Date.UTC(2026, 1, 18, 13, 47, 11, 500);

  it.each([
    ['1s', Date.UTC(2026, 1, 18, 13, 47, 11)],
    ['15m', Date.UTC(2026, 1, 18, 13, 45)],
    ['4h', Date.UTC(2026, 1, 18, 12)],
    ['1d', Date.UTC(2026, 1, 18)],
    ['1w', Date.UTC(2026, 1, 16)],
    ['1M', Date.UTC(2026, 1, 1)],
  ] as const)('the %s candle opens on its boundary', (interval, openTime) => {
    expect(openTimeAt(interval, time)).toBe(openTime);
  });

  it.each(INTERVALS)('%s candles join without gap', (interval) => {
    const openTime = openTimeAt(interval, time);
    const next = nextOpenTime(interval, openTime);
    expect(closeTimeOf(interval, openTime)).toBe(next - 1);
    expect(openTimeAt(interval, next)).toBe(next);
    expect(openTimeAt(interval, next - 1)).toBe(openTime);
    expect(previousOpenTime(interval, next)).toBe(openTime);
  });
});
