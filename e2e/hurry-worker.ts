import type { Page } from '@playwright/test';

/**
 * Lets the next timer of the page's worker that runs for almost a day, as that of a connection's age
 * does, end after `ms`: a connection that is opened then grows old within seconds.
 */
export async function hurryLongTimer(page: Page, ms: number): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate((soon) => {
    const hour = 3_600_000;
    const usual = globalThis.setTimeout;
    const hurried = (task: TimerHandler, delay = 0, ...rest: unknown[]) => {
      const isLong = delay > 23.5 * hour && delay < 24 * hour;
      if (isLong) Object.assign(globalThis, { setTimeout: usual });
      return Reflect.apply(usual, globalThis, [task, isLong ? soon : delay, ...rest]);
    };
    Object.assign(globalThis, { setTimeout: hurried });
  }, ms);
}
