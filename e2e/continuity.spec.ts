/**
 * Through every fault of the wire and of history, the alerts are those of a watch without any: none
 * lost, none that should not be. What should be is worked out from the exchange's own candles.
 */
import type { Page } from '@playwright/test';
import { READY_MADE_RULES } from '../src/domain/rules/ready-made.ts';
import type { Exchange } from './exchange/exchange.ts';
import type { RestFault } from './exchange/rest-faults.ts';
import { engineEvents, keepEngineEvents } from './engine-events.ts';
import { connection, expect, openApp, test, watched } from './fixtures.ts';
import { expectedAlerts } from './soak/expected-alerts.ts';
import { createFastMarket } from './soak/fast-market.ts';
import { storedAlerts, storeProfile } from './soak/stored-alerts.ts';

const SYMBOLS = ['BTCUSDT', 'ETHUSDT'];
/** Between faults. */
const MINUTES = 15;
/** Shorter than the defaults, so that silence is noticed and retries come within a second. */
const SETTINGS = {
  heartbeatIntervalMs: 1_000,
  minReconnectDelayMs: 250,
  maxReconnectDelayMs: 1_000,
};

type Break = (exchange: Exchange) => void;

const OF_CONNECTIONS: readonly (readonly [what: string, apply: Break])[] = [
  ['a clean close', ({ faults }) => void faults.closeAll(1001)],
  ['a break without a close', ({ faults }) => void faults.terminateAll()],
  [
    'refused upgrades',
    ({ faults }) => {
      faults.upgrades.refuse(503, { times: 2 });
      faults.terminateAll();
    },
  ],
  [
    'a block by region',
    ({ faults }) => {
      faults.upgrades.refuse(451, { times: 1 });
      faults.terminateAll();
    },
  ],
  ['silence of an open connection', ({ faults }) => void faults.stall({ isDeaf: true })],
  [
    'silence of half of the streams',
    ({ faults }) => faults.silence(['btcusdt@kline_1m', 'ethusdt@trade', 'ethusdt@ticker']),
  ],
  [
    'a subscription without an answer',
    ({ faults }) => {
      faults.replies.ignore({ times: 1 });
      faults.terminateAll();
    },
  ],
  [
    'frames repeated, out of order, late and cut short',
    ({ faults }) => {
      for (const stream of ['btcusdt@kline_1m', 'ethusdt@kline_1m']) {
        for (const back of [0, 0, 1, 3, 2, 9]) faults.sendOlder(stream, back);
        faults.sendTruncated(stream);
      }
    },
  ],
];

const OF_HISTORY: readonly (readonly [what: string, fault: RestFault])[] = [
  ['429', { kind: 'status', status: 429, retryAfterSeconds: 1, exposesRetryAfter: true }],
  ['418', { kind: 'status', status: 418, retryAfterSeconds: 1, exposesRetryAfter: true }],
  ['500', { kind: 'status', status: 500 }],
  ['half of an answer', { kind: 'truncate' }],
  ['an answer that breaks off', { kind: 'truncate', isCut: true }],
  ['rows in the wrong order', { kind: 'reverseRows' }],
  ['the newest rows missing', { kind: 'dropRows', rows: [-1, -2, -3] }],
  ['rows missing in between', { kind: 'dropRows', rows: [3, 4, -6] }],
];

test('whatever happens to connections, the alerts are those of an undisturbed watch', async ({
  page,
  exchange,
}) => {
  const minutes = await beginWatch(page, exchange);
  for (const [what, breakIt] of OF_CONNECTIONS) {
    await test.step(what, async () => {
      await minutes(MINUTES);
      breakIt(exchange);
      await minutes(MINUTES);
      exchange.faults.unsilence();
      await allTold(page, exchange, what);
      exchange.faults.clear();
    });
  }
  await expect(connection(page)).toContainText('CONNECTED');
  expect(exchange.stats.maxMessagesInOneSecond).toBeLessThanOrEqual(5);
  expect(exchange.stats.kicked).toBe(0);
});

test('whatever happens to history, the alerts are those of an undisturbed watch', async ({
  page,
  exchange,
}) => {
  const minutes = await beginWatch(page, exchange);
  for (const [what, fault] of OF_HISTORY) {
    await test.step(what, async () => {
      exchange.faults.rest.add(fault, { match: '/klines', times: 1 });
      exchange.faults.terminateAll();
      await minutes(MINUTES);
      await allTold(page, exchange, what);
    });
  }
  // The exchange has every candle: what one answer lacked is not to be taken for a hole.
  await expect.poll(() => seriesStates(page)).toEqual({ BTCUSDT: 'live', ETHUSDT: 'live' });
});

/** Opens the app; answers what lets minutes pass. */
async function beginWatch(
  page: Page,
  exchange: Exchange,
): Promise<(minutes: number) => Promise<void>> {
  await keepEngineEvents(page, ['seriesChanged']);
  await openApp(page, exchange);
  await storeProfile(page, [], SETTINGS);
  await page.reload();
  await watched(exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  const market = createFastMarket(exchange, {
    speed: 1,
    seed: 3,
    symbols: SYMBOLS,
    intervals: ['1m'],
  });
  // A trade now and then, as everywhere: open candles tell where history must have got to.
  market.idle();
  await market.leap(1);
  await allTold(page, exchange, 'the beginning');
  return market.leap;
}

/** Every alert that is due is stored, and no other. */
async function allTold(page: Page, exchange: Exchange, what: string): Promise<void> {
  const expected = expectedAlerts(exchange.market, {
    symbols: SYMBOLS,
    intervals: ['1m'],
    rules: READY_MADE_RULES,
    span: { from: Date.UTC(2026, 0, 5, 10, 20), to: exchange.market.now() },
  });
  await expect
    .poll(async () => (await storedAlerts(page)).map(({ id }) => id).toSorted(), {
      message: `after ${what}`,
      timeout: 20_000,
    })
    .toEqual([...expected].toSorted());
}

/** As the engine has told them last, by symbol. */
async function seriesStates(page: Page): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const { series } of await engineEvents(page)) {
    for (const { symbol, state } of series as { symbol: string; state: string }[]) {
      states[symbol] = state;
    }
  }
  return states;
}
