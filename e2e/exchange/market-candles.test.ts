import { describe, expect, it } from 'vitest';
import { toRow } from './candle.ts';
import { INTERVALS, openTimeAt } from './intervals.ts';
import { setUp, START } from './test-market.ts';

const HOUR = 3_600_000;

describe('closing a candle', () => {
  it('pushes it closed, moves the clock to its end, and begins the next one flat', () => {
    const { market, last } = setUp();
    const closed = market.closeCandle('BTCUSDT', '1h', {
      open: '100',
      high: '120',
      low: '90',
      close: '110',
      volume: '5',
    });
    const end = Date.UTC(2026, 0, 5, 11);
    expect(market.now()).toBe(end);
    expect(last('btcusdt@kline_1h')).toMatchObject({
      E: end,
      k: { t: end - HOUR, T: end - 1, c: '110.00000000', v: '5.00000000', x: true },
    });
    const rows = market.candles('BTCUSDT', '1h', { limit: 2 });
    expect(rows[0]).toEqual(closed);
    expect(rows[1]).toMatchObject({ openTime: end, open: '110.00000000', volume: '0.00000000' });
  });

  it('closes hour after hour at once', () => {
    const { market, closes } = setUp();
    for (const close of ['100', '101', '102']) market.closeCandle('BTCUSDT', '1h', { close });
    const times = closes('btcusdt@kline_1h').map((kline) => kline.t);
    expect(times).toEqual([10, 11, 12].map((hour) => Date.UTC(2026, 0, 5, hour)));
  });

  it('of a second symbol closes the same hour, not the next', () => {
    const { market, closes } = setUp();
    for (const close of ['100', '101']) {
      market.closeCandle('BTCUSDT', '1h', { close });
      market.closeCandle('ETHUSDT', '1h', { close });
    }
    const hours = (stream: string) => closes(stream).map((kline) => kline.t);
    expect(hours('ethusdt@kline_1h')).toEqual(hours('btcusdt@kline_1h'));
    expect(market.now()).toBe(Date.UTC(2026, 0, 5, 12));
  });

  it('of minutes up to the hour leaves the hour to be closed at the same moment', () => {
    const { market, closes } = setUp(Date.UTC(2026, 0, 5, 10, 59, 30));
    market.closeCandle('BTCUSDT', '1m', { close: '100' });
    market.closeCandle('BTCUSDT', '1h');
    expect(closes('btcusdt@kline_1h')).toMatchObject([
      { t: Date.UTC(2026, 0, 5, 10), c: '100.00000000', x: true },
    ]);
    expect(market.now()).toBe(Date.UTC(2026, 0, 5, 11));
  });

  it('agrees with REST in every interval that shares the price', () => {
    const { market } = setUp();
    market.closeCandle('BTCUSDT', '1h', { close: '100' });
    const closes = INTERVALS.map(
      (interval) => market.candles('BTCUSDT', interval, { limit: 1 })[0]?.close,
    );
    expect(new Set(closes)).toEqual(new Set(['100.00000000']));
  });

  it('refuses an open outside the range', () => {
    const { market } = setUp();
    const values = { open: '100', close: '110', high: '105' };
    expect(() => market.closeCandle('BTCUSDT', '1h', values)).toThrow(/^close: 110\.0+ is outside/);
  });
});

describe('the open candle', () => {
  it('is pushed open and is the last row of REST', () => {
    const { market, last } = setUp();
    const candle = market.updateCandle('BTCUSDT', '15m', { close: '50000', volume: '3' });
    expect(last('btcusdt@kline_15m')).toMatchObject({ E: START, k: { x: false, i: '15m' } });
    expect(market.candles('BTCUSDT', '15m', { limit: 1 })).toEqual([candle]);
  });

  it('goes out once for many trades', () => {
    const { market, closes } = setUp();
    for (const price of ['100', '101', '102']) market.trade('BTCUSDT', price);
    market.pushCandles();
    market.pushCandles();
    expect(closes('btcusdt@kline_1m')).toMatchObject([{ c: '102.00000000', x: false }]);
  });

  it('that has ended goes out closed, before anything newer', () => {
    const { market, closes } = setUp();
    market.trade('BTCUSDT', '100');
    market.advance(60_000);
    market.pushCandles();
    expect(closes('btcusdt@kline_1m')).toEqual([]);
    market.closeDueCandles();
    market.trade('BTCUSDT', '101');
    market.pushCandles();
    market.closeDueCandles();
    const minute = openTimeAt('1m', START);
    expect(closes('btcusdt@kline_1m')).toMatchObject([
      { t: minute, c: '100.00000000', x: true },
      { t: minute + 60_000, c: '101.00000000', x: false },
    ]);
  });
});

describe('a quiet market', () => {
  it('has flat candles in REST that were never pushed', () => {
    const { market, closes } = setUp();
    market.trade('BTCUSDT', '100');
    market.advance(5 * 60_000);
    market.trade('BTCUSDT', '105');
    const rows = market.candles('BTCUSDT', '1m', { limit: 6 });
    expect(rows.map((row) => row.close).map(Number)).toEqual([100, 100, 100, 100, 100, 105]);
    expect(rows.slice(1, 5).every((row) => row.trades === 0)).toBe(true);
    expect(closes('btcusdt@kline_1m')).toEqual([]);
  });

  it('does not go back in time', () => {
    const { market } = setUp();
    market.setTime(START - HOUR);
    market.trade('BTCUSDT', '100');
    expect(() => market.setTime(START - 2 * HOUR)).toThrow(/^time: /);
  });
});

describe('given candles', () => {
  const rows = setUp()
    .market.candles('BTCUSDT', '1h', { limit: 10 })
    .map((candle) => toRow(candle, '1h'));

  it('are the whole history, gaps included', () => {
    const { market } = setUp();
    const gappy = rows.filter((_row, place) => place !== 3 && place !== 4);
    market.setCandles('BTCUSDT', '1h', gappy);
    const found = market.candles('BTCUSDT', '1h', { limit: 1000 });
    expect(found.map((candle) => toRow(candle, '1h'))).toEqual(gappy);
    const from = found[2]?.openTime ?? 0;
    expect(market.candles('BTCUSDT', '1h', { from, limit: 1000 })).toEqual(found.slice(2));
  });

  it('go on with what is pushed, and with flat candles', () => {
    const { market } = setUp();
    market.setCandles('BTCUSDT', '1h', rows);
    market.closeCandle('BTCUSDT', '1h', { close: rows[9]?.[4] ?? '' });
    market.advance(2 * HOUR);
    expect(market.candles('BTCUSDT', '1h', { limit: 1000 })).toHaveLength(13);
    expect(market.lastPrice('BTCUSDT')).toBe(rows[9]?.[4]);
  });
});
