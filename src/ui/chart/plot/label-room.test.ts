import { describe, expect, it } from 'vitest';
import { createLabelRoom } from './label-room.ts';

const LABELS = [40, 80, 120];

describe('labels of the axis beside the price tag', () => {
  it('are all drawn where there is no tag', () => {
    expect(createLabelRoom().clear(LABELS, null)).toEqual([true, true, true]);
  });

  it('give way where the tag would cover them, even in part', () => {
    const room = createLabelRoom();
    expect(room.clear(LABELS, { middle: 80, half: 9 })).toEqual([true, false, true]);
    expect(room.clear(LABELS, { middle: 66, half: 9 })).toEqual([true, false, true]);
    expect(room.clear(LABELS, { middle: 60, half: 17 })).toEqual([false, false, true]);
    expect(room.clear(LABELS, { middle: 60, half: 9 })).toEqual([true, true, true]);
  });

  it('are stale once the tag covers one that was drawn', () => {
    const room = createLabelRoom();
    room.clear(LABELS, { middle: 60, half: 9 });
    expect(room.isStale({ middle: 62, half: 9 })).toBe(false);
    expect(room.isStale({ middle: 64, half: 9 })).toBe(true);
    expect(room.isStale({ middle: 60, half: 17 })).toBe(true);
  });

  it('come back only when the tag is well away, or has gone', () => {
    const room = createLabelRoom();
    room.clear(LABELS, { middle: 64, half: 9 });
    expect(room.isStale({ middle: 63, half: 9 })).toBe(false);
    expect(room.isStale({ middle: 60, half: 9 })).toBe(true);
    expect(room.isStale(null)).toBe(true);
  });
});
