/** Time as the page measures it. */
export interface PageClock {
  /** Milliseconds. */
  now(): number;
  setTimer(callback: () => void, delayMs: number): { cancel(): void };
}

/** A changed system clock does not move it; whether sleep does, browsers do not agree. */
export const steadyClock: PageClock = {
  now: () => performance.now(),
  setTimer(callback, delayMs) {
    const id = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(id) };
  },
};
