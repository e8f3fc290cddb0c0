import { describe, expect, it } from 'vitest';
import { atLeast, atMost, isMet, median, percentile } from './row.ts';
import { benchTable } from './table.ts';

const measured = { what: 'one against other', unit: '×' } as const;

describe('a measured row', () => {
  it('is judged by its median, the bound included', () => {
    expect(isMet([9, 1, 2], atMost(2))).toBe(true);
    expect(isMet([9, 1, 2], atLeast(2.1))).toBe(false);
  });

  it('without a round is not met', () => {
    expect(isMet([], atMost(2))).toBe(false);
    expect(isMet([Number.NaN], atLeast(2))).toBe(false);
  });

  it('has percentiles between its values', () => {
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([1, 2, 3], 1)).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('stands in the table with its spread, its target and whether it is met', () => {
    const rows = [{ name: 'a', ...measured, rounds: [1, 2.5, 1.25], target: atMost(2), note: 'x' }];
    expect(benchTable(rows).split('\n').at(-1)).toMatch(
      /^a +one against other +1\.25 × +1 – 2\.5 +≤ 2 × +yes +x$/,
    );
  });
});
