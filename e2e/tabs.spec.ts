/**
 * Several tabs: one watches and rings for all; when it goes, another one takes its place. That it does
 * so within two seconds is decided where time is driven by hand: `engine/faults/tab-faults.test.ts`.
 */
import type { BrowserContext } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import { appUrl, connection, historyRows, leaveOversold, watched } from './fixtures.ts';
import { expect, test } from './real-browser.ts';
import { openTabs } from './soak/tabs.ts';
import { storedAlerts } from './soak/stored-alerts.ts';
import { databaseRests, judgesAndNotes, showsNewPrice } from './watching.ts';
import { watchPages } from './soak/watch-page.ts';
import type { PageNote } from './soak/watch-page.ts';

async function open(real: BrowserContext, exchange: Exchange, base: string | undefined) {
  const notes: PageNote[] = [];
  await watchPages(real, (note) => notes.push(note));
  const tabs = await openTabs(real, new URL(appUrl(exchange), base).href);
  const leader = await tabs.open();
  await watched(exchange);
  await leader.getByRole('button', { name: 'Enable notifications' }).click();
  await expect(leader.getByRole('button', { name: 'Enable notifications' })).toHaveCount(0);
  const other = await tabs.open();
  await expect(connection(other)).toContainText('CONNECTED');
  return { tabs, leader, other, notes };
}

test('two tabs show one market over one connection', async ({ real, exchange, baseURL }) => {
  const { leader, other } = await open(real, exchange, baseURL);
  expect(exchange.stats.opened).toBe(1);
  expect(exchange.subscribers('btcusdt@kline_1m')).toBe(1);
  await other.bringToFront();
  await showsNewPrice(other, exchange);
  await leader.bringToFront();
  await showsNewPrice(leader, exchange);
  expect(exchange.stats.opened).toBe(1);
});

test('a symbol added in one tab is watched in both', async ({ real, exchange, baseURL }) => {
  const { leader, other } = await open(real, exchange, baseURL);
  await other.getByRole('combobox', { name: 'Add a symbol' }).fill('SOLUSDT');
  await other
    .getByRole('option', { name: /SOLUSDT/ })
    .first()
    .click();
  for (const page of [leader, other]) {
    await page.bringToFront();
    await expect(page.getByRole('rowheader', { name: 'SOLUSDT' })).toBeVisible();
  }
  await exchange.until('it is watched', () => exchange.subscribers('solusdt@kline_1m') === 1);
  expect(exchange.stats.opened).toBe(1);
});

for (const fate of ['closed', 'crashed', 'frozen'] as const) {
  test(`a tab that is ${fate} while it leads is replaced, and no alert is lost or doubled`, async ({
    real,
    exchange,
    baseURL,
  }) => {
    const { tabs, leader, other, notes } = await open(real, exchange, baseURL);
    await exchange.until('one watches', () => exchange.stats.current === 1);
    await judgesAndNotes(other, exchange);
    await tabs.hide();
    const { attempts } = exchange.stats;

    if (fate === 'closed') await tabs.close(leader);
    if (fate === 'crashed') await tabs.crash(leader);
    if (fate === 'frozen') {
      // Stopped in the middle of a write it would keep the database from all others; no browser freezes
      // a page by itself then.
      await databaseRests(other);
      await tabs.freeze(leader);
    }
    const connects = () => exchange.stats.attempts > attempts;
    // The worker of a frozen page stops a moment after it.
    if (fate === 'frozen') await exchange.until('the other one connects', connects);
    leaveOversold(exchange);
    await exchange.until('the other one connects', connects);
    const row = historyRows(other).filter({ hasText: 'RSI leaves oversold' });
    await expect(row).toHaveCount(1);
    const told = () => notes.flatMap((note) => (note.type === 'notified' ? note.ids : []));
    const isOurs = (id: string) => id.startsWith('rsi-leaves-oversold:BTCUSDT:1m');
    // Caught up with before the exchange has told its time, it is late: one summary, no notification.
    const ours = (await storedAlerts(other)).filter(({ id }) => isOurs(id));
    await expect
      .poll(() => told().filter(isOurs))
      .toEqual(ours.filter(({ late }) => !late).map(({ id }) => id));

    if (fate === 'frozen') {
      await tabs.thaw(leader);
      await tabs.show(leader);
      await expect(connection(leader)).toContainText('CONNECTED');
      await expect(historyRows(leader).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
    }
    await exchange.until('one connection is left', () => exchange.stats.current === 1);
    await expect
      .poll(async () => (await storedAlerts(other)).filter((alert) => alert.announcedAt === null))
      .toEqual([]);
    expect(told().toSorted()).toEqual([...new Set(told())].toSorted());
    expect(await row.count()).toBe(1);
    expect(exchange.stats.maxMessagesInOneSecond).toBeLessThanOrEqual(5);
  });
}
