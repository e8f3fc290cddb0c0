/** Frozen, asleep or offline: what closed meanwhile is found on return, once, and told as late. */
import type { Page } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import {
  connection,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  test,
  watched,
} from './fixtures.ts';
import { judgesAndNotes } from './watching.ts';
import { storedAlerts, storeProfile } from './soak/stored-alerts.ts';

const HOURS_ASLEEP = 10;

test('a frozen page that resumes tells once what it slept through', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await judgesAndNotes(page, exchange);
  await setLifecycle(page, 'frozen');
  leaveOversold(exchange);
  await setLifecycle(page, 'active');
  await foundOnce(page, exchange);
});

test('ten hours of sleep are caught up with, candle by candle', async ({ page, exchange }) => {
  const { market, faults, timing } = exchange;
  await openApp(page, exchange);
  await judgesAndNotes(page, exchange);
  await setLifecycle(page, 'frozen');
  faults.terminateAll();
  leaveOversold(exchange);
  for (let minute = 0; minute < HOURS_ASLEEP * 60; minute++) {
    market.closeCandle('BTCUSDT', '1m');
    market.closeCandle('ETHUSDT', '1m');
  }
  // Trading goes on, so that the app hears what time it is before it has history.
  faults.rest.add({ kind: 'delay', ms: 1_000 }, { match: '/klines', times: 2 });
  const stopTickers = timing.every(200, () => market.pushTickers(['BTCUSDT', 'ETHUSDT']));
  await setLifecycle(page, 'active');
  const row = await foundOnce(page, exchange);
  stopTickers();
  await expect(row).toContainText('Late');
  await expect(page.getByText(/while you were away/i).first()).toBeVisible();
});

test('a network that is gone without a word is noticed, and what it hid is found', async ({
  page,
  context,
  exchange,
}) => {
  await openApp(page, exchange);
  await storeProfile(page, [], { heartbeatIntervalMs: 1_000, minReconnectDelayMs: 250 });
  await page.reload();
  await watched(exchange);
  await judgesAndNotes(page, exchange);
  await context.setOffline(true);
  await expect(connection(page)).not.toContainText('CONNECTED');
  leaveOversold(exchange);
  await context.setOffline(false);
  await foundOnce(page, exchange);
});

async function foundOnce(page: Page, exchange: Exchange) {
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1, { timeout: 30_000 });
  await expect(connection(page)).toContainText('CONNECTED');
  await exchange.until('one connection is left', () => exchange.stats.current === 1);
  expect(exchange.stats.maxMessagesInOneSecond).toBeLessThanOrEqual(5);
  const stored = await storedAlerts(page);
  expect(stored.filter(({ id }) => id.startsWith('rsi-leaves-oversold'))).toHaveLength(1);
  await expect(row).toHaveCount(1);
  return row;
}

async function setLifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state });
  await session.detach();
}
