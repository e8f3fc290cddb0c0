/**
 * Notices that the wall clock and the timers disagree: the computer slept, the tab was frozen, or
 * somebody set the clock.
 *
 * Guarantee: told within one period after the timers run again; a worker busy for a few seconds is
 * no jump.
 */
import type { Clock, Timer } from '../ports.ts';

export interface ClockWatch {
  start(): void;
  stop(): void;
}

const PERIOD_MS = 5000;
const TOLERANCE_MS = 4000;

/** `onJump` gets the milliseconds by which the wall clock ran ahead: negative if set back. */
export function createClockWatch(clock: Clock, onJump: (aheadMs: number) => void): ClockWatch {
  let timer: Timer | undefined;

  const stop = (): void => {
    timer?.cancel();
    timer = undefined;
  };

  const start = (): void => {
    stop();
    const expected = clock.now() + PERIOD_MS;
    timer = clock.setTimer(() => {
      const aheadMs = clock.now() - expected;
      start();
      if (Math.abs(aheadMs) > TOLERANCE_MS) onJump(aheadMs);
    }, PERIOD_MS);
  };

  return { start, stop };
}
