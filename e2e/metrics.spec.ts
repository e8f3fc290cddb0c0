import type { Locator, Page } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import { createSymbol } from './exchange/symbols.ts';
import { connection, expect, historyRows, leaveOversold, openApp, test } from './fixtures.ts';

const metrics = (page: Page): Locator => page.getByRole('region', { name: 'Live metrics' });
const health = (page: Page): Locator => page.getByRole('region', { name: 'Health' });
const compared = (page: Page): Locator =>
  metrics(page).getByRole('table', { name: 'Indicators compared' });
const matrix = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Matrix of symbols and intervals' });
const cell = (page: Page, name: string | RegExp): Locator =>
  matrix(page).getByRole('gridcell', { name });
const progress = (page: Page): Locator =>
  page.getByRole('progressbar', { name: 'Loading history' });

/** As many symbols as it takes, priced in USDT. */
function addSymbols({ market }: Exchange, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const baseAsset = `A${index.toString(36).toUpperCase().padStart(3, '0')}`;
    market.addSymbol(createSymbol({ symbol: `${baseAsset}USDT`, baseAsset, quoteAsset: 'USDT' }));
    return `${baseAsset}USDT`;
  });
}

test('indicators are compared, and one is shown with its course', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await expect(compared(page).getByRole('row', { name: /^RSI\(14\)/ })).toContainText(/\d/);
  const detail = metrics(page).getByRole('region', { name: 'Chosen indicator' });
  await expect(detail.getByRole('img', { name: /^Course of RSI\(14\): from/ })).toBeVisible();

  await compared(page).getByRole('button', { name: 'ADX(14) +DI' }).click();
  await expect(detail.getByRole('img', { name: /^Course of ADX\(14\) \+DI/ })).toBeVisible();
  await page.reload();
  await expect(detail.getByRole('combobox', { name: 'Indicator' })).toHaveValue('adx plusDi');

  const range = compared(page).getByRole('columnheader', { name: 'Change' });
  await range.getByRole('button').click();
  await expect(range).toHaveAttribute('aria-sort', 'descending');
});

test('the metrics follow a candle, on any symbol and interval', async ({ page, exchange }) => {
  const { market } = exchange;
  await openApp(page, exchange);
  await expect(compared(page)).toBeVisible();
  const value = compared(page)
    .getByRole('row', { name: /^SMA\(20\)/ })
    .getByRole('cell')
    .first();
  const before = await value.textContent();
  const price = Number(market.lastPrice('BTCUSDT'));
  market.updateCandle('BTCUSDT', '1m', { close: (price * 1.2).toFixed(2) });
  await expect(value).not.toHaveText(before ?? '');

  await metrics(page).getByLabel('Interval of the metrics').selectOption('3d');
  await exchange.until('its candles come', () => exchange.subscribers('btcusdt@kline_3d') === 1);
  await expect(metrics(page).getByRole('img', { name: /^Course of / })).toBeVisible();
  await metrics(page).getByRole('button', { name: 'Symbol: BTCUSDT. Choose another' }).click();
  await page.getByRole('combobox', { name: 'Search all symbols' }).fill('usdt sol');
  await page.keyboard.press('Enter');
  await exchange.until('it is watched', () => exchange.subscribers('solusdt@kline_1m') === 1);
  await expect(
    metrics(page).getByRole('button', { name: 'Symbol: SOLUSDT. Choose another' }),
  ).toBeFocused();
  await expect(compared(page)).toBeVisible();
});

test('the matrix tells of every series, and shows one on the chart', async ({ page, exchange }) => {
  await openApp(page, exchange, { symbols: 'BTCUSDT,ETHUSDT', intervals: '1m,1h' });
  await metrics(page).getByRole('button', { name: 'Matrix' }).click();
  // No rule has to speak for a series to have a trend.
  await expect(cell(page, /^ETHUSDT 1h: .*trend (up|down|flat)$/)).toBeVisible();
  leaveOversold(exchange);
  await expect(historyRows(page).first()).toBeVisible();
  await expect(cell(page, /^BTCUSDT 1m: [1-9] buy, .*consensus .*trend down$/)).toBeVisible();

  await expect(cell(page, /^BTCUSDT 1m/)).toHaveAttribute('aria-selected', 'true');
  await cell(page, /^BTCUSDT 1m/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^ETHUSDT 1h/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, /^ETHUSDT 1h/)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Chart' })).toContainText('ETHUSDT');
});

test('of 100 symbols on 4 intervals the matrix has the rows in view, and the keyboard reaches all', async ({
  page,
  exchange,
}) => {
  const symbols = addSymbols(exchange, 100);
  await openApp(page, exchange, { symbols: symbols.join(','), intervals: '1m,15m,1h,4h' });
  await metrics(page).getByRole('button', { name: 'Matrix' }).click();
  await expect(matrix(page)).toHaveAttribute('aria-rowcount', '101');
  await expect(cell(page, new RegExp(`^${symbols[0]} 1m`))).toBeVisible();
  expect(await matrix(page).getByRole('gridcell').count()).toBeLessThan(160);
  await cell(page, new RegExp(`^${symbols[0]} 1m`)).focus();
  await page.keyboard.press('Control+End');
  await expect(cell(page, new RegExp(`^${symbols[99]} 4h`))).toBeFocused();
  await expect(cell(page, new RegExp(`^${symbols[99]} 4h`))).toBeInViewport();
});

test('loading much history shows how far it is, and can be stopped and gone on with', async ({
  page,
  exchange,
}) => {
  const symbols = addSymbols(exchange, 60);
  exchange.faults.rest.add({ kind: 'delay', ms: 400 }, { match: '/klines' });
  await openApp(page, exchange, { symbols: symbols.join(','), intervals: '1m,1h' });
  await expect(progress(page)).toHaveAttribute('aria-valuemax', '120');
  await expect(page.getByText(/usable now/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop loading history' }).click();
  const resume = page.getByRole('button', { name: 'Go on loading history' });
  await expect(resume).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Stopped: / })).toBeAttached();
  exchange.faults.rest.clear();
  await resume.click();
  await expect(
    page.getByRole('status').filter({ hasText: 'History loaded: 120 series ready.' }),
  ).toBeAttached();
  await expect(progress(page)).toHaveCount(0);
});

test('Health draws the pulse, and logs a connection that was lost', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  await expect(health(page).getByText('Who rings')).toBeAttached();
  await health(page).getByText('This device', { exact: true }).scrollIntoViewIfNeeded();
  await expect(health(page).getByText('Storage used')).toBeVisible();
  const line = health(page).getByRole('img', { name: /^Frames a second over the last minute: / });
  await expect(async () => {
    // Again each time: what stands above it may still grow, and what is not seen is not drawn.
    await health(page).getByRole('figure', { name: 'Frames a second' }).scrollIntoViewIfNeeded();
    await expect(line).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 30_000 });
  const log = health(page).getByRole('region', { name: 'Errors since the page was opened' });
  await expect(log).toContainText('None so far.');
  exchange.faults.terminateAll();
  await expect(log.getByRole('listitem').first()).toContainText('The connection was lost.');
});
