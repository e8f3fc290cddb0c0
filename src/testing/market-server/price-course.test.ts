import { describe, expect, it } from 'vitest';
import { shiftOpenTime } from '../../domain/interval.ts';
import { createMarket, minutes } from './price-course.ts';
import type { MarketCandle } from './price-course.ts';

const LISTED = 1_699_992_000_000;
const OPTIONS = { seed: 3, symbols: ['BUSY', 'QUIET'], listedSince: LISTED, quiet: ['QUIET'] };

function openTimes(candles: readonly MarketCandle[]): number[] {
  return candles.map(({ openTime }) => openTime);
}

describe('a market', () => {
  it('is the same whatever is asked first', () => {
    const range = { from: LISTED, to: LISTED + minutes(59) };
    const forward = createMarket(OPTIONS).candles('BUSY', '1m', range);
    const market = createMarket(OPTIONS);
    market.candle('BUSY', '1m', LISTED + minutes(500));
    expect(market.candles('BUSY', '1m', range)).toEqual(forward);
  });

  it('has a candle for every minute, each beginning where the one before could have ended', () => {
    const candles = createMarket(OPTIONS).candles('BUSY', '1m', {
      from: LISTED,
      to: LISTED + minutes(99),
    });
    expect(openTimes(candles)).toEqual(
      Array.from({ length: 100 }, (_, index) => LISTED + minutes(index)),
    );
    for (const { open, high, low, close } of candles) {
      expect(Number(high)).toBeGreaterThanOrEqual(Math.max(Number(open), Number(close)));
      expect(Number(low)).toBeLessThanOrEqual(Math.min(Number(open), Number(close)));
    }
  });

  it('makes five minutes of its minutes', () => {
    const market = createMarket(OPTIONS);
    for (const symbol of ['BUSY', 'QUIET']) {
      const whole = market.candle(symbol, '5m', LISTED + minutes(20));
      const parts = market
        .candles(symbol, '1m', { from: LISTED + minutes(20), to: LISTED + minutes(24) })
        .filter(({ trades }) => trades > 0);
      expect(whole?.close).toBe(parts.at(-1)?.close);
      expect(Number(whole?.high)).toBe(Math.max(...parts.map(({ high }) => Number(high))));
      expect(whole?.trades).toBe(parts.reduce((sum, { trades }) => sum + trades, 0));
    }
  });

  it('shows an open candle as far as it has come', () => {
    const market = createMarket(OPTIONS);
    const open = LISTED + minutes(7);
    const early = market.candle('BUSY', '1m', open, open + 5_000);
    const late = market.candle('BUSY', '1m', open, open + 55_000);
    expect(early?.open).toBe(late?.open);
    expect(early?.trades).toBeLessThan(late?.trades ?? 0);
    expect(late).toEqual(market.candle('BUSY', '1m', open));
    expect(market.candle('BUSY', '1m', open, open - 1)).toBeNull();
  });

  it('keeps the price of a quiet symbol in minutes without trades', () => {
    const market = createMarket(OPTIONS);
    const candles = market.candles('QUIET', '1m', { from: LISTED, to: LISTED + minutes(99) });
    const still = candles.filter(({ trades }) => trades === 0);
    expect(candles).toHaveLength(100);
    expect(still.length).toBeGreaterThan(20);
    for (const { openTime, open, close, volume } of still.slice(1)) {
      const before = market.candle('QUIET', '1m', shiftOpenTime('1m', openTime, -1));
      expect([open, close, volume]).toEqual([before?.close, before?.close, '0.000']);
      expect(market.hasTraded('QUIET', openTime + 30_000)).toBe(false);
    }
  });

  it('has no candles in a hole, but what is left of those around it', () => {
    const hole = { from: LISTED + minutes(3), to: LISTED + minutes(12) };
    const market = createMarket({ ...OPTIONS, holes: [hole] });
    const range = { from: LISTED, to: LISTED + minutes(14) };
    expect(openTimes(market.candles('BUSY', '1m', range))).toEqual(
      [0, 1, 2, 12, 13, 14].map((minute) => LISTED + minutes(minute)),
    );
    expect(openTimes(market.candles('BUSY', '5m', range))).toEqual([LISTED, LISTED + minutes(10)]);
  });
});
