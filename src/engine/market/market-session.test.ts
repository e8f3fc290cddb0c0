import { describe, expect, it } from 'vitest';
import { createAttemptLedger } from '../../binance/connection/attempt-ledger.ts';
import type { ConnectionFact } from '../../binance/connection/status.ts';
import { binanceVenue } from '../../binance/venue.ts';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createFakeExchange } from '../../testing/fake-exchange.ts';
import { createFakeRest, exchangeInfo } from '../../testing/fake-rest.ts';
import { FIRST_OPEN } from '../../testing/market-events.ts';
import { klineFrame, klineRows, tradeFrame } from '../../testing/wire-frames.ts';
import type { DataFact } from './data-stream.ts';
import { createMarketSession } from './market-session.ts';
import type { Wants } from './wanted-streams.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How often the market moves. */
const PACE_MS = 2 * SECOND;
const START = FIRST_OPEN + 10 * MINUTE;
const MINUTELY = { symbol: 'BTCUSDT', interval: '1m' } as const;

const WANTS: Wants = {
  watchlist: { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1m'] },
  rules: [],
  onCharts: [],
  inView: null,
  isMarketShown: false,
  isVisible: true,
};

/** A session at an exchange whose market moves every two seconds, on every stream. */
function setUp(wants: Wants = WANTS) {
  const clock = createFakeClock(START);
  const exchange = createFakeExchange(clock);
  const rest = createFakeRest();
  const facts: DataFact[] = [];
  const states: [symbol: string, state: string][] = [];
  const connection: ConnectionFact[] = [];
  /** Streams that are subscribed and deliver nothing. */
  const silenced = new Set<string>();
  const halted = new Set<string>();
  const openTime = () => FIRST_OPEN + Math.floor((clock.now() - FIRST_OPEN) / MINUTE) * MINUTE;

  const statusOf = (symbol: string) => (halted.has(symbol) ? 'HALT' : 'TRADING');
  rest.answer('exchangeInfo', () =>
    JSON.stringify(
      exchangeInfo({ BTCUSDT: statusOf('BTCUSDT'), ETHUSDT: statusOf('ETHUSDT') }, clock.now()),
    ),
  );
  rest.answer('ticker/24hr', []);
  /** What was traded: candles of other minutes do not exist. */
  const traded = new Set<string>();
  rest.answer('klines', (url: string) => {
    const symbol = /symbol=([A-Z0-9]+)/.exec(url)?.[1] ?? '';
    const from = Number(/startTime=(\d+)/.exec(url)?.[1] ?? FIRST_OPEN);
    const rows: unknown[] = [];
    for (let time = from; time <= clock.now(); time += MINUTE) {
      const isThere = time < START || traded.has(`${symbol}${time}`);
      if (isThere) rows.push(...klineRows('1m', time, [100]));
    }
    return JSON.stringify(rows);
  });

  const session = createMarketSession({
    venue: binanceVenue,
    network: { openSocket: exchange.openSocket, httpGet: rest.httpGet, isOnline: () => true },
    clock,
    random: () => 0.5,
    attemptLedger: createAttemptLedger({
      clock,
      store: { load: () => Promise.resolve([]), save: () => Promise.resolve() },
      reportError: () => undefined,
    }),
    settings: DEFAULT_SETTINGS,
    judged: { through: () => undefined, keep: () => undefined },
    handlers: {
      onData(fact) {
        facts.push(fact);
        if (fact.type === 'series') states.push([fact.symbol, fact.keeper.state]);
      },
      onConnection: (fact) => connection.push(fact),
      onSymbols: () => undefined,
      onSymbolsMissing: () => undefined,
    },
  });
  session.watch(wants);

  let id = 0;
  const deliver = (stream: string, data: object): void => {
    if (!silenced.has(stream)) exchange.publish(stream, data);
  };
  const deliverFrame = (frame: string): void => {
    const { stream, data } = JSON.parse(frame) as { stream: string; data: object };
    deliver(stream, data);
  };
  const tick = (symbol: string): void => {
    if (halted.has(symbol)) return;
    const now = clock.now();
    const lower = symbol.toLowerCase();
    const candle = { symbol, interval: '1m', close: 100 } as const;
    if (now === openTime() && traded.has(`${symbol}${now - MINUTE}`)) {
      deliverFrame(klineFrame({ ...candle, openTime: now - MINUTE, isClosed: true }));
    }
    traded.add(`${symbol}${openTime()}`);
    deliverFrame(tradeFrame(symbol, '100.00', ++id, now));
    deliverFrame(klineFrame({ ...candle, openTime: openTime(), isClosed: false }));
    deliver(`${lower}@ticker`, { e: '24hrTicker', E: now, s: symbol });
    deliver(`${lower}@bookTicker`, { u: id, s: symbol, b: '99', B: '1', a: '101', A: '1' });
  };
  const flow = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += PACE_MS) {
      await clock.advanceAsync(PACE_MS);
      for (const symbol of ['BTCUSDT', 'ETHUSDT']) tick(symbol);
      await clock.advanceAsync(0);
    }
  };
  const connect = async (): Promise<void> => {
    session.pool.connect();
    await flow(20 * SECOND);
  };
  /** The states of a symbol's series, one after the other. */
  const statesOf = (symbol: string): string[] =>
    states
      .filter(([name]) => name === symbol)
      .map(([, state]) => state)
      .filter((state, index, all) => state !== all[index - 1]);
  /** Open times of the candles that were committed since the last call, minutes apart. */
  const areConsecutive = (symbol: string): boolean => {
    const times = facts.flatMap((fact) =>
      fact.type === 'closed' && fact.symbol === symbol ? [fact.candle.openTime] : [],
    );
    return times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) === MINUTE);
  };
  return {
    clock,
    exchange,
    rest,
    session,
    facts,
    connection,
    silenced,
    halted,
    flow,
    connect,
    statesOf,
    areConsecutive,
  };
}

const asksForKlines = (url: string): boolean => url.includes('/klines');

describe('a candle stream that is silent while its symbol is traded', () => {
  it('is found, subscribed anew, and the series loses no candle', async () => {
    const bench = setUp();
    const { session, exchange, connection, silenced, flow } = bench;
    await bench.connect();
    await flow(30 * MINUTE);
    silenced.add('btcusdt@kline_1m');
    connection.length = 0;
    const before = exchange.messages.length;
    while (session.stallsFound === 0) await flow(4 * SECOND);
    silenced.clear();
    await flow(2 * MINUTE);
    expect(session.stallsFound).toBe(1);
    expect(connection).toMatchObject([
      { type: 'streamsLost', streams: ['btcusdt@kline_1m'], reason: 'stalled' },
      { type: 'streamsLive', streams: ['btcusdt@kline_1m'] },
    ]);
    expect(exchange.messages.slice(before).map(({ method }) => method)).toEqual([
      'LIST_SUBSCRIPTIONS',
      'UNSUBSCRIBE',
      'SUBSCRIBE',
    ]);
    expect(session.dataStream.series(MINUTELY)?.state).toBe('live');
    expect(bench.areConsecutive('BTCUSDT')).toBe(true);
    const { gapsFound, gapsFilled } = session.dataStream.status();
    expect(gapsFound).toBeGreaterThan(0);
    expect(gapsFilled).toBe(gapsFound);
  });
});

describe('a market without faults', () => {
  it('raises nothing: no question, no stall, no gap', async () => {
    const { session, rest, exchange, connect, flow, connection } = setUp();
    await connect();
    const asked = rest.asked.length;
    const before = exchange.messages.length;
    connection.length = 0;
    await flow(60 * MINUTE);
    expect(rest.asked.length).toBe(asked);
    expect(exchange.messages.length).toBe(before);
    expect(connection).toEqual([]);
    expect(session.stallsFound).toBe(0);
  });
});

describe('a symbol that stops trading', () => {
  it('is halted, asks for nothing, and is filled when it trades again', async () => {
    const bench = setUp();
    const { session, rest, halted, flow, statesOf } = bench;
    await bench.connect();
    await flow(30 * MINUTE);
    bench.facts.length = 0;
    halted.add('BTCUSDT');
    await flow(10 * MINUTE);
    const series = session.dataStream.series(MINUTELY);
    expect(series?.state).toBe('halted');
    expect(session.stallsFound).toBe(0);
    expect(series?.missing(session.dataStream.exchangeTime)).toMatchObject([{ cause: 'halted' }]);
    expect(session.dataStream.series({ ...MINUTELY, symbol: 'ETHUSDT' })?.state).toBe('live');

    const asked = rest.asked.length;
    await flow(30 * MINUTE);
    expect(rest.asked.slice(asked).filter(asksForKlines)).toEqual([]);
    expect(rest.asked.length - asked).toBeLessThanOrEqual(7);

    halted.clear();
    await flow(2 * MINUTE);
    const states = statesOf('BTCUSDT');
    expect(states[states.indexOf('halted') + 1]).toBe('gap');
    expect(states.at(-1)).toBe('hole');
    const { dataStream } = session;
    const missing = series?.missing(dataStream.exchangeTime) ?? [];
    expect(missing).toMatchObject([{ cause: 'halted' }]);
    expect((missing[0]?.to ?? 0) - (missing[0]?.from ?? 0)).toBe(38 * MINUTE);
  });
});

describe('what waits for its history', () => {
  it('is asked for by urgency, and can be stopped', async () => {
    const symbols = Array.from({ length: 12 }, (_, index) => `S${index}USDT`);
    const rule = priceLevelRule({ symbol: 'S11USDT', price: 1, direction: 'above' });
    const { session, rest, clock } = setUp({
      ...WANTS,
      watchlist: { symbols, intervals: ['1m'] },
      rules: [{ ...rule, intervals: ['1m'] }],
      onCharts: [{ symbol: 'S10USDT', interval: '1m' }],
    });
    rest.answer('exchangeInfo', exchangeInfo({}, START));
    session.backfill.stop();
    await clock.advanceAsync(10);
    expect(session.backfill.report()).toMatchObject({ series: 12, isStopped: true });
    const first = rest.asked.filter(asksForKlines).length;
    expect(first).toBeLessThanOrEqual(4);
    session.backfill.resume();
    await clock.advanceAsync(10);
    const order = rest.asked
      .filter(asksForKlines)
      .map((url) => /symbol=(S\d+)/.exec(url)?.[1])
      .slice(first, first + 2);
    expect(order).toEqual(['S11', 'S10']);
    expect(session.backfill.report()).toMatchObject({ ready: 12, waiting: 0 });
  });
});
