import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioTicks, valueTicks } from './value-ticks.ts';

describe('ticks of values', () => {
  it.each([
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [64_190, 64_310, 4, [64_200, 64_250, 64_300]],
    [-1.1, 1.1, 4, [-1, 0, 1]],
    [1e-8, 5e-8, 4, [1e-8, 2e-8, 3e-8, 4e-8, 5e-8]],
    [5, 5, 4, []],
  ])('from %d to %d, about %d', (low, high, most, ticks) =>
    expect(valueTicks(low, high, most)).toEqual(ticks),
  );

  it('lie within, in order, and are few', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 2, max: 12 }), (one, other, most) => {
        const [low = 0, high = 0] = [one, other].toSorted((a, b) => a - b);
        fc.pre(high - low > 1e-3);
        const ticks = valueTicks(low, high, most);
        const slack = (high - low) * 1e-6;
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - slack);
          expect(tick).toBeLessThanOrEqual(high + slack);
        }
      }),
    );
  });
});

describe('ticks of ratios', () => {
  it('are as those of values over a small ratio', () =>
    expect(ratioTicks(64_190, 64_310, 4)).toEqual(valueTicks(64_190, 64_310, 4)));

  it('are 1, 2 and 5 of each power of ten, or powers alone where there are many', () => {
    expect(ratioTicks(3, 300, 8)).toEqual([5, 10, 20, 50, 100, 200]);
    expect(ratioTicks(0.000_02, 70_000, 8)).toEqual([1e-4, 1e-2, 1, 100, 1e4]);
  });
});
