import type { Page } from '@playwright/test';

/**
 * Keeps the next timer of the page's worker that runs for almost a day, as that of a connection's age
 * does, and answers how to end it: a connection that is opened meanwhile grows old at that moment.
 */
export async function ageNextConnection(page: Page): Promise<() => Promise<void>> {
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    const hour = 3_600_000;
    const usual = globalThis.setTimeout;
    const keeping = (task: TimerHandler, delay = 0, ...rest: unknown[]) => {
      if (delay > 23.5 * hour && delay < 24 * hour) {
        Object.assign(globalThis, { setTimeout: usual, growOld: task });
      }
      return Reflect.apply(usual, globalThis, [task, delay, ...rest]);
    };
    Object.assign(globalThis, { setTimeout: keeping });
  });
  return async () => {
    await worker?.evaluate(() => (globalThis as unknown as { growOld: () => void }).growOld());
  };
}
