import { createAttemptLedger } from '../binance/connection/attempt-ledger.ts';
import type { ConnectionFact } from '../binance/connection/status.ts';
import { binanceVenue } from '../binance/venue.ts';
import type { CandleStore } from '../engine/market/candle-cache.ts';
import type { DataFact } from '../engine/market/data-stream.ts';
import { createMarketSession } from '../engine/market/market-session.ts';
import type { Wants } from '../engine/market/wanted-streams.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeExchange } from './fake-exchange.ts';
import { createFakeRest, exchangeInfo } from './fake-rest.ts';
import { FIRST_OPEN } from './market-events.ts';
import { klineFrame, klineRows, tradeFrame } from './wire-frames.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
/** How often the market moves. */
const PACE_MS = 2 * SECOND;
export const START = FIRST_OPEN + 10 * MINUTE;
export const MINUTELY = { symbol: 'BTCUSDT', interval: '1m' } as const;

const NO_CANDLES: CandleStore = {
  load: () => Promise.resolve(new Map()),
  save: () => Promise.resolve(),
  keep: () => Promise.resolve(),
};

export const WANTS: Wants = {
  watchlist: { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1m'] },
  rules: [],
  onCharts: [],
  inView: null,
  isMarketShown: false,
  isVisible: true,
};

/** A session at an exchange whose market moves every two seconds, on every stream. */
export function createSessionBench(
  wants: Wants = WANTS,
  symbols: readonly string[] = ['BTCUSDT', 'ETHUSDT'],
) {
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
      exchangeInfo(
        Object.fromEntries(symbols.map((symbol) => [symbol, statusOf(symbol)])),
        clock.now(),
      ),
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
    candles: NO_CANDLES,
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
  const changed: object[] = [];
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
    const statistics = { E: now, s: symbol, c: '100.00', o: '98.00', v: '1000.0', q: '100000.0' };
    const best = { b: '99.00', a: '101.00', P: '1.5' };
    deliver(`${lower}@ticker`, { e: '24hrTicker', ...statistics, ...best });
    deliver(`${lower}@miniTicker`, { e: '24hrMiniTicker', ...statistics });
    changed.push({ e: '24hrMiniTicker', ...statistics });
    deliver(`${lower}@bookTicker`, { u: id, s: symbol, b: '99.50', B: '1', a: '100.50', A: '1' });
  };
  const flow = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += PACE_MS) {
      await clock.advanceAsync(PACE_MS);
      for (const symbol of symbols) tick(symbol);
      deliver('!miniTicker@arr', changed.splice(0));
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
