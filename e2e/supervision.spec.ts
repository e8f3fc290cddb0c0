import type { Locator, Page } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import {
  connection,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  quoteCell,
  test,
  toasts,
} from './fixtures.ts';
import { judgedSeries } from './watching.ts';

/** As `HANG_MS` of the supervisor, with the turn and the first retry that follow it. */
const HANG_FOUND_MS = 40_000;

function health(page: Page): Locator {
  return page.getByRole('region', { name: 'Health' });
}

test('an engine that crashes in the middle of a burst comes back, and misses nothing', async ({
  page,
  exchange,
}) => {
  await openAndJudge(page, exchange);
  exchange.market.closeCandle('BTCUSDT', '1m');
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose');
    });
  });
  leaveOversold(exchange);
  await expect(page.getByText('broken on purpose').first()).toBeVisible();
  await recovers(page, exchange);
  await page.reload();
  await expect(crossings(page)).toHaveCount(1);
});

test('an engine that hangs is ended and replaced, and what closed meanwhile is found once', async ({
  page,
  exchange,
}) => {
  test.slow();
  await openAndJudge(page, exchange);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  leaveOversold(exchange);
  await expect(health(page).getByText(/did not answer any more/)).toBeVisible({
    timeout: HANG_FOUND_MS,
  });
  await recovers(page, exchange);
  await expect(toasts(page).first()).toBeVisible();
  await page.reload();
  await expect(crossings(page)).toHaveCount(1);
});

test('an engine that is gone without a word is missed, and comes back', async ({
  page,
  exchange,
}) => {
  test.slow();
  await openAndJudge(page, exchange);
  const [worker] = page.workers();
  await worker?.evaluate(() => close()).catch((error: unknown) => String(error));
  leaveOversold(exchange);
  await expect(health(page).getByText(/did not answer any more/)).toBeVisible({
    timeout: HANG_FOUND_MS,
  });
  await recovers(page, exchange);
});

test.describe('without the offline copy', () => {
  // The service worker would serve the engine from it.
  test.use({ serviceWorkers: 'block' });

  test('an engine that cannot be loaded is told plainly, and comes when it can', async ({
    page,
  }) => {
    const engine = /\/worker-[^/]*\.js$/;
    await page.route(engine, (route) => route.abort());
    await page.goto('./?feed=demo');
    const banner = page.getByRole('alert').filter({ hasText: 'Nothing is being watched.' });
    await expect(banner).toBeVisible();
    await expect(connection(page)).toContainText('ERROR');
    await page.unroute(engine);
    await banner.getByRole('button', { name: 'Start again now' }).click();
    await expect(banner).toBeHidden();
    await expect(connection(page)).toContainText('CONNECTED');
  });
});

/** Opens the app and waits until it has noted how far it has judged, which it does when it is quiet. */
async function openAndJudge(page: Page, exchange: Exchange): Promise<void> {
  await openApp(page, exchange);
  exchange.market.closeCandle('BTCUSDT', '1m');
  await expect.poll(() => judgedSeries(page)).toContain('BTCUSDT@1m');
}

async function recovers(page: Page, exchange: Exchange): Promise<void> {
  await expect(page.getByText(/It runs again/)).toBeVisible();
  await expect(crossings(page)).toHaveCount(1);
  await expect(connection(page)).toContainText('CONNECTED');
  await exchange.until('only the new engine is connected', () => exchange.stats.current === 1);
  await exchange.until('it watches', () => exchange.subscribers('btcusdt@trade') === 1);
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  // The locks of the old worker are free: the new one leads, and none waits.
  const locks = await page.evaluate(() => navigator.locks.query());
  expect([locks.held?.length, locks.pending?.length]).toEqual([1, 0]);
  expect(page.workers()).toHaveLength(1);
  await expect(crossings(page)).toHaveCount(1);
}

function crossings(page: Page) {
  return historyRows(page).filter({ hasText: 'RSI leaves oversold' });
}
