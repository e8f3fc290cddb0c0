import { describe, expect, test } from 'vitest';
import { INTERVALS, openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import { createDemoMarket } from './demo-market.ts';
import type { DemoCandle, DemoMarket } from './demo-market.ts';
import { DEMO_PAIRS } from './pairs.ts';
import type { DemoPair } from './pairs.ts';

const START = Date.UTC(2026, 6, 1);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LATER = START + 400 * 24 * HOUR;

function pairOf(symbol: string): DemoPair {
  const pair = DEMO_PAIRS.find((pair) => pair.symbol === symbol);
  if (!pair) throw new Error(`no ${symbol}`);
  return pair;
}

const marketOf = (symbol: string, seed = 1): DemoMarket => createDemoMarket(pairOf(symbol), seed);

function candlesWithin(market: DemoMarket, interval: Interval, whole: DemoCandle): DemoCandle[] {
  const candles: DemoCandle[] = [];
  for (
    let openTime = whole.openTime;
    openTime < whole.endTime;
    openTime = shiftOpenTime(interval, openTime, 1)
  ) {
    candles.push(market.candle(interval, openTime, LATER));
  }
  return candles;
}

describe('a candle', () => {
  test('is the same whenever it is asked for, and whatever was asked before', () => {
    const market = marketOf('ETHUSDT');
    const first = market.candle('1h', START, LATER);
    market.candle('1d', START - 24 * HOUR, LATER);
    market.priceAt(START + 12_345);
    expect(market.candle('1h', START, LATER + HOUR)).toEqual(first);
    expect(marketOf('ETHUSDT').candle('1h', START, LATER)).toEqual(first);
  });

  test('differs by seed and by pair', () => {
    const close = (symbol: string, seed: number): number =>
      marketOf(symbol, seed).candle('1h', START, LATER).close / pairOf(symbol).price;
    expect(new Set([close('ETHUSDT', 1), close('ETHUSDT', 2), close('SOLUSDT', 1)]).size).toBe(3);
  });

  test.each([
    ['1m', '1s'],
    ['3m', '1m'],
    ['1h', '1m'],
    ['4h', '15m'],
    ['1d', '1h'],
    ['3d', '4h'],
    ['1w', '1d'],
    ['1M', '1d'],
  ] as const)('of %s holds exactly the candles of %s within it', (long, short) => {
    const market = marketOf('BTCUSDT');
    const whole = market.candle(long, openTimeAt(long, START + 9 * HOUR), LATER);
    const parts = candlesWithin(market, short, whole);
    expect(whole.open).toBe(parts[0]?.open);
    expect(whole.close).toBe(parts.at(-1)?.close);
    expect(whole.high).toBe(Math.max(...parts.map(({ high }) => high)));
    expect(whole.low).toBe(Math.min(...parts.map(({ low }) => low)));
    const volume = parts.reduce((sum, part) => sum + part.volume, 0);
    expect(volume / whole.volume).toBeCloseTo(1, 9);
  });

  test.each(INTERVALS)('of %s opens where the one before closed', (interval) => {
    const market = marketOf('DOGEUSDT');
    const openTime = openTimeAt(interval, START);
    const before = market.candle(interval, shiftOpenTime(interval, openTime, -1), LATER);
    expect(market.candle(interval, openTime, LATER).open).toBe(before.close);
    expect(before.endTime).toBe(openTime);
  });

  test.each(['1s', '1m', '1h', '1d'] as const)('of %s only widens while it is open', (interval) => {
    const market = marketOf('SOLUSDT');
    const whole = market.candle(interval, START, LATER);
    const step = Math.max(100, Math.floor((whole.endTime - START) / 97));
    let before = market.candle(interval, START, START);
    for (let now = START; now <= whole.endTime; now += step) {
      const candle = market.candle(interval, START, now);
      expect(candle.open).toBe(whole.open);
      expect(candle.high).toBeGreaterThanOrEqual(before.high);
      expect(candle.low).toBeLessThanOrEqual(before.low);
      expect(candle.volume).toBeGreaterThanOrEqual(before.volume);
      expect(candle.close).toBe(market.priceAt(Math.min(now, whole.endTime)));
      before = candle;
    }
    expect(market.candle(interval, START, whole.endTime)).toEqual(whole);
  });
});

describe('the market', () => {
  test('stays plausible: above zero, within a few times its usual price, never still', () => {
    for (const pair of DEMO_PAIRS) {
      const market = createDemoMarket(pair, 1);
      for (let month = 0; month < 12; month++) {
        const { low, high, volume } = market.candle('1d', START + month * 30 * 24 * HOUR, LATER);
        expect(low).toBeGreaterThan(pair.price / 5);
        expect(high).toBeLessThan(pair.price * 5);
        expect(high / low).toBeGreaterThan(1.005);
        expect(high / low).toBeLessThan(1.4);
        expect(volume * pair.price).toBeGreaterThan(pair.dailyTurnover / 10);
        expect(volume * pair.price).toBeLessThan(pair.dailyTurnover * 10);
      }
    }
  });

  test('has a tick that is small beside the price', () => {
    for (const { price, priceDecimals } of DEMO_PAIRS) {
      expect(price * 10 ** priceDecimals).toBeGreaterThan(900);
    }
  });

  test('of 24 hours is that of their minutes', () => {
    const market = marketOf('BTCUSDT');
    const now = START + 5 * HOUR + 7 * MINUTE + 8 * SECOND;
    const day = market.day(now);
    expect(day.openTime).toBe(START + 5 * HOUR + 7 * MINUTE - 24 * HOUR);
    expect(day.close).toBe(market.priceAt(now));
    const minutes = Array.from({ length: 1440 }, (_, at) =>
      market.candle('1m', day.openTime + at * MINUTE, LATER),
    );
    const last = market.candle('1m', START + 5 * HOUR + 7 * MINUTE, now);
    expect(day.high).toBe(Math.max(...minutes.map(({ high }) => high), last.high));
  });
});
