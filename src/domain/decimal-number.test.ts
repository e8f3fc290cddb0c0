import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalNumber } from './decimal-number.ts';
import { isUnsignedDecimal } from './decimal-sign.ts';

const plainWay = (text: string): number => (isUnsignedDecimal(text) ? Number(text) : Number.NaN);
const digits = (minLength: number, maxLength: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${minLength},${maxLength}}$`));

describe('decimalNumber', () => {
  it('reads what the exchange writes as Number does', () => {
    const asWritten = fc
      .tuple(digits(1, 20), digits(1, 18))
      .map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(asWritten, (text) => {
        expect(decimalNumber(text)).toBe(plainWay(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('differs from the plain way for no text at all', () => {
    const nearly = fc.stringMatching(/^[0-9.e+\- x]{0,45}$/);
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string(), digits(1, 45)), (text) => {
        expect(decimalNumber(text)).toBe(plainWay(text));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '9007199254740991',
    '9007199254740993',
    '90071992547409.93',
    '0.1',
    '455442476.18534620',
    '0.00000001',
    `0.${'0'.repeat(30)}1`,
    `${'9'.repeat(40)}`,
    '',
    '.',
    '.5',
    '5.',
    '1e5',
    '-1',
    `${'0'.repeat(41)}1`,
  ])('reads %j as the plain way does', (text) => {
    expect(decimalNumber(text)).toBe(plainWay(text));
  });

  it.each([7, null, undefined, ['1'], { toString: () => '1' }])('has no number for %j', (value) => {
    expect(decimalNumber(value)).toBeNaN();
  });
});
