/**
 * Zero-gap rotation: recorded data goes by at speed while one connection takes the place of another.
 * Nothing may be missing, nothing may count twice, and history need not be asked for anything.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { READY_MADE_RULES } from '../src/domain/rules/ready-made.ts';
import { ageNextConnection } from './age-connection.ts';
import { engineEvents, keepEngineEvents } from './engine-events.ts';
import type { KlineRow } from './exchange/candle.ts';
import { createExchange } from './exchange/exchange.ts';
import type { Exchange } from './exchange/exchange.ts';
import { readRecording } from './exchange/recording.ts';
import { summarizeRecording } from './exchange/recording-summary.ts';
import { replay } from './exchange/replay.ts';
import { createSymbol } from './exchange/symbols.ts';
import { appUrl, connection, expect, openApp, test, watched } from './fixtures.ts';
import { expectedAlerts } from './soak/expected-alerts.ts';
import { storedAlerts } from './soak/stored-alerts.ts';

const FOLDER = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const DAY = `${FOLDER}klines/BTCUSDT_1m_2020-12-01.json`;
const TRADES = `${FOLDER}ws/2021-04-04_btcusdt-ethusdt-dotusdt_aggTrade-kline1m-depth.jsonl`;
const NOT_HERE = 'the recorded data is not on this machine';

/** Rows before the first that is watched, for indicators to settle on. */
const PAST = 200;
const STEP_MS = 20;
const CANDLES_A_STEP = 4;

test('a recorded day goes by while a connection grows old, and no candle is missed', async ({
  page,
}) => {
  test.skip(!existsSync(DAY), NOT_HERE);
  const rows = JSON.parse(readFileSync(DAY, 'utf8')) as KlineRow[];
  const day = rows.slice(PAST);
  const [first] = day;
  if (!first) throw new Error('the day has no candles');
  // Whoever stays longer than that is cut off. The app leaves before, as it does after 23 hours.
  const exchange = await createExchange({
    startAt: first[0],
    limits: { maxConnectionAgeMs: 60_000 },
  });
  exchange.market.setCandles('BTCUSDT', '1m', rows.slice(0, PAST));
  exchange.market.updateCandle('BTCUSDT', '1m', { open: first[1], close: first[1] });
  await keepEngineEvents(page, ['candleChanged']);
  await openApp(page, exchange, { symbols: 'BTCUSDT' });
  const growOld = await ageNextConnection(page);
  const asked = historyAnswers(exchange);
  exchange.faults.terminateAll();
  await exchange.until(
    'it is back',
    () => exchange.stats.opened === 2 && exchange.subscribers('btcusdt@kline_1m') === 1,
  );
  await exchange.until('what was missed is there', () => historyAnswers(exchange) > asked);

  await sendDay(exchange, day.slice(0, day.length / 2));
  const answered = historyAnswers(exchange);
  const growing = growOld();
  await sendDay(exchange, day.slice(day.length / 2));
  await growing;
  await exchange.until('it was replaced', () => exchange.stats.opened === 3);
  await exchange.until('it is gone', () => exchange.stats.current === 1);

  const closed = day.map(([openTime]) => openTime);
  await expect.poll(async () => (await closedCandles(page)).at(-1)).toBe(closed.at(-1));
  expect(await closedCandles(page)).toEqual(closed);
  expect(historyAnswers(exchange)).toBe(answered);
  expect(exchange.stats.connections[1]?.closeCode).not.toBe(1001);
  expect(exchange.stats.maxMessagesInOneSecond).toBeLessThanOrEqual(5);
  const expected = expectedAlerts(exchange.market, {
    symbols: ['BTCUSDT'],
    intervals: ['1m'],
    rules: READY_MADE_RULES,
    span: { from: first[0], to: exchange.market.now() },
  });
  await expect
    .poll(async () => (await storedAlerts(page)).map(({ id }) => id).toSorted())
    .toEqual([...expected].toSorted());
  await exchange.close();
});

test('recorded trades go by while the server shuts down, and each counts once', async ({
  page,
  exchange,
}) => {
  test.skip(!existsSync(TRADES), NOT_HERE);
  const trades = readRecording(TRADES).filter(({ stream }) => stream.endsWith('@aggTrade'));
  const { symbols } = summarizeRecording(trades);
  for (const symbol of symbols) {
    exchange.market.addSymbol(
      createSymbol({ symbol, baseAsset: symbol.slice(0, -'USDT'.length), quoteAsset: 'USDT' }),
    );
  }
  await keepEngineEvents(page, ['healthChanged']);
  await page.goto(appUrl(exchange, { symbols: symbols.join(',') }));
  await watched(exchange, { symbols: symbols.join(',') });
  await expect(connection(page)).toContainText('CONNECTED');
  const [before] = exchange.hub.connections;
  const { framesTotal: framesBefore } = await health(page);

  const { deliveries } = await replay(exchange, trades, {
    audience: 'everyone',
    speed: 16,
    beforeFrame(place) {
      if (place === Math.floor(trades.length / 5)) exchange.faults.serverShutdown();
      if (place === Math.floor((trades.length * 4) / 5)) before?.close(1001, 'going away');
    },
  });

  expect(exchange.stats.opened).toBe(2);
  expect(deliveries).toBeGreaterThan(trades.length);
  // What was still on its way to the connection that was given up came by the other one as well.
  await expect
    .poll(async () => {
      const { framesTotal, repeated } = await health(page);
      return framesTotal - framesBefore - repeated;
    })
    .toBe(trades.length);
  const { gapsFound, dropped } = await health(page);
  expect({ gapsFound, dropped }).toEqual({ gapsFound: 0, dropped: 0 });
});

/** Each candle as it is open and as it is closed, some at a time. */
async function sendDay({ market, timing }: Exchange, day: readonly KlineRow[]): Promise<void> {
  for (const [place, row] of day.entries()) {
    const [, open, high, low, close, volume, , quoteVolume] = row;
    market.updateCandle('BTCUSDT', '1m', { open, high: open, low: open, close: open });
    market.closeCandle('BTCUSDT', '1m', { open, high, low, close, volume, quoteVolume });
    if (place % CANDLES_A_STEP > 0) continue;
    // Pacing is sequential by nature.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise<void>((resolve) => timing.after(STEP_MS, resolve));
  }
}

/** Open times of the candles that the page was told are closed, in the order of telling. */
async function closedCandles(page: Page): Promise<number[]> {
  const events = await engineEvents(page);
  return events.flatMap((event) => {
    const { candle, isClosed } = event as unknown as {
      readonly candle: { readonly openTime: number };
      readonly isClosed: boolean;
    };
    return isClosed ? [candle.openTime] : [];
  });
}

function historyAnswers({ stats }: Exchange): number {
  return stats.requests.filter(({ path, status }) => path.endsWith('/klines') && status === 200)
    .length;
}

async function health(page: Page) {
  const last = (await engineEvents(page)).at(-1)?.['health'] as
    | {
        readonly connection: { readonly framesTotal: number; readonly dropped: number };
        readonly duplicateEvents: number;
        readonly lateEvents: number;
        readonly gapsFound: number;
      }
    | undefined;
  const { framesTotal = 0, dropped = 0 } = last?.connection ?? {};
  const { duplicateEvents = 0, lateEvents = 0, gapsFound = 0 } = last ?? {};
  return { framesTotal, dropped, gapsFound, repeated: duplicateEvents + lateEvents };
}
