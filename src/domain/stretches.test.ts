import { describe, expect, it } from 'vitest';
import { STRETCH, stretchesOf } from './stretches.ts';

describe('the stretches of a column', () => {
  it('are none where there is nothing', () => {
    expect(stretchesOf(0)).toEqual([]);
    expect(stretchesOf(14, 15)).toEqual([]);
  });

  it('follow each other from the start to the end', () => {
    expect(stretchesOf(10)).toEqual([{ from: 0, to: 10 }]);
    expect(stretchesOf(2 * STRETCH)).toEqual([
      { from: 0, to: STRETCH },
      { from: STRETCH, to: 2 * STRETCH },
    ]);
    expect(stretchesOf(STRETCH + 8, 7)).toEqual([
      { from: 7, to: STRETCH + 7 },
      { from: STRETCH + 7, to: STRETCH + 8 },
    ]);
  });
});
