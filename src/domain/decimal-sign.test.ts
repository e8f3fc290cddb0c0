import { describe, expect, it } from 'vitest';
import { isPositiveDecimal, isSignedDecimal, isUnsignedDecimal } from './decimal-sign.ts';

describe('isPositiveDecimal', () => {
  it.each(['1', '0.1', '43.50830000', '0.00000001', '100000000000', '007', `0.${'0'.repeat(19)}1`])(
    'accepts %s',
    (text) => {
      expect(isPositiveDecimal(text)).toBe(true);
    },
  );

  it.each([
    '0',
    '0.000',
    '-1',
    '+1',
    '1e5',
    '1E-5',
    '.5',
    '5.',
    '1,5',
    '1.2.3',
    '',
    ' 1',
    '1\n',
    '0x10',
    'Infinity',
    '٣',
    '9'.repeat(41),
    7,
    null,
    undefined,
  ])('refuses %j', (value) => {
    expect(isPositiveDecimal(value)).toBe(false);
  });
});

describe('zero and minus', () => {
  it.each([
    ['0', false, true, true],
    ['0.00000000', false, true, true],
    ['1.5', true, true, true],
    ['-1.5', false, false, true],
    ['-0', false, false, true],
    ['--1', false, false, false],
    ['-', false, false, false],
    ['', false, false, false],
    ['.', false, false, false],
    ['1e5', false, false, false],
  ])('%j: above zero %s, unsigned %s, signed %s', (text, isPositive, isUnsigned, isSigned) => {
    expect([isPositiveDecimal(text), isUnsignedDecimal(text), isSignedDecimal(text)]).toEqual([
      isPositive,
      isUnsigned,
      isSigned,
    ]);
  });
});
