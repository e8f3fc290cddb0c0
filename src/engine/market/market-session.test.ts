import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import { exchangeInfo } from '../../testing/fake-rest.ts';
import {
  createSessionBench as setUp,
  MINUTE,
  MINUTELY,
  SECOND,
  START,
  WANTS,
} from '../../testing/session-bench.ts';
import { tradeFrame } from '../../testing/wire-frames.ts';

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

describe('a session that has ended', () => {
  it('takes none of the frames that still wait for their turn', async () => {
    const { session, exchange, clock, facts, connect } = setUp();
    await connect();
    await clock.advanceAsync(SECOND);
    const told = () => facts.filter(({ type }) => type === 'quote').length;
    const before = told();
    for (let id = 1_000; id < 1_020; id++) {
      const { stream, data } = JSON.parse(tradeFrame('BTCUSDT', '100.00', id, clock.now()));
      exchange.publish(stream, data);
    }
    const atOnce = told() - before;
    expect(atOnce).toBeGreaterThan(0);
    expect(atOnce).toBeLessThan(20);
    session.dispose();
    await clock.advanceAsync(SECOND);
    expect(told() - before).toBe(atOnce);
  });
});
