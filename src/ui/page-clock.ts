/** Time as the page measures it. */
export interface PageClock {
  /** Milliseconds. */
  now(): number;
  setTimer(callback: () => void, delayMs: number): { cancel(): void };
}

function setTimer(callback: () => void, delayMs: number): { cancel(): void } {
  const id = setTimeout(callback, delayMs);
  return { cancel: () => clearTimeout(id) };
}

/** A changed system clock does not move it; whether sleep does, browsers do not agree. */
export const steadyClock: PageClock = { now: () => performance.now(), setTimer };

/** The time of day, epoch milliseconds, which the worker tells by the same clock. */
export const wallClock: PageClock = { now: () => Date.now(), setTimer };
