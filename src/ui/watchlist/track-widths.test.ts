import { describe, expect, it } from 'vitest';
import { trackWidths } from './track-widths.ts';

describe('the widths of columns', () => {
  it('share what there is', () =>
    expect(
      trackWidths(
        [
          { least: 1, share: 3 },
          { least: 1, share: 1 },
        ],
        8,
      ),
    ).toEqual([6, 2]));

  it('are what a column needs at least, and the others share the rest', () =>
    expect(
      trackWidths(
        [
          { least: 6, share: 1 },
          { least: 1, share: 1 },
          { least: 1, share: 2 },
        ],
        12,
      ),
    ).toEqual([6, 2, 4]));

  it('are found anew where that makes another too narrow', () =>
    expect(
      trackWidths(
        [
          { least: 8, share: 1 },
          { least: 3, share: 1 },
          { least: 0, share: 1 },
        ],
        12,
      ),
    ).toEqual([8, 3, 1]));

  it('are what is needed where there is no more, or less', () => {
    const tracks = [
      { least: 4, share: 1 },
      { least: 5, share: 2 },
    ];
    expect(trackWidths(tracks, 9)).toEqual([4, 5]);
    expect(trackWidths(tracks, 2)).toEqual([4, 5]);
  });

  it('of nothing are none', () => {
    expect(trackWidths([], 10)).toEqual([]);
    expect(trackWidths([{ least: 0, share: 1 }], -3)).toEqual([0]);
  });
});
