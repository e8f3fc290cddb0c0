import { describe, expect, it } from 'vitest';
import { linePath } from './line-path.ts';

const size = { width: 10, height: 4 };

describe('a line through values', () => {
  it('goes from edge to edge, the greatest on top', () => {
    expect(linePath([0, 2, 1], size, { low: 0, high: 2 })).toBe('M0.0 4.0L5.0 0.0L10.0 2.0');
  });

  it('is broken where a value is missing', () => {
    const path = linePath([Number.NaN, 0, Number.NaN, 2, 2], size, { low: 0, high: 2 });
    expect(path).toBe('M2.5 4.0M7.5 0.0L10.0 0.0');
  });

  it('lies in the middle where nothing changes, and is nothing of nothing', () => {
    expect(linePath([5, 5], size, { low: 5, high: 5 })).toBe('M0.0 2.0L10.0 2.0');
    expect(linePath([], size, { low: 0, high: 1 })).toBe('');
  });

  it('keeps the least and the greatest of each unit where there are many', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index % 7);
    values[500] = 90;
    values[777] = -90;
    const path = linePath(values, size, { low: -90, high: 90 });
    expect(path).toContain(' 0.0');
    expect(path).toContain(' 4.0');
    expect(path.match(/[ML]/g)?.length).toBeLessThanOrEqual(20);
  });
});
