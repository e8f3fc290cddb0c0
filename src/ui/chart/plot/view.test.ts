import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamped, followed, isFollowing, latestView, panned, zoomed } from './view.ts';
import type { Extent } from './view.ts';

const MINUTE = 60_000;
const EXTENT: Extent = { first: 0, last: 499 * MINUTE, length: MINUTE };

describe('the view of a chart', () => {
  it('starts at the newest candles, with room after them', () => {
    const view = latestView(EXTENT, 100);
    expect((view.to - view.from) / MINUTE).toBe(100);
    expect(view.to).toBeGreaterThan(EXTENT.last);
    expect(isFollowing(view, EXTENT)).toBe(true);
  });

  it('moves on with the newest candle only while it is in view', () => {
    const next = { ...EXTENT, last: EXTENT.last + MINUTE };
    const latest = latestView(EXTENT, 100);
    expect(followed(latest, EXTENT, next)).toEqual(panned(latest, MINUTE));
    const past = panned(latest, -50 * MINUTE);
    expect(followed(past, EXTENT, next)).toEqual(past);
  });

  it('keeps the moment under the pointer while zooming', () => {
    const view = zoomed({ from: 0, to: 100 }, 0.5, 30);
    expect(view).toEqual({ from: 15, to: 65 });
  });

  it('never loses the candles and never degenerates', () => {
    const moment = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 1e9 }), (from, width) => {
        const view = clamped({ from, to: from + width }, EXTENT);
        expect(view.to - view.from).toBeGreaterThanOrEqual(12 * MINUTE - 1);
        expect(view.from).toBeLessThan(EXTENT.last);
        expect(view.to).toBeGreaterThan(EXTENT.first);
      }),
    );
  });
});
