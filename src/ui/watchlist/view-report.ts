/**
 * Tells the engine which rows are seen, for it to stream these to the tick.
 *
 * Guarantees: the first rows are told at once, since until then the engine streams all that are watched;
 * later ones once the view has rested for 300 ms, and at least once a second while it moves, so that
 * rows that fly by are not asked for; and nothing while every row in view is among those told last, so
 * that scrolling to and fro by a few rows changes no subscription.
 */
export interface ViewReport {
  /** `around`: the rows in view with some on either side. */
  see(inView: readonly string[], around: readonly string[]): void;
  /** A new engine knows nothing yet. */
  repeat(): void;
  stop(): void;
}

const REST_MS = 300;
const LONGEST_MS = 1000;

export function createViewReport(tell: (symbols: readonly string[]) => void): ViewReport {
  let told: ReadonlySet<string> | null = null;
  let next: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let movesSince = 0;

  const report = (): void => {
    clearTimeout(timer);
    timer = undefined;
    told = new Set(next);
    tell(next);
  };

  /** More than a screen's worth that is no longer seen is worth telling, too. */
  const isCovered = (inView: readonly string[], around: readonly string[]): boolean =>
    told !== null &&
    inView.every((symbol) => told?.has(symbol)) &&
    told.size <= 2 * around.length &&
    (inView.length > 0 || told.size === 0);

  return {
    see(inView, around) {
      next = inView.length > 0 ? around : [];
      if (isCovered(inView, around)) {
        clearTimeout(timer);
        timer = undefined;
        return;
      }
      if (told === null && inView.length > 0) return report();
      const now = performance.now();
      if (timer === undefined) movesSince = now;
      clearTimeout(timer);
      timer = setTimeout(report, Math.min(REST_MS, Math.max(0, movesSince + LONGEST_MS - now)));
    },
    repeat() {
      if (told !== null) report();
    },
    stop: () => clearTimeout(timer),
  };
}
