import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { FakeClock } from '../../testing/fake-clock.ts';
import { createLingeringView } from './lingering-view.ts';
import type { LingeringView, ShownView } from './lingering-view.ts';

const SECOND = 1000;
const HIDDEN: ShownView = { inView: [], isMarketShown: false, isVisible: false };
const rows = (inView: readonly string[] | null, isMarketShown = false): ShownView => ({
  inView,
  isMarketShown,
  isVisible: true,
});

let clock: FakeClock;
let left: number;
let view: LingeringView;
const inView = () => [...view.held.inView];

beforeEach(() => {
  clock = createFakeClock(1_700_000_000_000);
  left = 0;
  view = createLingeringView({ clock, onLeft: () => left++ });
});

describe('what pages show', () => {
  it('is nothing before they have said so', () => {
    expect(view.held).toMatchObject({ inView: new Set(), isMarketShown: false, isVisible: false });
  });

  it('counts at once', () => {
    view.see(rows(['A', 'B'], true));
    expect(view.held).toMatchObject({
      inView: new Set(['A', 'B']),
      isMarketShown: true,
      isVisible: true,
    });
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a row that has left the view', () => {
  it('counts for five seconds more', () => {
    view.see(rows(['A', 'B']));
    view.see(rows(['B', 'C']));
    clock.advance(5 * SECOND);
    expect([inView(), left]).toEqual([['B', 'C', 'A'], 0]);
    clock.advance(SECOND);
    expect([inView(), left]).toEqual([['B', 'C'], 1]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('and comes back in time was never away', () => {
    view.see(rows(['A']));
    view.see(rows(['B']));
    clock.advance(4 * SECOND);
    view.see(rows(['A']));
    clock.advance(60 * SECOND);
    expect([inView(), left]).toEqual([['A'], 1]);
  });

  it('leaves on time whatever the clock is set to', () => {
    view.see(rows(['A']));
    view.see(rows([]));
    clock.jump(-3_600_000);
    clock.advance(6 * SECOND);
    expect([inView(), left]).toEqual([[], 1]);
  });
});

describe('until a page has said what it shows', () => {
  it('may be seen all of it, also for five seconds longer', () => {
    view.see(rows(null));
    expect([inView(), view.held.isUnsaid]).toEqual([[], true]);
    view.see(rows(['A']));
    clock.advance(5 * SECOND);
    expect([inView(), view.held.isUnsaid, left]).toEqual([['A'], true, 0]);
    clock.advance(SECOND);
    expect([inView(), view.held.isUnsaid, left]).toEqual([['A'], false, 1]);
  });
});

describe('the whole market', () => {
  it('counts for five seconds after it was last shown', () => {
    view.see(rows([], true));
    view.see(rows([]));
    clock.advance(5 * SECOND);
    expect(view.held.isMarketShown).toBe(true);
    clock.advance(SECOND);
    expect([view.held.isMarketShown, left]).toEqual([false, 1]);
  });

  it('that is shown again in time stays', () => {
    view.see(rows([], true));
    view.see(rows([]));
    clock.advance(3 * SECOND);
    view.see(rows([], true));
    clock.advance(60 * SECOND);
    expect([view.held.isMarketShown, left]).toEqual([true, 0]);
  });
});

describe('the last page that is hidden', () => {
  it('leaves everything as it was for ten seconds, then nothing', () => {
    view.see(rows(['A'], true));
    view.see(HIDDEN);
    clock.advance(10 * SECOND);
    expect(view.held).toMatchObject({
      inView: new Set(['A']),
      isMarketShown: true,
      isVisible: true,
    });
    clock.advance(SECOND);
    expect(view.held).toMatchObject({ inView: new Set(), isMarketShown: false, isVisible: false });
    expect([left, clock.pendingTimers]).toEqual([1, 0]);
  });

  it('and seen again in time changes nothing', () => {
    view.see(rows(['A']));
    view.see(HIDDEN);
    clock.advance(8 * SECOND);
    view.see(rows(['A']));
    clock.advance(60 * SECOND);
    expect([inView(), left]).toEqual([['A'], 0]);
  });

  it('is not hidden twice as long by being told so again', () => {
    view.see(rows(['A']));
    view.see(HIDDEN);
    clock.advance(6 * SECOND);
    view.see(HIDDEN);
    clock.advance(5 * SECOND);
    expect([view.held.isVisible, left]).toEqual([false, 1]);
  });

  it('that comes back later begins anew', () => {
    view.see(rows(['A'], true));
    view.see(HIDDEN);
    clock.advance(60 * SECOND);
    view.see(rows(['B']));
    expect(view.held).toMatchObject({
      inView: new Set(['B']),
      isMarketShown: false,
      isVisible: true,
    });
  });

  it('that was never seen does not linger', () => {
    view.see(HIDDEN);
    expect([view.held.isVisible, clock.pendingTimers]).toEqual([false, 0]);
  });
});

it('leaves no timer behind', () => {
  view.see(rows(['A']));
  view.see(rows([]));
  view.dispose();
  expect(clock.pendingTimers).toBe(0);
});
