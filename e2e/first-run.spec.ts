/** The first minute of a newcomer, and what the page says when it cannot watch. */
import type { Page } from '@playwright/test';
import {
  appUrl,
  connection,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  test,
} from './fixtures.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const card = (page: Page) => page.getByRole('region', { name: 'First steps' });

test.describe('a newcomer', () => {
  test.use({ permissions: ['notifications'] });

  test('has symbols, a rule and notifications on within a minute', async ({ page, exchange }) => {
    await openApp(page, exchange, { symbols: 'ETHUSDT' });
    await expect(card(page).getByText('2 of 3 done')).toBeVisible();

    await card(page).getByRole('button', { name: 'BTC' }).click();
    await expect(page.getByRole('rowheader', { name: 'BTCUSDT' })).toBeVisible();
    await card(page).getByRole('button', { name: 'A burst of trading' }).click();
    await expect(page.getByRole('switch', { name: 'Volume spike, price up' })).toBeChecked();
    await card(page).getByRole('button', { name: 'Hear the bell' }).click();
    await expect(card(page).getByText('That was the bell.')).toBeVisible();
    await card(page).getByRole('button', { name: 'Turn notifications on' }).click();

    await expect(card(page).getByText(/^All set: 2 symbols watched by 8 rules/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Notifications on' })).toBeVisible();
    await card(page).getByRole('button', { name: 'Done' }).click();
    await expect(card(page)).toHaveCount(0);
    await page.reload();
    await expect(connection(page)).toContainText('CONNECTED');
    await expect(card(page)).toHaveCount(0);
  });
});

test('the first steps are closed for good, and come back from the settings', async ({ page }) => {
  await page.goto('./?feed=demo');
  await card(page).getByRole('button', { name: 'Do not show this again' }).click();
  await page.reload();
  await expect(connection(page)).toContainText('CONNECTED');
  await expect(card(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show the first steps' }).click();
  await expect(card(page)).toBeVisible();
});

test('on a small phone one step is shown at a time, and the market stays in reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('./?feed=demo');
  await expect(card(page).getByRole('button', { name: 'Turn notifications on' })).toBeVisible();
  await expect(card(page).getByRole('button', { name: 'ETH' })).toBeHidden();
  await card(page)
    .getByRole('button', { name: /^Step 1: Symbols, done/ })
    .click();
  await expect(card(page).getByRole('button', { name: 'ETH' })).toBeVisible();
  await card(page).getByRole('button', { name: 'Others…' }).click();
  await expect(page.getByRole('combobox', { name: 'Add a symbol' })).toBeFocused();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
});

test('where nothing is watched or no rule is on, the page says so and leads on', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange, { symbols: 'BTCUSDT' });
  for (const name of ['A turn after a steep fall or rise', 'The trend turns', 'Momentum turns']) {
    await card(page).getByRole('button', { name }).click();
  }
  await expect(
    page.getByText('No rule is on, so nothing will be told.', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Choose rules' }).click();
  await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();

  await card(page).getByRole('button', { name: 'BTC' }).click();
  await expect(page.getByText('Nothing is watched, so nothing can be found.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a symbol', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Add a symbol' })).toBeFocused();
});

test('opened offline, it shows what it knew and says that it is old', async ({
  page,
  context,
  exchange,
}) => {
  await openApp(page, exchange);
  leaveOversold(exchange);
  await expect(historyRows(page).first()).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await exchange.close();
  await page.reload();
  const banner = page.getByRole('alert').filter({ hasText: 'This device is offline.' });
  await expect(banner).toContainText('as last known');
  await expect(banner.getByRole('button', { name: 'Try again now' })).toBeVisible();
  await expect(historyRows(page).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'History' }).getByText('not live')).toBeVisible();
});

test('an exchange that refuses this place is told by name, and the demo is offered', async ({
  page,
  exchange,
}) => {
  exchange.faults.upgrades.refuse(451);
  exchange.faults.rest.add({ kind: 'status', status: 451 });
  await page.goto(appUrl(exchange));
  const banner = page.getByRole('alert').filter({ hasText: 'refuses connections' });
  await expect(banner).toBeVisible();
  await banner.getByRole('link', { name: 'Open the demo' }).click();
  await expect(connection(page)).toContainText('CONNECTED');
  await expect(page).toHaveURL(/feed=demo/);
});
