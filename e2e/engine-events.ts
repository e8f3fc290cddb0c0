/** What engines post to their pages, as the pages get it. */
import type { Page } from '@playwright/test';

/** An event of the engine, as far as tests look at it. */
export interface EngineEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

declare global {
  interface Window {
    engineEvents?: EngineEvent[];
  }
}

/** Keeps the events of these types that come to the page from its next visit on. */
export async function keepEngineEvents(page: Page, types: readonly string[]): Promise<void> {
  await page.addInitScript((kept) => {
    const events: EngineEvent[] = [];
    window.engineEvents = events;
    window.Worker = new Proxy(window.Worker, {
      construct(target, args, newTarget) {
        const worker = Reflect.construct(target, args, newTarget) as Worker;
        worker.addEventListener('message', ({ data }: MessageEvent<EngineEvent>) => {
          if (kept.includes(data.type)) events.push(data);
        });
        return worker;
      },
    });
  }, types);
}

export function engineEvents(page: Page): Promise<EngineEvent[]> {
  return page.evaluate(() => window.engineEvents ?? []);
}
