import { test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { createExchange } from './exchange/exchange.ts';
import type { Exchange } from './exchange/exchange.ts';

export { expect } from '@playwright/test';

export interface Fixtures {
  /** A local exchange of the test's own. */
  readonly exchange: Exchange;
}

/** Tests of the built app against a local exchange. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads fixtures' names off this pattern
  exchange: async ({}, use) => {
    // A fixed moment makes the generated history, and so what rings, the same in every run.
    const exchange = await createExchange({ startAt: Date.UTC(2026, 0, 5, 10, 20) });
    await use(exchange);
    await exchange.close();
  },
});

export interface Opening {
  readonly symbols?: string;
  readonly intervals?: string;
}

/** Address of the app on a local exchange. */
export function appUrl(
  exchange: Exchange,
  { symbols = 'BTCUSDT,ETHUSDT', intervals = '1m' }: Opening = {},
): string {
  const query = new URLSearchParams({
    stream: exchange.streamUrl,
    rest: exchange.restUrl,
    symbols,
    intervals,
  });
  return `./?${query.toString()}`;
}

/** Opens the app and waits until the exchange delivers every stream of the first symbol. */
export async function openApp(page: Page, exchange: Exchange, opening?: Opening): Promise<void> {
  await page.goto(appUrl(exchange, opening));
  await watched(exchange, opening);
}

export async function watched(exchange: Exchange, opening: Opening = {}): Promise<void> {
  const [symbol = 'btcusdt'] = (opening.symbols ?? 'BTCUSDT').toLowerCase().split(',');
  const [interval = '1m'] = (opening.intervals ?? '1m').split(',');
  const stream = `${symbol}@kline_${interval}`;
  await exchange.until(`the app watches ${stream}`, () => exchange.subscribers(stream) > 0);
  await exchange.until('history was asked for', () =>
    exchange.stats.requests.some(({ path }) => path.endsWith('/klines')),
  );
}

/** A cell of the watchlist, by the names that a screen reader tells. */
export function quoteCell(page: Page, symbol: string, column: string): Locator {
  const columns = ['Last', '24h %', 'Bid', 'Ask', 'Volume'];
  const row = page
    .getByRole('grid', { name: 'Watchlist' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: symbol, exact: true }) });
  return row.getByRole('gridcell').nth(columns.indexOf(column));
}

export function connection(page: Page): Locator {
  return page.getByRole('status', { name: 'Connection' });
}

export function toasts(page: Page): Locator {
  return page
    .getByRole('region', { name: 'Alerts' })
    .getByRole('button', { name: 'Dismiss', exact: true });
}

export function historyRows(page: Page): Locator {
  return page.getByRole('table', { name: 'Alert history' }).locator('tbody').getByRole('row');
}

/** Lets the price fall for 20 candles and jump: RSI(14) goes below 30 and leaves it again. */
export function leaveOversold(exchange: Exchange, symbol = 'BTCUSDT'): void {
  const { market } = exchange;
  let price = Number(market.lastPrice(symbol));
  for (let candle = 0; candle < 20; candle++) {
    price *= 0.99;
    market.closeCandle(symbol, '1m', { close: price.toFixed(2) });
  }
  market.closeCandle(symbol, '1m', { close: (price * 1.08).toFixed(2) });
}
