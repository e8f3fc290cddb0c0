import type { Page } from '@playwright/test';

/**
 * Lets the next timer of almost a day that the page's worker sets end after `ms`: a connection that is
 * opened then grows old within seconds.
 */
export async function hurryLongTimer(page: Page, ms: number): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate((soon) => {
    const almostADay = 20 * 3_600_000;
    const usual = globalThis.setTimeout;
    const hurried = (task: TimerHandler, delay = 0, ...rest: unknown[]) => {
      const isLong = delay > almostADay;
      if (isLong) Object.assign(globalThis, { setTimeout: usual });
      return Reflect.apply(usual, globalThis, [task, isLong ? soon : delay, ...rest]);
    };
    Object.assign(globalThis, { setTimeout: hurried });
  }, ms);
}
