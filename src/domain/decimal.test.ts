import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPositiveDecimal } from './decimal-sign.ts';
import { decimalText } from './decimal.ts';

describe('decimalText', () => {
  it.each([
    [1e-8, '0.00000001'],
    [1.2e-7, '0.00000012'],
    [0, '0'],
    [45_000.1, '45000.1'],
    [1e21, '1000000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-2.5, '-2.5'],
  ])('writes %d as %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('never writes an exponent, and reads back as the very same number', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text) === value).toBe(true);
      }),
    );
  });

  it('what is not a number is not a price', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(isPositiveDecimal(decimalText(value))).toBe(false);
    }
  });

  it('writes every price that an exchange could quote as one that is accepted', () => {
    const price = fc.double({ min: 1e-10, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(price, (value) => {
        expect(isPositiveDecimal(decimalText(value))).toBe(true);
      }),
    );
  });
});
