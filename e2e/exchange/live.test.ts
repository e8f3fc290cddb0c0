import { describe, expect, it } from 'vitest';
import { startLive } from './live.ts';
import { createManualTiming } from './manual-timing.ts';
import { createMarket } from './market.ts';

interface Kline {
  readonly t: number;
  readonly T: number;
  readonly o: string;
  readonly h: string;
  readonly l: string;
  readonly c: string;
  readonly v: string;
  readonly x: boolean;
}

function run(ms: number) {
  const timing = createManualTiming(Date.UTC(2026, 0, 5, 10, 23, 7));
  const market = createMarket({ machineNow: timing.now });
  const trades: { T: number; p: string; q: string }[] = [];
  const klines: Kline[] = [];
  const streams = new Set<string>();
  market.onEvent((stream, event) => {
    streams.add(stream);
    if (stream === 'btcusdt@trade') trades.push(event as (typeof trades)[number]);
    if (stream === 'btcusdt@kline_1m') klines.push((event as { k: Kline }).k);
  });
  const stop = startLive(market, timing, { seed: 7, everyMs: 250 });
  timing.advance(ms);
  return { timing, market, trades, klines, streams, stop };
}

describe('the market that moves by itself', () => {
  const { market, trades, klines, streams } = run(5 * 60_000);
  const closed = klines.filter((kline) => kline.x);

  it('closes every minute once, in order, and never opens it again', () => {
    expect(closed).toHaveLength(5);
    expect(klines.map((kline) => kline.t)).toEqual(
      klines.map((kline) => kline.t).toSorted((left, right) => left - right),
    );
    expect(new Set(closed.map((kline) => kline.t)).size).toBe(5);
  });

  it('has candles that agree with their trades', () => {
    for (const kline of closed.slice(1)) {
      const within = trades.filter((trade) => trade.T >= kline.t && trade.T <= kline.T);
      const prices = within.map((trade) => Number(trade.p));
      expect(Number(kline.o)).toBe(prices[0]);
      expect(Number(kline.c)).toBe(prices.at(-1));
      expect(Number(kline.h)).toBe(Math.max(...prices));
      expect(Number(kline.l)).toBe(Math.min(...prices));
      const volume = within.reduce((sum, trade) => sum + Number(trade.q), 0);
      expect(Number(kline.v)).toBeCloseTo(volume, 6);
    }
  });

  it('answers in REST what it pushed', () => {
    const rows = market.candles('BTCUSDT', '1m', { limit: 6 });
    expect(rows.slice(0, 5).map((row) => [row.openTime, row.close])).toEqual(
      closed.map((kline) => [kline.t, kline.c]),
    );
  });

  it('moves all that trade, and nothing that does not', () => {
    expect(streams).toContain('币安人生usdt@ticker');
    expect(streams).toContain('!miniTicker@arr');
    expect([...streams].filter((stream) => stream.startsWith('luna'))).toEqual([]);
  });

  it('stands still once stopped', () => {
    const live = run(1000);
    live.stop();
    const before = live.trades.length;
    live.timing.advance(10_000);
    expect(live.trades).toHaveLength(before);
  });
});
