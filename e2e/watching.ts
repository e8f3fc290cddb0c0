/** Whether the app really watches: what tests wait for before they break something. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Exchange } from './exchange/exchange.ts';
import { connection, quoteCell } from './fixtures.ts';

/** The page shows a trade that is made now, a tick above the last one. */
export async function showsNewPrice(
  page: Page,
  { market }: Exchange,
  symbol = 'BTCUSDT',
): Promise<void> {
  const shown = quoteCell(page, symbol, 'Last');
  const prices = new Set<string>();
  const showsOne = async (): Promise<boolean> => {
    // Again each time: whoever was not there yet has missed the one before.
    const price = (Number(market.lastPrice(symbol)) + 0.01).toFixed(2);
    market.trade(symbol, price);
    prices.add(price);
    const text = (await shown.textContent())?.replaceAll(',', '') ?? '';
    return [...prices].some((each) => text.includes(each));
  };
  await expect.poll(showsOne, { message: `${symbol} is live` }).toBe(true);
}

/**
 * One candle is closed, judged, and noted as judged: what closes from now on is missed if nobody
 * watches, and made up for. The app makes that note once it has been quiet for two seconds.
 */
export async function judgesAndNotes(page: Page, exchange: Exchange): Promise<void> {
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.market.closeCandle('BTCUSDT', '1m');
  await showsNewPrice(page, exchange);
  await expect.poll(() => judgedSeries(page)).toContain('BTCUSDT@1m');
}

export function judgedSeries(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('tocsin-local');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const read = database.transaction('values').objectStore('values').get('judged');
          read.addEventListener('success', () => {
            database.close();
            resolve(Object.keys((read.result as object | undefined) ?? {}));
          });
        });
      }),
  );
}

/** Nobody is in the middle of a write: an empty one, over all that is stored, has had its turn. */
export function databaseRests(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tocsin-local');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const turn = database.transaction([...database.objectStoreNames], 'readwrite');
          turn.addEventListener('complete', () => {
            database.close();
            resolve();
          });
        });
      }),
  );
}
