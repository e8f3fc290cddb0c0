import { describe, expect, test } from 'vitest';
import { parseFrame } from '../testing/parse-frame.ts';
import { createRestClient } from '../binance/rest.ts';
import type { RestRequest } from '../binance/request-task.ts';
import {
  bookTickerStream,
  klineStream,
  miniTickerArrayStream,
  tickerStream,
  tradeStream,
} from '../binance/stream-name.ts';
import { demoVenue } from '../binance/venue.ts';
import { INTERVALS } from '../domain/interval.ts';
import type { CandleUpdate, MarketEvent, Trade } from '../domain/market.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import { createDemoExchange } from './demo-exchange.ts';
import { DEMO_PAIRS } from './pairs.ts';

const START = Date.UTC(2026, 6, 1, 12, 34, 50);

function setUp(start = START) {
  const clock = createFakeClock(start);
  const { openSocket, httpGet } = createDemoExchange({ clock });
  const rest = createRestClient({
    httpGet,
    clock,
    random: () => 0,
    endpoints: demoVenue.restEndpoints,
  });
  const listen = (path: string) => {
    const texts: string[] = [];
    const closes: number[] = [];
    let isOpen = false;
    const socket = openSocket(`${demoVenue.streamEndpoints[0]}${path}`, {
      onOpen: () => void (isOpen = true),
      onText: (text) => void texts.push(text),
      onClose: (code) => void closes.push(code),
    });
    return { socket, texts, closes, isOpen: () => isOpen };
  };
  return { clock, rest, listen };
}

async function answerOf<T>(clock: FakeClock, request: RestRequest<T>): Promise<T> {
  await clock.advanceAsync(100);
  const result = await request.result;
  if (!result.ok) throw new Error(result.failure.type);
  return result.value;
}

/** Every frame must be fully accepted. */
function eventsOf(texts: readonly string[]): MarketEvent[] {
  return texts.flatMap((text) => {
    const { events, rejections } = parseFrame('', text);
    expect(rejections).toEqual([]);
    return events;
  });
}

const isCandle = (event: MarketEvent): event is CandleUpdate => event.type === 'candle';
const isTrade = (event: MarketEvent): event is Trade => event.type === 'trade';

describe('the socket', () => {
  test('opens, acknowledges, sends what is subscribed and nothing else', () => {
    const { clock, listen } = setUp();
    const { socket, texts, isOpen } = listen('/stream');
    clock.advance(2000);
    expect(isOpen()).toBe(true);
    expect(texts).toEqual([]);
    const params = [tickerStream('BTCUSDT'), 'nosuch@trade'];
    socket.send(JSON.stringify({ method: 'SUBSCRIBE', params, id: 7 }));
    clock.advance(5000);
    expect(texts[0]).toBe('{"result":null,"id":7}');
    expect(texts.slice(1).every((text) => text.startsWith('{"stream":"btcusdt@ticker"'))).toBe(
      true,
    );
    expect(texts).toHaveLength(6);
    socket.send(JSON.stringify({ method: 'LIST_SUBSCRIPTIONS', id: 8 }));
    clock.advance(20);
    expect(texts.at(-1)).toBe('{"result":["btcusdt@ticker","nosuch@trade"],"id":8}');
    socket.send(JSON.stringify({ method: 'UNSUBSCRIBE', params, id: 9 }));
    const count = texts.length;
    clock.advance(5000);
    expect(texts).toHaveLength(count + 1);
  });

  test('every kind of stream is understood by the parser, at about its pace', () => {
    const { clock, listen } = setUp();
    const names = [
      tradeStream('BTCUSDT'),
      tickerStream('PEPEUSDT'),
      bookTickerStream('ETHUSDT'),
      miniTickerArrayStream,
      ...INTERVALS.map((interval) => klineStream('SOLUSDT', interval)),
    ];
    const { texts } = listen(`/stream?streams=${names.join('/')}`);
    clock.advance(10_040);
    const events = eventsOf(texts);
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    expect(count('trade')).toBeGreaterThan(30);
    expect(count('ticker')).toBe(10);
    expect(count('bookTicker')).toBeGreaterThan(10);
    expect(count('miniTicker')).toBe(10 * DEMO_PAIRS.length);
    expect(new Set(events.filter(isCandle).map(({ interval }) => interval)).size).toBe(16);
  });

  test('a raw stream has no envelope', () => {
    const { clock, listen } = setUp();
    const { texts } = listen(`/ws/${bookTickerStream('BTCUSDT')}`);
    clock.advance(5000);
    expect(texts[0]).toMatch(/^\{"u":/);
    expect(eventsOf(texts)[0]?.type).toBe('bookTicker');
  });

  test('trades have growing ids, and no trade lies outside its candle', () => {
    const { clock, listen } = setUp();
    const names = `${tradeStream('BTCUSDT')}/${klineStream('BTCUSDT', '1m')}`;
    const { texts } = listen(`/stream?streams=${names}`);
    clock.advance(180_000);
    const events = eventsOf(texts);
    const trades = events.filter(isTrade);
    expect(trades.length).toBeGreaterThan(600);
    trades.reduce((before, trade) => {
      expect(trade.tradeId).toBeGreaterThan(before.tradeId);
      expect(trade.tradeTime).toBeGreaterThanOrEqual(before.tradeTime);
      return trade;
    });
    const closed = events.filter(isCandle).filter(({ isClosed }) => isClosed);
    expect(closed).toHaveLength(3);
    for (const { candle, closeTime } of closed) {
      const within = trades.filter(
        ({ tradeTime }) => tradeTime >= candle.openTime && tradeTime <= closeTime,
      );
      for (const { price } of within) {
        expect(Number(price)).toBeLessThanOrEqual(candle.high);
        expect(Number(price)).toBeGreaterThanOrEqual(candle.low);
      }
    }
  });

  test('another tab sees the same trades', () => {
    const { clock, listen } = setUp();
    const first = listen(`/stream?streams=${tradeStream('ETHUSDT')}`);
    const second = listen(`/stream?streams=${tradeStream('ETHUSDT')}`);
    clock.advance(10_000);
    expect(first.texts.length).toBeGreaterThan(20);
    expect(second.texts).toEqual(first.texts);
  });

  test('each closed candle comes once, before the next one', () => {
    const { clock, listen } = setUp();
    const { texts } = listen(`/stream?streams=${klineStream('BTCUSDT', '1s')}`);
    clock.advance(20_000);
    const candles = eventsOf(texts).filter(isCandle);
    const closed = candles.filter(({ isClosed }) => isClosed);
    const openTimes = closed.map(({ candle }) => candle.openTime);
    expect(new Set(openTimes).size).toBe(openTimes.length);
    expect(openTimes.length).toBeGreaterThanOrEqual(19);
    candles.reduce((before, update) => {
      expect(update.candle.openTime).toBeGreaterThanOrEqual(before.candle.openTime);
      return update;
    });
  });

  test('a socket that slept is dropped, so that the gap is noticed', () => {
    const { clock, listen } = setUp();
    const { closes, texts } = listen(`/stream?streams=${tickerStream('BTCUSDT')}`);
    clock.advance(1000);
    clock.jump(60_000);
    clock.advance(1000);
    expect(closes).toEqual([1006]);
    const count = texts.length;
    clock.advance(10_000);
    expect(texts).toHaveLength(count);
    expect(clock.pendingTimers).toBe(0);
  });

  test('closing it leaves no timer behind', () => {
    const { clock, listen } = setUp();
    const { socket, closes } = listen('/stream');
    clock.advance(1000);
    socket.close();
    clock.advance(1);
    expect(closes).toEqual([1000]);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('REST', () => {
  test('lists its pairs with their ticks', async () => {
    const { clock, rest } = setUp();
    const { symbols, rejections } = await answerOf(clock, rest.exchangeInfo());
    expect(symbols).toHaveLength(DEMO_PAIRS.length);
    expect(rejections).toEqual([]);
    expect(symbols.find(({ symbol }) => symbol === 'PEPEUSDT')).toMatchObject({
      status: 'TRADING',
      tickSize: '0.00000001',
    });
  });

  test.each(INTERVALS)('gives %s candles that the parser accepts', async (interval) => {
    const { clock, rest } = setUp();
    const query = { symbol: 'PEPEUSDT', interval, limit: 60 };
    const { rows, rejections } = await answerOf(clock, rest.klines(query));
    expect(rejections).toEqual([]);
    expect(rows.length).toBe(interval === '1M' ? 19 : 60);
    expect(rows.at(-1)?.closeTime).toBeGreaterThan(START);
  });

  test('gives the first candles from a start time, and none from the future', async () => {
    const { clock, rest } = setUp();
    const startTime = START - 3_600_000;
    const query = { symbol: 'BTCUSDT', interval: '1m', startTime } as const;
    const { rows } = await answerOf(clock, rest.klines({ ...query, limit: 3 }));
    const first = Math.ceil(startTime / 60_000) * 60_000;
    expect(rows.map(({ candle }) => candle.openTime)).toEqual([
      first,
      first + 60_000,
      first + 120_000,
    ]);
    const later = { ...query, startTime: START + 3_600_000 };
    expect((await answerOf(clock, rest.klines(later))).rows).toEqual([]);
  });

  test('agrees with the candles that were streamed, and so does a reload', async () => {
    const { clock, rest, listen } = setUp();
    const { texts } = listen(`/stream?streams=${klineStream('ADAUSDT', '1m')}`);
    clock.advance(300_000);
    const streamed = eventsOf(texts)
      .filter(isCandle)
      .filter(({ isClosed }) => isClosed);
    const query = { symbol: 'ADAUSDT', interval: '1m', limit: 10 } as const;
    const { rows } = await answerOf(clock, rest.klines(query));
    for (const { candle } of streamed) {
      expect(rows.find((row) => row.candle.openTime === candle.openTime)?.candle).toEqual(candle);
    }
    expect(streamed).toHaveLength(5);
    const reloaded = setUp(clock.now());
    const again = await answerOf(reloaded.clock, reloaded.rest.klines(query));
    expect(again.rows.slice(0, -1)).toEqual(rows.slice(0, -1));
  });

  test('gives 24-hour tickers of some or all, and refuses what it does not know', async () => {
    const { clock, rest } = setUp();
    const some = await answerOf(clock, rest.tickers24h(['BTCUSDT', 'ETHUSDT']));
    expect(some.rows.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect((await answerOf(clock, rest.tickers24h())).rows).toHaveLength(DEMO_PAIRS.length);
    const unknown = rest.klines({ symbol: 'NOPE', interval: '1m' });
    await clock.advanceAsync(100);
    expect(await unknown.result).toMatchObject({ failure: { type: 'refused', code: -1121 } });
  });
});
