/**
 * How often something is posted: a first change at once, later ones together after a pause. An engine
 * that falls behind pauses longer, but never longer than it is allowed to.
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
  let timer: Timer | undefined;

  const postAndPause = (): void => {
    timer = undefined;
    if (!post()) return;
    const dueAt = clock.now() + pauseMs;
    timer = clock.setTimer(() => {
      const isLate = clock.now() - dueAt >= LATE_MS;
      pauseMs = Math.min(most, Math.max(leastMs, isLate ? pauseMs * 2 : pauseMs / 2));
      postAndPause();
    }, pauseMs);
  };

  return {
    changed() {
      if (!timer) postAndPause();
    },
    setMost(ms) {
      most = ms;
      pauseMs = Math.min(pauseMs, ms);
    },
    stop: () => timer?.cancel(),
  };
}
