/**
 * The wall clock as the coverage log sees it.
 *
 * Guarantees: a time without any sign of life from this worker longer than `LONGEST_PAUSE_MS` is
 * told as sleep, from the last sign to the first one after it; a worker that is busy for a few
 * seconds has not slept, since its frames wait for it. A clock set forward cannot be told from
 * sleep. A clock set back is told before anything that happened after it.
 */
import type { Clock } from '../../binance/ports.ts';

/** `from` and `to` as the clock showed them: for one set back, `from` is the later. */
export interface ClockStep {
  readonly from: number;
  readonly to: number;
}

export interface Timeline {
  /** The time. Called at every sign of life, so that a sleep is seen from its beginning to its end. */
  observe(): number;
  readonly lastSleep: ClockStep | null;
  readonly lastSetBack: ClockStep | null;
}

const LONGEST_PAUSE_MS = 5_000;

export function createTimeline(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly onSleep: (sleep: ClockStep) => void;
  readonly onSetBack: (step: ClockStep) => void;
}): Timeline {
  const { clock, onSleep, onSetBack } = parts;
  let seenAt = clock.now();
  let lastSleep: ClockStep | null = null;
  let lastSetBack: ClockStep | null = null;

  return {
    observe() {
      const from = seenAt;
      const to = clock.now();
      seenAt = to;
      if (to < from) {
        lastSetBack = { from, to };
        // It ended at a time that the clock has not shown yet.
        lastSleep = null;
        onSetBack(lastSetBack);
      } else if (to - from > LONGEST_PAUSE_MS) {
        lastSleep = { from, to };
        onSleep(lastSleep);
      }
      return to;
    },
    get lastSleep() {
      return lastSleep;
    },
    get lastSetBack() {
      return lastSetBack;
    },
  };
}
