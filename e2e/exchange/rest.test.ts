import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { createExchange } from './exchange.ts';
import type { ManualTiming } from './manual-timing.ts';
import { createManualTiming } from './manual-timing.ts';

const START = Date.UTC(2026, 0, 5, 10, 23, 7);
let exchange: Exchange;
let timing: ManualTiming;

beforeEach(async () => {
  timing = createManualTiming();
  exchange = await createExchange({ startAt: START, timing, limits: { maxWeight: 100 } });
});
afterEach(() => exchange.close());

async function get(path: string): Promise<{ response: Response; body: unknown }> {
  const response = await fetch(`${exchange.restUrl}${path}`);
  return { response, body: await response.json() };
}

type Row = [openTime: number, open: string, ...rest: unknown[]];

async function rows(query: string): Promise<Row[]> {
  return (await get(`/api/v3/klines?${query}`)).body as Row[];
}

describe('REST', () => {
  it('answers ping and time with the market clock', async () => {
    expect((await get('/api/v3/ping')).body).toEqual({});
    expect((await get('/api/v3/time')).body).toEqual({ serverTime: START });
  });

  it('lists symbols, statuses, filters and its own weight limit', async () => {
    const { body } = await get('/api/v3/exchangeInfo?showPermissionSets=false');
    expect(body).toMatchObject({
      rateLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', limit: 100 }, {}, {}, {}],
    });
    const { symbols } = body as { symbols: { symbol: string; status: string }[] };
    expect(symbols.map((each) => each.symbol)).toContain('币安人生USDT');
    expect(symbols.find((each) => each.symbol === 'LUNAUSDT')?.status).toBe('BREAK');
    expect(symbols[0]).toMatchObject({
      baseAsset: 'BTC',
      quoteAsset: 'USDT',
      filters: [
        { filterType: 'PRICE_FILTER', tickSize: '0.01000000' },
        { filterType: 'LOT_SIZE', stepSize: '0.00001000' },
      ],
    });
  });

  it.each(['symbol=币安人生USDT', 'symbols=["币安人生USDT"]'])('finds %s', async (query) => {
    const { body } = await get(`/api/v3/exchangeInfo?${encodeURI(query)}`);
    expect(body).toMatchObject({ symbols: [{ symbol: '币安人生USDT' }] });
  });

  it('answers the newest klines, the open candle last', async () => {
    const found = await rows('symbol=BTCUSDT&interval=1h&limit=3');
    expect(found.map((row) => row[0])).toEqual(
      [8, 9, 10].map((hour) => Date.UTC(2026, 0, 5, hour)),
    );
    expect(found[0]).toHaveLength(12);
    expect(await rows('symbol=BTCUSDT&interval=1h')).toHaveLength(500);
    expect(await rows('symbol=BTCUSDT&interval=1h&limit=5000')).toHaveLength(1000);
  });

  it('answers klines from a start, and up to an end', async () => {
    const from = Date.UTC(2026, 0, 5, 4);
    const to = Date.UTC(2026, 0, 5, 6);
    const found = await rows(`symbol=BTCUSDT&interval=1h&startTime=${from}&endTime=${to}`);
    expect(found.map((row) => row[0])).toEqual([4, 5, 6].map((h) => Date.UTC(2026, 0, 5, h)));
    const late = await rows(`symbol=BTCUSDT&interval=1h&startTime=${START + 86_400_000}`);
    expect(late).toEqual([]);
  });

  it.each([
    ['/api/v3/klines?symbol=BTCUSDT&interval=1H', -1120, 'Invalid interval.'],
    ['/api/v3/klines?symbol=NOPE&interval=1h', -1121, 'Invalid symbol.'],
    ['/api/v3/exchangeInfo?symbols=["BTCUSDT","NOPE"]', -1121, 'Invalid symbol.'],
    ['/api/v3/ticker/24hr?symbol=btcusdt', -1121, 'Invalid symbol.'],
  ])('refuses %s with %i', async (path, code, msg) => {
    const { response, body } = await get(path);
    expect(response.status).toBe(400);
    expect(body).toEqual({ code, msg });
  });

  it('answers 24-hour tickers for one, some and all', async () => {
    expect((await get('/api/v3/ticker/24hr?symbol=BTCUSDT')).body).toMatchObject({
      symbol: 'BTCUSDT',
    });
    const some = encodeURIComponent('["BTCUSDT","ETHUSDT"]');
    expect((await get(`/api/v3/ticker/24hr?symbols=${some}`)).body).toHaveLength(2);
    expect((await get('/api/v3/ticker/24hr')).body).toHaveLength(7);
  });

  it('lets pages read the body, but not the used weight', async () => {
    const { response } = await get('/api/v3/klines?symbol=BTCUSDT&interval=1h');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBeNull();
    expect(response.headers.get('x-mbx-used-weight-1m')).toBe('2');
  });

  it('refuses and counts preflights', async () => {
    const response = await fetch(`${exchange.restUrl}/api/v3/ping`, { method: 'OPTIONS' });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(exchange.stats.preflights).toBe(1);
  });

  it('logs requests with path, query and time', async () => {
    await get('/api/v3/klines?symbol=BTCUSDT&interval=1h');
    expect(exchange.stats.requests).toEqual([
      {
        at: timing.now(),
        method: 'GET',
        path: '/api/v3/klines',
        query: '?symbol=BTCUSDT&interval=1h',
        status: 200,
      },
    ]);
  });
});

describe('the weight limit', () => {
  const statuses = async (count: number): Promise<number[]> => {
    const found: number[] = [];
    for (let sent = 0; sent < count; sent += 1) {
      // One after the other: the order is what is tested.
      // oxlint-disable-next-line no-await-in-loop
      found.push((await get('/api/v3/exchangeInfo')).response.status);
    }
    return found;
  };

  it('answers 429 with Retry-After beyond it, and 418 to those who go on', async () => {
    expect(await statuses(11)).toEqual([200, 200, 200, 200, 200, 429, 429, 429, 429, 429, 418]);
    const { response, body } = await get('/api/v3/ping');
    expect(response.status).toBe(418);
    expect(response.headers.get('retry-after')).toBe('120');
    expect(body).toMatchObject({ code: -1003 });
  });

  it('is forgotten when the minute is over, a ban when it has been sat out', async () => {
    await statuses(6);
    timing.advance(60_000);
    expect(await statuses(1)).toEqual([200]);
    await statuses(10);
    timing.advance(119_000);
    expect(await statuses(1)).toEqual([418]);
    timing.advance(1000);
    expect(await statuses(1)).toEqual([200]);
  });
});
