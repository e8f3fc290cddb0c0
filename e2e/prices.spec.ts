import { connection, expect, openApp, quoteCell, test } from './fixtures.ts';

test('prices of the watchlist appear and move', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  exchange.market.trade('BTCUSDT', '43512.75');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,512.75');
  exchange.market.bookTicker('ETHUSDT', { bidPrice: '2310.11', askPrice: '2310.12' });
  await expect(quoteCell(page, 'ETHUSDT', 'Bid')).toContainText('2,310.11');
  await expect(quoteCell(page, 'ETHUSDT', 'Ask')).toContainText('2,310.12');
});

test('a symbol that the exchange does not trade is refused by name, the others go on', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange, { symbols: 'BTCUSDT,NOPEUSDT,LUNAUSDT', intervals: '1m,1H' });
  await expect(page.getByText(/NOPEUSDT/)).toBeVisible();
  await expect(page.getByText(/LUNAUSDT/).first()).toBeVisible();
  await expect(page.getByText(/"1H".*1s, 1m, 3m/)).toBeVisible();
  await exchange.until('trades come', () => exchange.subscribers('btcusdt@trade') === 1);
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  await expect(page.getByRole('rowheader', { name: 'NOPEUSDT' })).toHaveCount(0);
});

test('an address that is not loopback is ignored, and the page says so', async ({ page }) => {
  await page.goto('./?feed=demo&stream=wss://evil.example&rest=https://evil.example');
  await expect(page.getByText(/wss:\/\/evil\.example/)).toBeVisible();
});

test('a symbol is found by search, watched, and remembered', async ({ page, exchange }) => {
  await openApp(page, exchange);
  const search = page.getByRole('combobox').first();
  await search.fill('usdt sol');
  await page.getByRole('option', { name: /SOLUSDT/ }).click();
  await expect(page.getByRole('rowheader', { name: 'SOLUSDT' })).toBeVisible();
  await exchange.until('its trades come', () => exchange.subscribers('solusdt@trade') === 1);
  await page.reload();
  await expect(page.getByRole('rowheader', { name: 'SOLUSDT' })).toBeVisible();
});
