import type { BrowserContext, Page } from '@playwright/test';
import { appUrl, historyRows, leaveOversold, watched } from './fixtures.ts';
import { expect, test } from './real-browser.ts';
import type { Exchange } from './exchange/exchange.ts';

interface Shown {
  readonly tag: string;
  readonly title: string;
}

declare global {
  interface Window {
    /** Tags of the notifications that this tab asked for. */
    askedTags?: string[];
  }
}

async function openTab(real: BrowserContext, exchange: Exchange, base: string): Promise<Page> {
  const page = await real.newPage();
  await page.addInitScript(() => {
    const { prototype } = ServiceWorkerRegistration;
    const { showNotification } = prototype;
    const tags: string[] = [];
    window.askedTags = tags;
    prototype.showNotification = function ask(title, options) {
      tags.push(options?.tag ?? '');
      return showNotification.call(this, title, options);
    };
  });
  await page.goto(new URL(appUrl(exchange), base).href);
  await watched(exchange);
  return page;
}

function shown(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ tag, title }) => ({ tag, title }));
  });
}

function asked(page: Page): Promise<string[]> {
  return page.evaluate(() => window.askedTags ?? []);
}

async function enable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enable notifications' }).click();
  await expect(page.getByRole('button', { name: 'Enable notifications' })).toHaveCount(0);
}

test('a hidden page tells of a signal by a notification', async ({ real, exchange, baseURL }) => {
  const page = await openTab(real, exchange, baseURL ?? '');
  await enable(page);
  const other = await real.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  leaveOversold(exchange);
  await expect
    .poll(async () => (await shown(page)).map(({ tag }) => tag))
    .toContainEqual(expect.stringContaining('rsi-leaves-oversold:BTCUSDT:1m'));
  const [first] = await shown(page);
  expect(first?.title).toContain('BTCUSDT');
});

test('a click on the notification opens its alert in the app', async ({
  real,
  exchange,
  baseURL,
}) => {
  const page = await openTab(real, exchange, baseURL ?? '');
  await enable(page);
  const other = await real.newPage();
  await other.bringToFront();
  leaveOversold(exchange);
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(0);
  const worker = real.serviceWorkers()[0] ?? (await real.waitForEvent('serviceworker'));
  // No test can press a notification of the operating system: the worker is told as if one was.
  const tag = await worker.evaluate(async () => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      NotificationEvent: new (type: string, init: object) => Event;
      dispatchEvent: (event: Event) => boolean;
    };
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
    return notification?.tag;
  });
  await page.bringToFront();
  const row = page.getByRole('table', { name: 'Alert history' }).locator(`[data-alert="${tag}"]`);
  await expect(row).toHaveAttribute('data-highlighted', 'true');
  await expect.poll(async () => (await shown(page)).map((each) => each.tag)).not.toContain(tag);
});

test('a page that is seen shows no notification', async ({ real, exchange, baseURL }) => {
  const page = await openTab(real, exchange, baseURL ?? '');
  await enable(page);
  await page.bringToFront();
  leaveOversold(exchange);
  await expect(historyRows(page).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
  expect(await shown(page)).toEqual([]);
});

test('two tabs make one notification, and the second takes over', async ({
  real,
  exchange,
  baseURL,
}) => {
  const first = await openTab(real, exchange, baseURL ?? '');
  await enable(first);
  const second = await openTab(real, exchange, baseURL ?? '');
  // One connection serves both.
  await expect(second.getByRole('status', { name: 'Connection' })).toContainText('CONNECTED');
  expect(exchange.subscribers('btcusdt@kline_1m')).toBe(1);
  const other = await real.newPage();
  await other.bringToFront();
  // A page that is seen rings by its toast: when nobody asks for trades, the engine knows that none is.
  await expect.poll(() => exchange.subscribers('btcusdt@trade'), { timeout: 30_000 }).toBe(0);
  leaveOversold(exchange);
  for (const page of [first, second]) {
    await expect(historyRows(page).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
  }
  await expect.poll(() => asked(first)).not.toEqual([]);
  const tags = await asked(first);
  expect(new Set(tags).size).toBe(tags.length);
  expect(tags).toContainEqual(expect.stringContaining('rsi-leaves-oversold:BTCUSDT:1m'));
  expect(await asked(second)).toEqual([]);
  await first.close();
  leaveOversold(exchange);
  await expect.poll(() => asked(second)).not.toEqual([]);
});
