/**
 * How often something is posted: a first change at once, later ones together after a pause. An engine
 * that falls behind pauses longer, but never longer than it is allowed to. Nothing wakes it for a pause
 * in which nothing changes.
 */
import type { Clock, Timer } from '../../binance/ports.ts';

export interface Pace {
  /** There is something to post. */
  changed(): void;
  setMost(ms: number): void;
  stop(): void;
}

/** A timer that comes a displayed frame late or more says that the engine has better things to do. */
const LATE_MS = 16;

/** `post` says whether there was anything to post. */
export function createPace(
  clock: Clock,
  leastMs: number,
  mostMs: number,
  post: () => boolean,
): Pace {
  let most = mostMs;
  let pauseMs = leastMs;
  let postedAt = -Infinity;
  let timer: Timer | undefined;

  const postNow = (wasLate: boolean): void => {
    timer = undefined;
    pauseMs = Math.min(most, Math.max(leastMs, wasLate ? pauseMs * 2 : pauseMs / 2));
    if (post()) postedAt = clock.now();
  };

  return {
    changed() {
      if (timer) return;
      const now = clock.now();
      const restMs = postedAt + pauseMs - now;
      // It is longer than the pause where the clock was set back.
      if (restMs <= 0 || restMs > pauseMs) return postNow(false);
      timer = clock.setTimer(() => postNow(clock.now() - now - restMs >= LATE_MS), restMs);
    },
    setMost(ms) {
      most = ms;
      pauseMs = Math.min(pauseMs, ms);
    },
    stop: () => timer?.cancel(),
  };
}
