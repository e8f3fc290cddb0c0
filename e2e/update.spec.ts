import { serveBuiltApp } from './built-app.ts';
import {
  appUrl,
  connection,
  expect,
  historyRows,
  leaveOversold,
  test,
  watched,
} from './fixtures.ts';

test('a newer version waits while the app watches, and costs no alert when it is let in', async ({
  page,
  exchange,
}) => {
  const app = await serveBuiltApp();
  await page.goto(new URL(appUrl(exchange), app.address).href);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await watched(exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  const { opened } = exchange.stats;

  app.publishUpdate();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  const prompt = page.getByRole('status').filter({ hasText: 'A new version is ready' });
  const letIn = prompt.getByRole('button', { name: 'Reload' });
  await expect(letIn).toBeVisible();
  leaveOversold(exchange);
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  expect(exchange.stats.opened).toBe(opened);

  const isReloaded = page.waitForEvent('load');
  await letIn.click();
  exchange.market.closeCandle('BTCUSDT', '1m');
  await isReloaded;
  await exchange.until('the new version watches', () => exchange.stats.opened > opened);
  await watched(exchange);
  await exchange.until('the old one is gone', () => exchange.stats.current === 1);
  await expect(row).toHaveCount(1);
  await expect(connection(page)).toContainText('CONNECTED');
  await app.close();
});
