/** Puts alerts into the page's database, as if they had been raised long ago. */
import type { Page } from '@playwright/test';

const DATABASE = 'tocsin-local';
const EVERY_MS = 90_000;

/**
 * That many, alternately BUY and SELL, of BTCUSDT and ETHUSDT in turns of two; the newest of them was
 * raised just before `before`. The next start of the engine knows them.
 */
export async function seedAlerts(page: Page, count: number, before = Date.now()): Promise<void> {
  await page.evaluate(
    ({ database, count: wanted, before: end, everyMs }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const opened = opening.result;
          const writing = opened.transaction('alerts', 'readwrite');
          for (let index = 0; index < wanted; index++) {
            const createdAt = end - (index + 1) * everyMs;
            const candleOpenTime = Math.floor(createdAt / 60_000) * 60_000 - 60_000;
            const signalType = index % 2 === 0 ? 'BUY' : 'SELL';
            const symbol = index % 4 < 2 ? 'BTCUSDT' : 'ETHUSDT';
            writing.objectStore('alerts').put({
              id: `seeded:${symbol}:1m:${candleOpenTime}:${signalType}`,
              signalType,
              symbol,
              price: '43508.20000000',
              indicator: 'Seeded, "as a test"',
              ruleId: 'seeded',
              interval: '1m',
              strength: 0.5,
              message: `=number ${index}`,
              createdAt,
              candleOpenTime,
              status: 'EXPIRED',
              dismissedAt: null,
              late: false,
              announcedAt: createdAt,
            });
          }
          writing.addEventListener('complete', () => {
            opened.close();
            resolve();
          });
          writing.addEventListener('error', () => reject(writing.error));
        });
      }),
    { database: DATABASE, count, before, everyMs: EVERY_MS },
  );
}
