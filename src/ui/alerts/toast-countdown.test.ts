import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { FakeClock } from '../../testing/fake-clock.ts';
import { createToastCountdown } from './toast-countdown.ts';
import type { ToastCountdown } from './toast-countdown.ts';

let clock: FakeClock;
let countdown: ToastCountdown;
let elapsed: string[];

beforeEach(() => {
  clock = createFakeClock();
  elapsed = [];
  countdown = createToastCountdown({
    now: () => clock.now(),
    setTimer: (run, delayMs) => {
      const timer = clock.setTimer(run, delayMs);
      return () => timer.cancel();
    },
    onElapsed: (ids) => elapsed.push(...ids),
  });
});

describe('the time of toasts', () => {
  it('ends for each at its own moment', () => {
    countdown.show(['a'], 5_000);
    clock.advance(2_000);
    countdown.show(['b', 'a'], 5_000);
    clock.advance(2_999);
    expect(elapsed).toEqual([]);
    clock.advance(1);
    expect(elapsed).toEqual(['a']);
    countdown.show(['b'], 5_000);
    clock.advance(2_000);
    expect(elapsed).toEqual(['a', 'b']);
  });

  it('stands still while the page is hidden, pointed at or focused', () => {
    countdown.show(['a'], 5_000);
    clock.advance(4_000);
    countdown.hold('hidden');
    clock.advance(60_000);
    countdown.hold('focused');
    countdown.release('hidden');
    clock.advance(60_000);
    expect(elapsed).toEqual([]);
    countdown.release('focused');
    clock.advance(999);
    expect(elapsed).toEqual([]);
    clock.advance(1);
    expect(elapsed).toEqual(['a']);
  });

  it('starts whole for a toast that comes while time is held', () => {
    countdown.hold('pointed');
    countdown.show(['a'], 1_000);
    clock.advance(5_000);
    countdown.release('pointed');
    clock.advance(999);
    expect(elapsed).toEqual([]);
    clock.advance(1);
    expect(elapsed).toEqual(['a']);
  });

  it('is forgotten with its toast', () => {
    countdown.show(['a', 'b'], 1_000);
    countdown.show(['b'], 1_000);
    clock.advance(1_000);
    expect(elapsed).toEqual(['b']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('leaves no timer behind when stopped', () => {
    countdown.show(['a'], 1_000);
    countdown.stop();
    expect(clock.pendingTimers).toBe(0);
  });
});
