import { describe, expect, it } from 'vitest';
import { isLeaking, memoryGrowth } from './memory-growth.ts';

function readings(pages: readonly number[], alertsEach = 0) {
  return pages.map((page, place) => ({ page, worker: 1_000_000, alerts: 50 + place * alertsEach }));
}

describe('growth of memory', () => {
  it('is that of the medians of the first and the last third', () => {
    const grown = memoryGrowth(readings([100, 400, 100, 1, 1, 1, 110, 110, 900]), 'page');
    expect(grown).toMatchObject({ start: 100, end: 110, allowed: 0 });
    expect(grown?.share).toBeCloseTo(0.1);
  });

  it('is not told from a few readings', () => {
    expect(memoryGrowth(readings([1, 2, 3, 4, 5]), 'page')).toBeNull();
  });

  it('leaves out what the alerts that came meanwhile may take', () => {
    const pages = [1_000_000, 1_000_000, 1_100_000, 1_100_000, 1_200_000, 1_200_000];
    const grown = memoryGrowth(readings(pages, 25), 'page');
    expect(grown).toMatchObject({ start: 1_000_000, end: 1_200_000, allowed: 200_000, share: 0 });
  });

  it('is a leak beyond a few percent, and never when memory shrinks', () => {
    const leaks = (end: number): boolean => {
      const grown = memoryGrowth(readings([100, 100, 100, end, end, end]), 'page');
      if (!grown) throw new Error('six readings are enough');
      return isLeaking(grown);
    };
    expect([90, 104, 106].map(leaks)).toEqual([false, false, true]);
  });
});
