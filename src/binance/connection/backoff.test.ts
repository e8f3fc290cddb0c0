import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffDelayMs } from './backoff.ts';

const bounds = { minMs: 1000, maxMs: 30_000 };

describe('backoff', () => {
  test.each([
    [0, 1000, 2000],
    [1, 2000, 4000],
    [2, 4000, 8000],
    [3, 8000, 16_000],
    [4, 15_000, 30_000],
    [5, 15_000, 30_000],
    [5000, 15_000, 30_000],
  ])('attempt %i waits between %i and %i ms', (attempt, least, most) => {
    expect(backoffDelayMs(attempt, bounds, () => 0)).toBe(least);
    expect(backoffDelayMs(attempt, bounds, () => 1)).toBe(most);
  });

  test('every delay lies within the bounds', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, minMs, maxMs, random) => {
          const delay = backoffDelayMs(attempt, { minMs, maxMs }, () => random);
          expect(delay).toBeGreaterThanOrEqual(minMs);
          expect(delay).toBeLessThanOrEqual(Math.max(minMs, maxMs));
        },
      ),
    );
  });
});
