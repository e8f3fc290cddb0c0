import { describe, expect, it } from 'vitest';
import { INTERVALS, nextOpenTime, openTimeAt } from './intervals.ts';
import { createMarket } from './market.ts';
import { setUp, START } from './test-market.ts';

describe('the generated history', () => {
  it.each(INTERVALS)('of %s is complete, in order, and joined end to end', (interval) => {
    const { market } = setUp();
    const candles = market.candles('BTCUSDT', interval, { limit: 50 });
    expect(candles).toHaveLength(50);
    expect(candles.at(-1)?.openTime).toBe(openTimeAt(interval, START));
    for (const [place, candle] of candles.entries()) {
      const prices = [candle.open, candle.close].map(Number);
      expect(Number(candle.high)).toBeGreaterThanOrEqual(Math.max(...prices));
      expect(Number(candle.low)).toBeLessThanOrEqual(Math.min(...prices));
      const next = candles[place + 1];
      if (next === undefined) continue;
      expect(next.openTime).toBe(nextOpenTime(interval, candle.openTime));
      expect(next.open).toBe(candle.close);
    }
  });

  it('is the same every time it is asked for, in whatever portion', () => {
    const all = setUp().market.candles('ETHUSDT', '1m', { limit: 100 });
    const { market } = setUp();
    const from = all[40]?.openTime ?? 0;
    expect(market.candles('ETHUSDT', '1m', { from, limit: 10 })).toEqual(all.slice(40, 50));
    expect(market.candles('ETHUSDT', '1m', { to: from, limit: 3 })).toEqual(all.slice(38, 41));
  });

  it('does not change when the market is taken in hand', () => {
    const { market } = setUp();
    const before = market.candles('BTCUSDT', '1h', { limit: 20 });
    market.trade('ETHUSDT', '3000');
    expect(market.candles('BTCUSDT', '1h', { limit: 20 })).toEqual(before);
  });

  it('differs with the seed', () => {
    const other = createMarket({ machineNow: () => START, startAt: START, seed: 2 });
    expect(other.lastPrice('BTCUSDT')).not.toBe(setUp().market.lastPrice('BTCUSDT'));
  });

  it('ends where a symbol was halted', () => {
    const { market } = setUp();
    const [candle] = market.candles('LUNAUSDT', '1d', { limit: 1 });
    expect(candle?.openTime).toBe(Date.UTC(2022, 4, 13));
  });
});

describe('trades', () => {
  it('are pushed in both layouts and counted in every interval', () => {
    const { market, last } = setUp();
    const before = market.openCandle('BTCUSDT', '1h');
    market.trade('BTCUSDT', '99999.5', '0.25', { buyerIsMaker: true });
    expect(last('btcusdt@trade')).toMatchObject({
      e: 'trade',
      E: START,
      s: 'BTCUSDT',
      p: '99999.50000000',
      q: '0.25000000',
      m: true,
    });
    expect(Object.keys(last('btcusdt@trade') ?? {})).toEqual([
      'e',
      'E',
      's',
      't',
      'p',
      'q',
      'T',
      'm',
      'M',
    ]);
    expect(last('btcusdt@aggTrade')).toMatchObject({ e: 'aggTrade', p: '99999.50000000' });
    for (const interval of INTERVALS) {
      expect(market.openCandle('BTCUSDT', interval)).toMatchObject({
        high: '99999.50000000',
        close: '99999.50000000',
      });
    }
    const after = market.openCandle('BTCUSDT', '1h');
    expect(after.trades).toBe(before.trades + 1);
    expect(Number(after.volume)).toBeCloseTo(Number(before.volume) + 0.25, 8);
  });

  it('move the book when they leave it', () => {
    const { market } = setUp();
    market.bookTicker('BTCUSDT', { bidPrice: '100', askPrice: '100.02' });
    market.trade('BTCUSDT', '100.01');
    expect(market.stats('BTCUSDT')).toMatchObject({ bidPrice: '100.00000000' });
    market.trade('BTCUSDT', '101');
    expect(market.stats('BTCUSDT')).toMatchObject({
      bidPrice: '101.00000000',
      askPrice: '101.01000000',
    });
  });

  it('on a symbol that is not listed are refused by name', () => {
    expect(() => setUp().market.trade('FOOUSDT', '1')).toThrow('symbol: "FOOUSDT" is not listed');
  });
});

describe('tickers', () => {
  it('are pushed for the symbol and in the array of all', () => {
    const { market, last } = setUp();
    market.ticker('ETHUSDT', { lastPrice: '3000', openPrice: '2500', volume: '12' });
    expect(last('ethusdt@ticker')).toMatchObject({
      e: '24hrTicker',
      c: '3000.00000000',
      p: '500.00000000',
      P: '20.000',
      v: '12',
    });
    expect(last('!miniTicker@arr')).toMatchObject([{ e: '24hrMiniTicker', s: 'ETHUSDT' }]);
    expect(last('ethusdt@miniTicker')).not.toHaveProperty('b');
    expect(market.stats('ETHUSDT')).toMatchObject({ lastPrice: '3000.00000000', volume: '12' });
  });

  it('of the book have neither type nor time', () => {
    const { market, last } = setUp();
    market.bookTicker('ETHUSDT', { bidPrice: '1', askPrice: '2' });
    expect(Object.keys(last('ethusdt@bookTicker') ?? {})).toEqual(['u', 's', 'b', 'B', 'a', 'A']);
  });
});

describe('symbols', () => {
  it('come, go and change their status', () => {
    const { market } = setUp();
    market.setStatus('BTCUSDT', 'HALT');
    market.removeSymbol('ETHUSDT');
    const statuses = market.symbols().map(({ symbol, status }) => [symbol, status]);
    expect(statuses).toContainEqual(['BTCUSDT', 'HALT']);
    expect(statuses.map(([symbol]) => symbol)).not.toContain('ETHUSDT');
  });

  it('with a clock that runs keep their candles up to now', () => {
    let machine = START;
    const market = createMarket({ machineNow: () => machine });
    market.closeCandle('BTCUSDT', '1h', { close: '100' });
    machine += 1500;
    expect(market.now()).toBe(Date.UTC(2026, 0, 5, 11) + 1500);
  });
});
