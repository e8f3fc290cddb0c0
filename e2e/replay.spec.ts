import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { appUrl, expect, quoteCell, test } from './fixtures.ts';
import { createSymbol } from './exchange/symbols.ts';
import { readRecording } from './exchange/recording.ts';
import { summarizeRecording } from './exchange/recording-summary.ts';
import { replay } from './exchange/replay.ts';

const FOLDER = fileURLToPath(new URL('../../shared/data/', import.meta.url));

const RECORDINGS = [
  { file: 'ws/2021-04-04_btcusdt-ethusdt-dotusdt_aggTrade-kline1m-depth.jsonl', interval: '1m' },
  {
    file: 'ws/2021-08-14_ftmusdt-sxpbtc-badgerbtc-xmrbtc_bookTicker-aggTrade-kline1m-depth.jsonl',
    interval: '1m',
  },
  { file: 'ws/2021-09-14_btcusdt_kline5m_RAW-STREAM-no-envelope.jsonl', interval: '5m' },
  { file: 'derived/ws-trade_from-REST_BTCUSDT_2020-08-31.jsonl', interval: '1m' },
] as const;

/** Digits only: the page groups thousands and cuts to the tick size. */
function number(text: string | null): number {
  return Number((text ?? '').replace(/[^\d.]/g, ''));
}

/** Open, high, low and close of the newest candles, as the chart's legend tells them. */
async function candlesShown(page: Page, symbol: string): Promise<string[]> {
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart).toContainText(symbol);
  const legend = chart.locator('dl').first();
  await expect(legend).toBeVisible();
  const box = await chart.locator('canvas').first().boundingBox();
  if (!box) throw new Error('the chart has no canvas');
  const shown = new Set<string>();
  for (let x = box.x + box.width - 4; x > box.x + box.width / 2; x -= 4) {
    await page.mouse.move(x, box.y + box.height / 2);
    const values = await legend.locator('dd').allTextContents();
    const prices = values.slice(1, 5).map((text) => number(text.split(' ')[0] ?? ''));
    shown.add(prices.join());
  }
  return [...shown];
}

for (const { file, interval } of RECORDINGS) {
  test(`the page arrives at what was recorded in ${file}`, async ({ page, exchange }) => {
    test.skip(!existsSync(FOLDER + file), 'the recorded data is not on this machine');
    const frames = readRecording(FOLDER + file, `btcusdt@kline_${interval}`);
    const {
      symbols,
      lastTrade,
      lastTicker,
      book,
      closed,
      firstEventTime = 0,
    } = summarizeRecording(frames);
    for (const symbol of symbols) {
      const quoteAsset = symbol.endsWith('USDT') ? 'USDT' : 'BTC';
      const baseAsset = symbol.slice(0, -quoteAsset.length);
      exchange.market.addSymbol(
        createSymbol({ symbol, baseAsset, quoteAsset, tickSize: '0.00000001' }),
      );
    }
    exchange.market.setTime(firstEventTime);
    await page.goto(appUrl(exchange, { symbols: symbols.join(','), intervals: interval }));
    for (const symbol of symbols) {
      const stream = `${symbol.toLowerCase()}@kline_${interval}`;
      await exchange.until(stream, () => exchange.subscribers(stream) === 1);
      await exchange.until('history', () =>
        exchange.stats.requests.some(
          ({ path, query }) => path.endsWith('/klines') && query.includes(symbol),
        ),
      );
    }
    await replay(exchange, frames, { audience: 'everyone' });
    for (const symbol of symbols) {
      const last = lastTrade[symbol] ?? lastTicker[symbol];
      if (last !== undefined) {
        const cell = quoteCell(page, symbol, 'Last');
        await expect.poll(async () => number(await cell.textContent())).toBe(Number(last));
      }
      const best = book[symbol];
      if (best) {
        const bid = quoteCell(page, symbol, 'Bid');
        const ask = quoteCell(page, symbol, 'Ask');
        await expect.poll(async () => number(await bid.textContent())).toBe(Number(best.bid));
        await expect.poll(async () => number(await ask.textContent())).toBe(Number(best.ask));
      }
    }
    for (const symbol of symbols) {
      const candles = closed[`${symbol} ${interval}`] ?? [];
      if (candles.length === 0) continue;
      await page.getByRole('rowheader', { name: symbol, exact: true }).click();
      const shown = await candlesShown(page, symbol);
      for (const { open, high, low, close } of candles) {
        expect(shown).toContain([open, high, low, close].map(Number).join());
      }
    }
  });
}
