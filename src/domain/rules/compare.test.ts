import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAbove, isInside, isNotAbove, isOutside } from './compare.ts';

const anyValue = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 30, Number.NaN, Infinity));

describe('of two values one is above the other', () => {
  it('only by more than rounding', () => {
    expect(isAbove(30 * (1 + 1e-9), 30)).toBe(true);
    expect(isAbove(30 * (1 + 1e-13), 30)).toBe(false);
    expect(isAbove(-30, -30 * (1 + 1e-13))).toBe(false);
    expect(isAbove(1e-9, 0)).toBe(true);
    expect(isAbove(0, 0)).toBe(false);
  });

  it('or not, unless one of them is not defined', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (value, other) => {
        const areDefined = !Number.isNaN(value + other);
        expect(isNotAbove(value, other)).toBe(areDefined && !isAbove(value, other));
        expect(isAbove(value, other) && isAbove(other, value)).toBe(false);
      }),
    );
  });
});

describe('of a range a value', () => {
  it('at an edge is inside', () => {
    expect([5, 8, 12].map((value) => isInside(value, 5, 12))).toEqual([true, true, true]);
    expect([4, 13].map((value) => isOutside(value, 5, 12))).toEqual([true, true]);
  });

  it('is never both inside and outside', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (value, low, high) => {
        expect(isInside(value, low, high) && isOutside(value, low, high)).toBe(false);
      }),
    );
  });
});
