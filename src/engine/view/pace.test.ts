import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createPace } from './pace.ts';

function setUp(leastMs = 4, mostMs = 64) {
  const clock = createFakeClock();
  const start = clock.now();
  const posted: number[] = [];
  const state = { isDue: true };
  const pace = createPace(clock, leastMs, mostMs, () => {
    if (state.isDue) posted.push(clock.now() - start);
    return state.isDue;
  });
  return { clock, pace, posted, state };
}

describe('the pace of posting', () => {
  test('a first change is posted at once, and nothing wakes it afterwards', () => {
    const { clock, pace, posted } = setUp();
    pace.changed();
    expect(posted).toEqual([0]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('changes within the pause are posted together at its end', () => {
    const { clock, pace, posted } = setUp();
    pace.changed();
    clock.advance(1);
    pace.changed();
    pace.changed();
    clock.advance(10);
    expect(posted).toEqual([0, 4]);
    pace.changed();
    expect(posted).toEqual([0, 4, 11]);
  });

  test('what was no change begins no pause', () => {
    const { pace, posted, state } = setUp();
    state.isDue = false;
    pace.changed();
    state.isDue = true;
    pace.changed();
    expect(posted).toEqual([0]);
  });

  test('the pause doubles when it ends late, up to the most, and shrinks again', () => {
    const { clock, pace, posted } = setUp(4, 16);
    pace.changed();
    // The wall clock moves while the timer waits: it comes late.
    for (const pauseMs of [4, 8, 16]) {
      pace.changed();
      clock.jump(20);
      clock.advance(pauseMs);
    }
    posted.length = 0;
    pace.changed();
    clock.advance(15);
    expect(posted).toEqual([]);
    clock.advance(1);
    expect(posted).toHaveLength(1);
    pace.changed();
    clock.advance(8);
    expect(posted).toHaveLength(2);
  });

  test('a clock that is set back holds nothing up', () => {
    const { clock, pace, posted } = setUp();
    pace.changed();
    clock.jump(-3_600_000);
    pace.changed();
    expect(posted).toHaveLength(2);
  });

  test('stopped, it posts no more', () => {
    const { clock, pace, posted } = setUp();
    pace.changed();
    pace.changed();
    pace.stop();
    clock.advance(10);
    expect(posted).toEqual([0]);
  });
});
