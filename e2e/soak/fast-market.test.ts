import { describe, expect, it } from 'vitest';
import { createManualTiming } from '../exchange/manual-timing.ts';
import { createMarket } from '../exchange/market.ts';
import { createFastMarket } from './fast-market.ts';

const START = Date.UTC(2026, 0, 5, 10, 20);
const MINUTE = 60_000;

interface Kline {
  readonly E: number;
  readonly k: { readonly t: number; readonly i: string; readonly c: string; readonly x: boolean };
}

function setUp(speed: number) {
  const timing = createManualTiming(0);
  const market = createMarket({ machineNow: timing.now, startAt: START });
  const closed: { openTime: number; eventTime: number; close: string }[] = [];
  const order: string[] = [];
  market.onEvent((stream, event) => {
    if (stream === 'btcusdt@trade') order.push('trade');
    if (stream !== 'btcusdt@kline_1m') return;
    const { E: eventTime, k } = event as Kline;
    order.push(k.x ? 'closed' : 'open');
    if (k.x) closed.push({ openTime: k.t, eventTime, close: k.c });
  });
  const fast = createFastMarket(
    { market, timing },
    { speed, seed: 4, symbols: ['BTCUSDT'], intervals: ['1m'] },
  );
  return { timing, market, fast, closed, order };
}

describe('the fast market', () => {
  it('runs as many times faster as it is told, and stops', () => {
    const { timing, market, fast } = setUp(240);
    const stop = fast.start();
    timing.advance(10_000);
    expect(market.now()).toBe(START + 10_000 * 240);
    stop();
    timing.advance(10_000);
    expect(market.now()).toBe(START + 10_000 * 240);
  });

  it('pushes each close at its end, in order, once; only quiet minutes are missing', () => {
    const { timing, fast, closed } = setUp(600);
    fast.start();
    timing.advance(60_000);
    const openTimes = closed.map(({ openTime }) => openTime);
    expect(openTimes).toEqual([...new Set(openTimes)].toSorted((one, other) => one - other));
    for (const { openTime, eventTime } of closed) expect(eventTime).toBe(openTime + MINUTE);
    expect(closed.length).toBeGreaterThan(570);
    expect(closed.length).toBeLessThan(600);
  });

  it('answers from history what it pushed, and has a candle for every minute', () => {
    const { timing, market, fast, closed } = setUp(600);
    fast.start();
    timing.advance(20_000);
    const history = market.candles('BTCUSDT', '1m', { from: START, limit: 500 });
    expect(history.map(({ openTime }) => openTime)).toEqual(
      history.map((_candle, place) => START + place * MINUTE),
    );
    const byTime = new Map(history.map((candle) => [candle.openTime, candle.close]));
    for (const { openTime, close } of closed) expect(byTime.get(openTime)).toBe(close);
  });

  it('leaps many minutes at once, and closes each', async () => {
    const { timing, market, fast, closed } = setUp(1);
    const leap = fast.leap(30);
    for (let turn = 0; turn < 10; turn++) {
      timing.advance(1);
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve();
    }
    await leap;
    expect(market.now()).toBe(START + 30 * MINUTE);
    expect(closed.length).toBeGreaterThan(25);
  });

  it('idles: trades and open candles, and no time passes', () => {
    const { timing, market, fast, order } = setUp(600);
    const stop = fast.idle();
    timing.advance(2_000);
    expect(market.now()).toBe(START);
    expect(new Set(order)).toEqual(new Set(['trade', 'open']));
    stop();
    const { length } = order;
    timing.advance(2_000);
    expect(order).toHaveLength(length);
  });
});
