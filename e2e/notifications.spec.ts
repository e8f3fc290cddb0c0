import type { BrowserContext, Page } from '@playwright/test';
import { appUrl, historyRows, leaveOversold, watched } from './fixtures.ts';
import { expect, test } from './real-browser.ts';
import type { Exchange } from './exchange/exchange.ts';

interface Shown {
  readonly tag: string;
  readonly title: string;
}

async function openTab(real: BrowserContext, exchange: Exchange, base: string): Promise<Page> {
  const page = await real.newPage();
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
  await exchange.until('both tabs watch', () => exchange.subscribers('btcusdt@kline_1m') === 2);
  const other = await real.newPage();
  await other.bringToFront();
  leaveOversold(exchange);
  const rsi = (all: Shown[]) => all.filter(({ tag }) => tag.startsWith('rsi-leaves-oversold'));
  for (const page of [first, second]) {
    await expect(historyRows(page).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
  }
  await expect.poll(async () => rsi(await shown(second)).length).toBe(1);
  await first.close();
  leaveOversold(exchange);
  await expect.poll(async () => rsi(await shown(second)).length).toBe(2);
});
