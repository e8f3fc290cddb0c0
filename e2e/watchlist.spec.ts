import type { Locator, Page } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import { createSymbol } from './exchange/symbols.ts';
import { expect, historyRows, leaveOversold, openApp, quoteCell, test } from './fixtures.ts';

const SOME = { symbols: 'BTCUSDT,ETHUSDT,BNBUSDT,XRPUSDT' };

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Watchlist' });
const names = (page: Page): Locator => grid(page).getByRole('rowheader');
const row = (page: Page, symbol: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: symbol, exact: true }) });
const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Add a symbol' });
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();
const showMarket = (page: Page): Promise<void> => press(page, 'Whole market');
const showList = (page: Page): Promise<void> => press(page, 'My list');

async function openFilter(page: Page): Promise<void> {
  await press(page, 'Filter');
  await expect(page.getByRole('textbox', { name: 'Filter the symbols' })).toBeFocused();
}

/** So many more symbols as a large exchange has; a third of them priced in BTC. */
function enlarge(exchange: Exchange, count: number): void {
  for (let index = 0; index < count; index++) {
    const baseAsset = `A${index.toString(36).toUpperCase().padStart(3, '0')}`;
    const quoteAsset = index % 3 === 0 ? 'BTC' : 'USDT';
    exchange.market.addSymbol(
      createSymbol({ symbol: baseAsset + quoteAsset, baseAsset, quoteAsset }),
    );
  }
}

test('the whole market is there to choose from, by a star in each row', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await showMarket(page);
  await expect(page.getByRole('rowheader', { name: '币安人生USDT' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'LUNAUSDT' })).toHaveCount(0);
  await press(page, 'Watch SOLUSDT');
  await exchange.until('its candles come', () => exchange.subscribers('solusdt@kline_1m') === 1);
  await showList(page);
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'SOLUSDT']);
  await press(page, 'Stop watching ETHUSDT');
  await expect(names(page)).toHaveText(['BTCUSDT', 'SOLUSDT']);
  await press(page, 'Undo');
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'SOLUSDT']);
});

test('every symbol of the market is live, and what is out of view costs no streams', async ({
  page,
  exchange,
}) => {
  enlarge(exchange, 300);
  await openApp(page, exchange);
  await showMarket(page);
  await exchange.until('the market’s stream is wanted', () =>
    exchange.subscriptions().some((stream) => stream.startsWith('!miniTicker@arr')),
  );
  const { market } = exchange;
  await openFilter(page);
  await page.keyboard.type('sol');
  await expect(async () => {
    market.advance(1000);
    market.ticker('SOLUSDT', { lastPrice: '143.21' });
    await expect(quoteCell(page, 'SOLUSDT', 'Last')).toContainText('143.21', { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  expect(exchange.subscriptions().length).toBeLessThan(150);
  await showList(page);
  await exchange.until(
    'the market’s stream is given up',
    () => !exchange.subscriptions().some((stream) => stream.startsWith('!miniTicker@arr')),
    30_000,
  );
});

test('a symbol of the market is charted without being watched, and no rule speaks of it', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await showMarket(page);
  await page.getByRole('rowheader', { name: 'SOLUSDT' }).click();
  await exchange.until('its candles come', () => exchange.subscribers('solusdt@kline_1m') === 1);
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart.getByRole('application', { name: /SOLUSDT 1m/ })).toBeVisible();
  await expect(async () => {
    exchange.market.trade('SOLUSDT', '143.21');
    await expect(chart).toContainText('143.21', { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  for (const symbol of ['SOLUSDT', 'BTCUSDT']) leaveOversold(exchange, symbol);
  await expect(historyRows(page).filter({ hasText: 'BTCUSDT' })).not.toHaveCount(0);
  await expect(historyRows(page).filter({ hasText: 'SOLUSDT' })).toHaveCount(0);
});

test('of a market of 1,700 only the rows in view exist, and the keyboard reaches the last', async ({
  page,
  exchange,
}) => {
  enlarge(exchange, 1700);
  await openApp(page, exchange);
  await showMarket(page);
  await grid(page).getByRole('button', { name: 'Symbol' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1707');
  await row(page, 'A000BTC').click();
  await page.keyboard.press('End');
  await expect(row(page, '币安人生USDT')).toBeFocused();
  expect(await names(page).count()).toBeLessThan(60);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await expect(row(page, 'A000BTC')).toBeFocused();
});

test('rows in order of a column stay where they are under the pointer', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange, SOME);
  const price = (symbol: string, lastPrice: string) => exchange.market.trade(symbol, lastPrice);
  price('BTCUSDT', '64000.00');
  price('ETHUSDT', '3200.00');
  price('BNBUSDT', '580.00');
  price('XRPUSDT', '0.6000');
  await expect(quoteCell(page, 'XRPUSDT', 'Last')).toContainText('0.6000');
  const head = grid(page).getByRole('columnheader', { name: 'Last' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'BNBUSDT', 'XRPUSDT']);
  await row(page, 'BNBUSDT').hover();
  price('XRPUSDT', '99000.0000');
  await expect(quoteCell(page, 'XRPUSDT', 'Last')).toContainText('99,000');
  await expect(names(page).last()).toHaveText('XRPUSDT');
  await search(page).hover();
  await expect(names(page).first()).toHaveText('XRPUSDT');
});

test('the own order is made by keyboard, by menu and by dragging, and is kept', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange, SOME);
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'BNBUSDT', 'XRPUSDT']);
  await row(page, 'XRPUSDT').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'XRPUSDT', 'BNBUSDT']);
  await expect(row(page, 'XRPUSDT')).toBeFocused();
  await row(page, 'BTCUSDT').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to the bottom' }).click();
  await expect(names(page)).toHaveText(['ETHUSDT', 'XRPUSDT', 'BNBUSDT', 'BTCUSDT']);
  const from = await row(page, 'BTCUSDT').boundingBox();
  const to = await row(page, 'ETHUSDT').boundingBox();
  await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 4, { steps: 6 });
  await page.mouse.up();
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'XRPUSDT', 'BNBUSDT']);
  await page.reload();
  await expect(names(page)).toHaveText(['BTCUSDT', 'ETHUSDT', 'XRPUSDT', 'BNBUSDT']);
});

test('groups by quote asset open and close, and a filter narrows them', async ({
  page,
  exchange,
}) => {
  enlarge(exchange, 9);
  await openApp(page, exchange);
  await showMarket(page);
  await press(page, 'View');
  await page.getByRole('checkbox', { name: 'Group by quote asset' }).check();
  await page.keyboard.press('Escape');
  await press(page, /^USDT, \d+ symbols$/);
  await expect(names(page)).toHaveCount(3);
  await press(page, /^USDT, \d+ symbols$/);
  await openFilter(page);
  await page.keyboard.type('usdt a00');
  await expect(names(page)).toHaveCount(6);
  await page.getByRole('combobox', { name: 'Quote asset' }).selectOption('BTC');
  await expect(page.getByText('No symbol matches the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).last().click();
  await expect(grid(page)).toBeVisible();
});

test('the search forgives, marks what matched, and is done with the keyboard alone', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  for (const query of ['usdt sol', 'sol/usdt', 'SOL-USDT', 'solusdt']) {
    await search(page).fill(query);
    await expect(page.getByRole('option').first()).toHaveAccessibleName('SOLUSDT');
  }
  await search(page).fill('usdt');
  await expect(page.getByRole('option', { name: 'BTCUSDT, Watched' })).toBeVisible();
  await search(page).fill('usdt s');
  const found = page.getByRole('listbox', { name: 'Symbols of the exchange' });
  const chosen = found.getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName('SOLUSDT');
  await expect(search(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(row(page, 'SOLUSDT')).toBeVisible();
  await expect(search(page)).toHaveValue('');
});

test('an alert at the present price takes two presses from a row', async ({ page, exchange }) => {
  await openApp(page, exchange);
  exchange.market.trade('ETHUSDT', '3210.50');
  await expect(quoteCell(page, 'ETHUSDT', 'Last')).toContainText('3,210.50');
  await row(page, 'ETHUSDT').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /Alert me at this price/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Alert for ETHUSDT' });
  await expect(dialog.getByRole('textbox', { name: 'Price' })).toHaveValue('3210.5');
  await dialog.getByRole('button', { name: 'Add rule' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('switch', { name: /ETHUSDT.*3,?210\.5/ })).toBeVisible();
});

test('a phone shows the essential columns without scrolling sideways', async ({
  page,
  exchange,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openApp(page, exchange, SOME);
  for (const name of ['Last', '24h %', 'Bid', 'Ask', 'Volume']) {
    await expect(grid(page).getByRole('columnheader', { name })).toBeVisible();
  }
  const overflow = await grid(page).evaluate((element) =>
    [element, ...element.querySelectorAll('*')].some(
      (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 100,
    ),
  );
  expect(overflow).toBe(false);
  await press(page, 'View');
  await page.getByRole('checkbox', { name: 'Bid' }).uncheck();
  await page.getByRole('checkbox', { name: 'Ask' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(grid(page).getByRole('columnheader', { name: 'Bid' })).toHaveCount(0);
  await page.reload();
  await expect(grid(page).getByRole('columnheader', { name: 'Last' })).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'Ask' })).toHaveCount(0);
});
