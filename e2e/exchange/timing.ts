/**
 * The machine's time as the server sees it: what limits, pings and pacing are measured with. It is
 * passed in so that a test moves an hour on without waiting for it. The market has its own clock
 * (`market-clock.ts`), because a test may set that to any date.
 */
export interface Timing {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` every `ms` until the returned function is called. */
  every(ms: number, task: () => void): () => void;
}

/** Real time. Its timers do not keep the process alive: the listening server does that. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every(ms, task) {
    const timer = setInterval(task, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};
