import type { Clock, HttpGet, HttpResponse, Timer } from '../binance/ports.ts';
import { isInterval, openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import { klineRow } from './demo-frames.ts';
import { LISTED_AT } from './demo-market.ts';
import type { DemoMarket } from './demo-market.ts';
import { ticker24hRow } from './demo-tickers.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface DemoRestOptions {
  readonly clock: Clock;
  /** By symbol. */
  readonly markets: ReadonlyMap<string, DemoMarket>;
}

type Query = ReadonlyMap<string, string>;

const DELAY_MS = 30;
const DEFAULT_LIMIT = 500;
const LARGEST_LIMIT = 1000;

/** Answers as Binance's REST interface does, on any base address, after 30 ms. */
export function createDemoRest({ clock, markets }: DemoRestOptions): HttpGet {
  const reply = (url: string): Reply => {
    const { path, query } = readUrl(url);
    switch (path) {
      case '/api/v3/ping':
        return { status: 200, body: {} };
      case '/api/v3/time':
        return { status: 200, body: { serverTime: clock.now() } };
      case '/api/v3/exchangeInfo':
        return { status: 200, body: exchangeInfo(markets, clock.now()) };
      case '/api/v3/klines':
        return klines(markets, query, clock.now());
      case '/api/v3/ticker/24hr':
        return tickers(markets, query, clock.now());
      default:
        return { status: 404, body: { code: -1000, msg: 'The demo market has no such path.' } };
    }
  };

  return (url) => {
    let timer: Timer | null = null;
    let reject: ((reason: Error) => void) | undefined;
    const response = new Promise<HttpResponse>((resolve, fail) => {
      reject = fail;
      timer = clock.setTimer(() => {
        const { status, body } = reply(url);
        resolve({ status, retryAfter: null, text: JSON.stringify(body) });
      }, DELAY_MS);
    });
    return {
      response,
      abort() {
        timer?.cancel();
        reject?.(new Error('aborted'));
      },
    };
  };
}

function exchangeInfo(markets: DemoRestOptions['markets'], now: number): object {
  return {
    timezone: 'UTC',
    serverTime: now,
    rateLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
    ],
    exchangeFilters: [],
    symbols: [...markets.values()].map(({ pair }) => ({
      symbol: pair.symbol,
      status: 'TRADING',
      baseAsset: pair.baseAsset,
      baseAssetPrecision: 8,
      quoteAsset: pair.quoteAsset,
      quotePrecision: 8,
      filters: [
        { filterType: 'PRICE_FILTER', tickSize: (10 ** -pair.priceDecimals).toFixed(8) },
        { filterType: 'LOT_SIZE', stepSize: (10 ** -pair.quantityDecimals).toFixed(8) },
      ],
    })),
  };
}

function klines(markets: DemoRestOptions['markets'], query: Query, now: number): Reply {
  const market = markets.get(query.get('symbol') ?? '');
  if (!market) return refusal(-1121, 'Invalid symbol.');
  const interval = query.get('interval') ?? '';
  if (!isInterval(interval)) return refusal(-1120, 'Invalid interval.');
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  if (!(limit >= 1)) return refusal(-1100, 'Illegal characters found in parameter limit.');
  const openTimes = openTimesWithin(interval, {
    from: Math.max(Number(query.get('startTime') ?? 0), LISTED_AT),
    until: Math.min(Number(query.get('endTime') ?? now), now),
    limit: Math.min(limit, LARGEST_LIMIT),
    isNewest: !query.has('startTime'),
  });
  const rows = openTimes.map((openTime) =>
    klineRow(market, market.candle(interval, openTime, now), now),
  );
  return { status: 200, body: rows };
}

/** Open times in [from, until]: the newest `limit` of them, or the first ones. Oldest first. */
function openTimesWithin(
  interval: Interval,
  wanted: { from: number; until: number; limit: number; isNewest: boolean },
): number[] {
  const { from, until, limit, isNewest } = wanted;
  const first = openTimeAt(interval, from);
  const earliest = first < from ? shiftOpenTime(interval, first, 1) : first;
  const last = openTimeAt(interval, until);
  const start = isNewest ? Math.max(earliest, shiftOpenTime(interval, last, 1 - limit)) : earliest;
  const times: number[] = [];
  for (
    let time = start;
    time <= last && times.length < limit;
    time = shiftOpenTime(interval, time, 1)
  ) {
    times.push(time);
  }
  return times;
}

function tickers(markets: DemoRestOptions['markets'], query: Query, now: number): Reply {
  const one = query.get('symbol');
  const names = one === undefined ? namesOf(query.get('symbols')) : [one];
  const wanted = names ? names.map((name) => markets.get(name)) : [...markets.values()];
  const rows = wanted.flatMap((market) => (market ? [ticker24hRow(market, now)] : []));
  if (rows.length < wanted.length) return refusal(-1121, 'Invalid symbol.');
  return { status: 200, body: one === undefined ? rows : rows[0] };
}

/** `["BTCUSDT","ETHUSDT"]`; undefined where nothing was asked for, empty names where garbled. */
function namesOf(text: string | undefined): string[] | undefined {
  return text?.replace(/[[\]" ]/g, '').split(',');
}

function refusal(code: number, msg: string): Reply {
  return { status: 400, body: { code, msg } };
}

function readUrl(url: string): { readonly path: string; readonly query: Query } {
  const [address = '', search = ''] = url.split('?');
  const pairs = search.split('&').map((pair): [string, string] => {
    const [name = '', value = ''] = pair.split('=');
    return [name, decode(value)];
  });
  return { path: address.slice(address.indexOf('/api/')), query: new Map(pairs) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape names no symbol, as at the exchange: it is refused as it stands.
    return text;
  }
}
