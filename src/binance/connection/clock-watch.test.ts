import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createClockWatch } from './clock-watch.ts';

function setUp() {
  const clock = createFakeClock();
  const jumps: number[] = [];
  const watch = createClockWatch(clock, (aheadMs) => jumps.push(aheadMs));
  watch.start();
  return { clock, jumps, watch };
}

describe('the clock watch', () => {
  test('says nothing while time passes evenly', () => {
    const { clock, jumps } = setUp();
    clock.advance(3_600_000);
    expect(jumps).toEqual([]);
  });

  test.each([600_000, 36_000_000, -3_600_000])('tells of a jump by %i ms once', (ms) => {
    const { clock, jumps } = setUp();
    clock.advance(12_000);
    clock.jump(ms);
    clock.advance(60_000);
    expect(jumps).toEqual([ms]);
  });

  test('takes a busy worker for no jump', () => {
    const { clock, jumps } = setUp();
    clock.jump(3000);
    clock.advance(60_000);
    expect(jumps).toEqual([]);
  });

  test('runs no timer after stop, and one after two starts', () => {
    const { clock, watch } = setUp();
    watch.start();
    expect(clock.pendingTimers).toBe(1);
    watch.stop();
    expect(clock.pendingTimers).toBe(0);
  });
});
