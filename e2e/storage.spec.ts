/** Storage that fails under the app: it goes on in memory, says so, and recovers by itself. */
import type { Page } from '@playwright/test';
import { appUrl, expect, historyRows, leaveOversold, openApp, test, watched } from './fixtures.ts';
import { storedAlerts } from './soak/stored-alerts.ts';
import { judgesAndNotes } from './watching.ts';

const DATABASE = 'tocsin-local';

test('a database deleted under the app is made anew, with all that memory holds', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await judgesAndNotes(page, exchange);
  leaveOversold(exchange);
  await expect(crossings(page)).toHaveCount(1);
  const outcome = await page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const deletion = indexedDB.deleteDatabase(name);
        deletion.addEventListener('success', () => resolve('deleted'));
        deletion.addEventListener('error', () => resolve('failed'));
      }),
    DATABASE,
  );
  expect(outcome).toBe('deleted');
  leaveOversold(exchange);
  await expect(crossings(page)).toHaveCount(2);
  await expect.poll(() => storedCrossings(page)).toHaveLength(2);
  await page.reload();
  await expect(crossings(page)).toHaveCount(2);
});

test('a disk that is full is told, and nothing is lost once there is room', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await judgesAndNotes(page, exchange);
  const [worker] = page.workers();
  // The browser's own tool for this, Storage.overrideQuotaForOrigin, changes nothing for IndexedDB.
  await worker?.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    };
    addEventListener('room', () => (IDBObjectStore.prototype.put = put));
  });
  leaveOversold(exchange);
  await expect(crossings(page)).toHaveCount(1);
  await expect(saysSo(page)).toBeVisible();
  expect(await storedCrossings(page)).toEqual([]);
  await worker?.evaluate(() => dispatchEvent(new Event('room')));
  await expect.poll(() => storedCrossings(page)).toHaveLength(1);
  await page.reload();
  await expect(crossings(page)).toHaveCount(1);
});

test('a database of a later version is left alone', async ({ page, exchange }) => {
  await page.goto('./icons/badge-96.png');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 99);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    DATABASE,
  );
  await page.goto(appUrl(exchange));
  await watched(exchange);
  await expect(saysSo(page)).toBeVisible();
  leaveOversold(exchange);
  await expect(crossings(page)).toHaveCount(1);
  const versions = await page.evaluate(() => indexedDB.databases());
  expect(versions).toContainEqual({ name: DATABASE, version: 99 });
});

function crossings(page: Page) {
  return historyRows(page).filter({ hasText: 'RSI leaves oversold' });
}

async function storedCrossings(page: Page): Promise<string[]> {
  const alerts = await storedAlerts(page);
  return alerts.map(({ id }) => id).filter((id) => id.startsWith('rsi-leaves-oversold'));
}

function saysSo(page: Page) {
  return page.getByText(/kept only until this page is closed/).first();
}
