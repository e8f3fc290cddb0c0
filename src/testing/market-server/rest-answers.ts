/** What the simulated exchange answers to requests that it serves, as Binance writes it. */
import { intervalMs, isInterval } from '../../domain/interval.ts';
import type { Market, MarketCandle } from './price-course.ts';
import { STEP_MS } from './price-course.ts';

export interface RestAnswer {
  readonly status: number;
  readonly text: string;
  /** Rows of candles, for faults that take some of them away. */
  readonly rows?: readonly string[];
}

/** The weight that the exchange counts for a request. */
export function weightOf(path: string, query: URLSearchParams): number {
  switch (path) {
    case '/api/v3/exchangeInfo':
      return 20;
    case '/api/v3/klines':
    case '/api/v3/uiKlines':
      return 2;
    case '/api/v3/ticker/24hr': {
      const symbols = query.get('symbols');
      const count = symbols ? (JSON.parse(symbols) as unknown[]).length : Infinity;
      if (query.has('symbol') || count <= 20) return 2;
      return count <= 100 ? 40 : 80;
    }
    default:
      return 1;
  }
}

const INVALID_SYMBOL = { status: 400, text: '{"code":-1121,"msg":"Invalid symbol."}' };
const WEIGHT_CEILING = 6000;
/** Looked at beyond the limit, for candles that do not exist. */
const SPARE_ROWS = 100;

/** `time`: the moment that the answer tells of; it may lag behind. */
export function answerRequest(
  market: Market,
  path: string,
  query: URLSearchParams,
  time: number,
  serverTime: number,
): RestAnswer {
  switch (path) {
    case '/api/v3/ping':
      return { status: 200, text: '{}' };
    case '/api/v3/time':
      return { status: 200, text: JSON.stringify({ serverTime }) };
    case '/api/v3/exchangeInfo':
      return { status: 200, text: JSON.stringify(exchangeInfo(market, serverTime)) };
    case '/api/v3/ticker/24hr':
      return tickers(market, query, time);
    case '/api/v3/klines':
    case '/api/v3/uiKlines':
      return klines(market, query, time);
    default:
      return { status: 404, text: '{"code":-1000,"msg":"no such path"}' };
  }
}

const rowTexts = new WeakMap<MarketCandle, string>();

/** A finished candle is the same object each time: its row is written once. */
function rowText(candle: MarketCandle): string {
  const known = rowTexts.get(candle);
  if (known !== undefined) return known;
  const { openTime, open, high, low, close, volume, closeTime, trades } = candle;
  const row = [openTime, open, high, low, close, volume, closeTime, '1.0', trades, '0', '0', '0'];
  const text = JSON.stringify(row);
  rowTexts.set(candle, text);
  return text;
}

function klines(market: Market, query: URLSearchParams, time: number): RestAnswer {
  const symbol = query.get('symbol') ?? '';
  const interval = query.get('interval') ?? '';
  if (!market.symbols.includes(symbol)) return INVALID_SYMBOL;
  if (!isInterval(interval)) {
    return { status: 400, text: '{"code":-1120,"msg":"Invalid interval."}' };
  }
  const limit = Math.min(1000, Number(query.get('limit') ?? 500));
  const to = Number(query.get('endTime') ?? time);
  const from = Number(query.get('startTime') ?? to - (limit + SPARE_ROWS) * intervalMs(interval));
  const all = market.candles(symbol, interval, { from, to, time });
  const some = query.has('startTime') ? all.slice(0, limit) : all.slice(-limit);
  const rows = some.map(rowText);
  return { status: 200, text: `[${rows.join(',')}]`, rows };
}

function exchangeInfo(market: Market, serverTime: number): object {
  return {
    timezone: 'UTC',
    serverTime,
    rateLimits: [
      {
        rateLimitType: 'REQUEST_WEIGHT',
        interval: 'MINUTE',
        intervalNum: 1,
        limit: WEIGHT_CEILING,
      },
    ],
    exchangeFilters: [],
    symbols: market.symbols.map((symbol) => ({
      symbol,
      status: 'TRADING',
      baseAsset: symbol.replace(/USDT$/, ''),
      quoteAsset: 'USDT',
      filters: [
        { filterType: 'PRICE_FILTER', tickSize: '0.01', minPrice: '0.01', maxPrice: '1000000' },
        { filterType: 'LOT_SIZE', stepSize: '0.001', minQty: '0.001', maxQty: '9000' },
      ],
    })),
  };
}

function tickers(market: Market, query: URLSearchParams, time: number): RestAnswer {
  const one = query.get('symbol');
  const some = query.get('symbols');
  const symbols = one ? [one] : some ? (JSON.parse(some) as string[]) : market.symbols;
  if (symbols.some((symbol) => !market.symbols.includes(symbol))) return INVALID_SYMBOL;
  const closeTime = Math.floor(time / STEP_MS) * STEP_MS;
  const rows = symbols.map((symbol) => {
    const price = market.priceAt(symbol, time);
    return {
      symbol,
      priceChange: '1.5',
      priceChangePercent: '1.5',
      weightedAvgPrice: price,
      lastPrice: price,
      bidPrice: price,
      askPrice: price,
      openPrice: '98.00',
      highPrice: price,
      lowPrice: '90.00',
      volume: '1000.0',
      quoteVolume: '100000.0',
      openTime: closeTime - 86_400_000,
      closeTime,
      count: 100,
    };
  });
  return { status: 200, text: JSON.stringify(one ? rows[0] : rows) };
}
