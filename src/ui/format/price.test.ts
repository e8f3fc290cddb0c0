import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsFor, formatNumber, formatPrice, tickDecimals } from './price.ts';

describe('tickDecimals', () => {
  it.each([
    ['0.00010000', 4],
    ['0.01000000', 2],
    ['1.00000000', 0],
    ['0.00000001', 8],
    ['10', 0],
  ])('%s asks for %i decimals', (tick, decimals) => expect(tickDecimals(tick)).toBe(decimals));

  it('is not known without a tick size', () => expect(tickDecimals(null)).toBeNull());
});

describe('formatPrice', () => {
  it.each([
    ['43.50830000', 4, '43.5083'],
    ['64250.10000000', 2, '64,250.10'],
    ['1234567.00000000', 0, '1,234,567'],
    ['0.00001234', 8, '0.00001234'],
    ['43.5', 4, '43.5000'],
    ['100', 2, '100.00'],
    ['999', 0, '999'],
    ['0.00000000', 2, '0.00'],
    ['12.34567800', 2, '12.345678'],
    ['12.30000000', null, '12.3'],
    ['12.00000000', null, '12'],
  ])('%s with %s decimals is %s', (price, decimals, shown) =>
    expect(formatPrice(price, decimals)).toBe(shown),
  );

  it('never changes the value and never shows an exponent', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const fraction = fc.stringMatching(/^\d{8}$/);
    const decimals = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(whole, fraction, decimals, (left, right, count) => {
        const shown = formatPrice(`${left}.${right}`, count).replaceAll(',', '');
        const [shownLeft, shownRight = ''] = shown.split('.');
        expect(shownLeft).toBe(String(left));
        expect(shownRight.padEnd(8, '0')).toBe(right);
        expect(shownRight.length).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});

describe('formatNumber', () => {
  it('groups thousands and keeps small numbers out of exponents', () => {
    expect(formatNumber(1_234_567.891, 2)).toBe('1,234,567.89');
    expect(formatNumber(0.000_000_12, 8)).toBe('0.00000012');
  });

  it('writes a proper minus, and none before zero', () => {
    expect(formatNumber(-1234.5, 1)).toBe('−1,234.5');
    expect(formatNumber(-0.001, 2)).toBe('0.00');
  });

  it('has a sign for what is not a number', () => {
    expect(formatNumber(Number.NaN, 2)).toBe('–');
    expect(formatNumber(Infinity, 2)).toBe('–');
  });
});

describe('decimalsFor', () => {
  it.each([
    [64_250.12, 1],
    [51.234, 2],
    [2.5, 3],
    [0.012, 5],
    [0, 2],
  ])('%d is shown with %i decimals', (value, decimals) =>
    expect(decimalsFor(value)).toBe(decimals),
  );
});
