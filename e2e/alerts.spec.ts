import { expect, historyRows, leaveOversold, openApp, test, toasts } from './fixtures.ts';

test('a rule that fires shows a toast and a row of history, which survives a reload', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  leaveOversold(exchange);
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('BUY');
  await expect(row).toContainText('BTCUSDT');
  await expect(toasts(page).first()).toBeVisible();
  await page.reload();
  await expect(row).toHaveCount(1);
});

test('a toast is dismissed with the keyboard alone', async ({ page, exchange }) => {
  await openApp(page, exchange);
  leaveOversold(exchange);
  const first = toasts(page).first();
  await first.focus();
  const count = await toasts(page).count();
  await page.keyboard.press('Enter');
  await expect(toasts(page)).toHaveCount(count - 1);
  await expect(historyRows(page).filter({ hasText: 'DISMISSED' })).toHaveCount(1);
});

test('the sound says that it waits for a gesture, and is on after one', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  const sound = page.getByRole('button', { name: /^(Unlock sound|Sound on)$/ });
  await expect(sound).toBeVisible();
  await page.getByRole('grid', { name: 'Watchlist' }).click();
  await expect(page.getByRole('button', { name: 'Sound on' })).toBeVisible();
});
