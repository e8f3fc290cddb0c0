/** A whole session at an exchange: what it is subscribed to, and what that leaves of quotes and series. */
import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import {
  createSessionBench,
  MINUTE,
  MINUTELY,
  SECOND,
  WANTS,
} from '../../testing/session-bench.ts';
import type { Wants } from './wanted-streams.ts';

const RULE = {
  ...priceLevelRule({ symbol: 'BTCUSDT', price: 1, direction: 'above' }),
  intervals: ['1m'] as const,
};
const HIDDEN = { inView: [], isMarketShown: false, isVisible: false };
const own = (lower: string) => [`${lower}@trade`, `${lower}@ticker`, `${lower}@bookTicker`];
const ETH_MINUTELY = { symbol: 'ETHUSDT', interval: '1m' } as const;

function start(wants: Partial<Wants> = {}, symbols?: readonly string[]) {
  const bench = createSessionBench({ ...WANTS, ...wants }, symbols);
  const { exchange, session } = bench;
  return {
    ...bench,
    subscribed: () => [...exchange.subscribed(exchange.last)].toSorted(),
    quote: (symbol: string) => session.dataStream.quote(symbol),
    state: (name: typeof MINUTELY | typeof ETH_MINUTELY) => session.dataStream.series(name)?.state,
    shown: (inView: readonly string[], isMarketShown = false) =>
      session.look({ inView, isMarketShown, isVisible: true }),
  };
}

describe('scrolling', () => {
  it('changes what is live to the tick, and not a candle', async () => {
    const { connect, flow, subscribed, shown, quote } = start();
    await connect();
    const klines = ['btcusdt@kline_1m', 'ethusdt@kline_1m'];
    expect(subscribed()).toEqual([...own('btcusdt'), ...own('ethusdt'), ...klines].toSorted());
    shown(['BTCUSDT']);
    await flow(10 * SECOND);
    expect(subscribed()).toEqual([...own('btcusdt'), 'ethusdt@ticker', ...klines].toSorted());
    expect(quote('ETHUSDT')).toMatchObject({
      lastPrice: '100.00',
      bidPrice: '99.00',
      isStale: false,
    });
    expect(quote('BTCUSDT')).toMatchObject({ bidPrice: '99.50' });
    shown(['ETHUSDT']);
    await flow(4 * SECOND);
    expect(quote('ETHUSDT')).toMatchObject({ bidPrice: '99.50', isStale: false });
  });

  it('to and fro sends nothing', async () => {
    const { connect, flow, shown, exchange } = start({ inView: ['BTCUSDT', 'ETHUSDT'] });
    await connect();
    const before = exchange.messages.length;
    for (let turn = 0; turn < 10; turn++) {
      shown(['BTCUSDT']);
      await flow(2 * SECOND);
      shown(['BTCUSDT', 'ETHUSDT']);
      await flow(2 * SECOND);
    }
    expect(exchange.messages.length).toBe(before);
  });

  it('fast over many rows sends few messages', async () => {
    const symbols = Array.from({ length: 60 }, (_, index) => `S${index}USDT`);
    const watchlist = { symbols, intervals: ['1m'] } as const;
    const { connect, shown, exchange, clock } = start(
      { watchlist, inView: symbols.slice(0, 5) },
      symbols,
    );
    await connect();
    const before = exchange.messages.length;
    const from = clock.now();
    for (let row = 1; row <= 50; row++) {
      shown(symbols.slice(row, row + 5));
      await clock.advanceAsync(20);
    }
    const sent = exchange.messages.slice(before);
    expect(clock.now() - from).toBe(1000);
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(sent.every(({ method }) => method === 'SUBSCRIBE')).toBe(true);
  });
});

describe('the whole market', () => {
  const TRADED = ['BTCUSDT', 'ETHUSDT', 'ADAUSDT', 'XRPUSDT'];

  it('is live from one stream, its rows in view to the tick, and is forgotten afterwards', async () => {
    const { connect, flow, shown, subscribed, quote, session } = start({}, TRADED);
    await connect();
    shown(['ADAUSDT'], true);
    await flow(10 * SECOND);
    expect(subscribed()).toEqual(
      ['!miniTicker@arr', ...own('adausdt'), 'btcusdt@kline_1m', 'ethusdt@kline_1m'].toSorted(),
    );
    expect(quote('XRPUSDT')).toMatchObject({ lastPrice: '100.00', changePercent: '2.041' });
    expect(quote('ADAUSDT')).toMatchObject({ bidPrice: '99.50' });
    expect(session.stallsFound).toBe(0);
    shown(['BTCUSDT', 'ETHUSDT']);
    await flow(10 * SECOND);
    expect(quote('XRPUSDT')).toBeUndefined();
    expect(subscribed()).not.toContain('!miniTicker@arr');
  });

  it('is told of together, once for a frame', async () => {
    const { connect, flow, shown, facts } = start({}, TRADED);
    await connect();
    shown([], true);
    await flow(10 * SECOND);
    facts.length = 0;
    await flow(2 * SECOND);
    const told = facts.filter(({ type }) => type === 'quotes');
    expect(told).toEqual([{ type: 'quotes', symbols: TRADED }]);
  });

  it('has its quotes at once, and again after an interruption', async () => {
    const { connect, flow, shown, rest, exchange, quote } = start({}, TRADED);
    rest.answer('ticker/24hr', []);
    await connect();
    const asksForQuotes = (url: string) => url.includes('ticker/24hr');
    shown([], true);
    await flow(8 * SECOND);
    expect(rest.asked.filter(asksForQuotes).at(-1)).toContain('XRPUSDT');
    const before = rest.asked.filter(asksForQuotes).length;
    exchange.last.drop(1006);
    await flow(20 * SECOND);
    expect(rest.asked.filter(asksForQuotes)).toHaveLength(before + 1);
    expect(quote('XRPUSDT')?.isStale).toBe(false);
  });
});

describe('while no page is visible', () => {
  it('only what rules need is subscribed, after a while', async () => {
    const { connect, flow, session, subscribed, exchange } = start({ rules: [RULE] });
    await connect();
    const before = subscribed();
    session.look(HIDDEN);
    await flow(10 * SECOND);
    expect(subscribed()).toEqual(before);
    await flow(2 * SECOND);
    expect(subscribed()).toEqual(['btcusdt@kline_1m']);
    const messages = exchange.messages.length;
    await flow(30 * MINUTE);
    expect(exchange.messages.length).toBe(messages);
    expect(exchange.sockets).toHaveLength(1);
    expect(session.stallsFound).toBe(0);
  });

  it('candles under rules go on, and the others are filled when a page is seen again', async () => {
    const bench = start({ rules: [RULE] });
    const { connect, flow, session, state, quote, rest } = bench;
    await connect();
    session.look(HIDDEN);
    await flow(20 * MINUTE);
    expect([state(MINUTELY), state(ETH_MINUTELY)]).toEqual(['live', 'stale']);
    const asked = rest.asked.length;
    session.look({ inView: ['ETHUSDT'], isMarketShown: false, isVisible: true });
    expect(quote('ETHUSDT')?.isStale).toBe(true);
    await flow(4 * SECOND);
    expect([state(MINUTELY), state(ETH_MINUTELY)]).toEqual(['live', 'live']);
    expect(bench.areConsecutive('ETHUSDT')).toBe(true);
    expect(quote('ETHUSDT')).toMatchObject({ bidPrice: '99.50', isStale: false });
    const since = rest.asked.slice(asked);
    expect(since.filter((url) => url.includes('/klines'))).toHaveLength(1);
    expect(since.filter((url) => url.includes('ticker/24hr'))).toHaveLength(1);
  });

  it('nothing at all is subscribed where there is no rule, and nothing is misjudged', async () => {
    const { connect, flow, session, subscribed, connection, exchange, rest } = start();
    await connect();
    session.look(HIDDEN);
    await flow(20 * SECOND);
    expect(subscribed()).toEqual([]);
    connection.length = 0;
    const asked = rest.asked.length;
    await flow(60 * MINUTE);
    expect(connection.filter(({ type }) => type !== 'stateChanged')).toEqual([]);
    expect(exchange.sockets).toHaveLength(1);
    expect([session.stallsFound, rest.asked.length]).toEqual([0, asked]);
  });

  it('a glance at another tab changes nothing', async () => {
    const { connect, flow, session, exchange } = start({ inView: ['BTCUSDT', 'ETHUSDT'] });
    await connect();
    const before = exchange.messages.length;
    for (let glance = 0; glance < 5; glance++) {
      session.look(HIDDEN);
      await flow(8 * SECOND);
      session.look({ inView: ['BTCUSDT', 'ETHUSDT'], isMarketShown: false, isVisible: true });
      await flow(4 * SECOND);
    }
    expect(exchange.messages.length).toBe(before);
  });

  it('a page that was opened so asks for nothing but candles under rules', async () => {
    const { connect, subscribed, state } = start({ ...HIDDEN, rules: [RULE] });
    await connect();
    expect(subscribed()).toEqual(['btcusdt@kline_1m']);
    expect([state(MINUTELY), state(ETH_MINUTELY)]).toEqual(['live', 'stale']);
  });
});
