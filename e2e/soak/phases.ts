/** When a run does what, by the time that has passed of it. */
export interface Phases {
  /** What ends engines may happen. */
  isRough(): boolean;
  /** The engine has lived long enough to be measured, and was not measured just now. */
  isReadingDue(): boolean;
  isOver(): boolean;
  elapsedMs(): number;
}

/** Share of the run in which everything may happen; afterwards the engine is left alive. */
const ROUGH = 0.4;
/** Share of the run after which that engine counts as warm: its code is compiled, its buffers are full. */
const WARM = 0.7;
/** Readings of memory, roughly. */
const READINGS = 24;

export function createPhases(now: () => number, totalMs: number): Phases {
  const startedAt = now();
  let lastReadingMs = 0;
  const elapsedMs = (): number => now() - startedAt;
  return {
    isRough: () => elapsedMs() < totalMs * ROUGH,
    isReadingDue() {
      const isWarm = elapsedMs() >= totalMs * WARM;
      const isDue = elapsedMs() - lastReadingMs >= (totalMs * (1 - WARM)) / READINGS;
      if (isWarm && isDue) lastReadingMs = elapsedMs();
      return isWarm && isDue;
    },
    isOver: () => elapsedMs() >= totalMs,
    elapsedMs,
  };
}
