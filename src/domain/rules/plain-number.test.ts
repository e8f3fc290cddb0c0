import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsToTell, plainNumber } from './plain-number.ts';

describe('a plain number', () => {
  it.each([
    [0, 8, '0'],
    [-0, 8, '0'],
    [30, 4, '30'],
    [31.2437, 4, '31.24'],
    [43508.3, 8, '43508.3'],
    [43508.3, 2, '43508'],
    [0.00000001234, 8, '0.00000001234'],
    [-0.5, 4, '-0.5'],
    [9.99999, 4, '10'],
    [1e21, 4, '1000000000000000000000'],
    [0.1 + 0.2, 15, '0.3'],
    [Infinity, 4, 'Infinity'],
  ])('of %s with %s digits reads %s', (value, digits, text) => {
    expect(plainNumber(value, digits)).toBe(text);
  });

  it('never has an exponent and keeps its value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(1e-14 * Math.abs(value) + 1e-20);
      }),
    );
  });

  it('shows as many digits as tell two numbers apart', () => {
    expect(digitsToTell(30.00004, 30, 4)).toBe(7);
    expect(digitsToTell(31.2, 30, 4)).toBe(4);
    expect(digitsToTell(30, 30, 4)).toBe(4);
  });

  it('shows no more digits than that takes', () => {
    const price = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const near = fc.tuple(price, fc.double({ min: -1e-3, max: 1e-3, noNaN: true }));
    const pair = fc.oneof(
      fc.tuple(price, price),
      near.map(([value, share]) => [value, value * (1 + share)] as const),
    );
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 8 }), ([value, other], digits) => {
        const shown = digitsToTell(value, other, digits);
        const isTold = (count: number) => plainNumber(value, count) !== plainNumber(other, count);
        expect(value === other || shown === 15 || isTold(shown)).toBe(true);
        expect(shown === digits || !isTold(shown - 1)).toBe(true);
      }),
    );
  });
});
