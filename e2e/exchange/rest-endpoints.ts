import { toRow } from './candle.ts';
import { isInterval } from './intervals.ts';
import type { Limits } from './limits.ts';
import type { RestAnswer, RestEndpoint } from './rest-endpoint.ts';
import {
  askedSymbols,
  illegalCharacters,
  INVALID_SYMBOL,
  isRefusal,
  missingParameter,
  restError,
} from './rest-endpoint.ts';
import type { SymbolSpec } from './symbols.ts';

const DEFAULT_ROWS = 500;
const MAX_ROWS = 1000;

const ok = (body: unknown): RestAnswer => ({ status: 200, body });

const ping: RestEndpoint = { weight: () => 1, answer: () => ok({}) };

const time: RestEndpoint = {
  weight: () => 1,
  answer: (_query, market) => ok({ serverTime: market.now() }),
};

function long(step: string): string {
  return Number(step).toFixed(8);
}

function symbolInfo(spec: SymbolSpec): object {
  const { symbol, status, baseAsset, quoteAsset, tickSize, stepSize } = spec;
  return {
    symbol,
    status,
    baseAsset,
    baseAssetPrecision: 8,
    quoteAsset,
    quotePrecision: 8,
    quoteAssetPrecision: 8,
    orderTypes: ['LIMIT', 'LIMIT_MAKER', 'MARKET'],
    icebergAllowed: true,
    isSpotTradingAllowed: true,
    isMarginTradingAllowed: false,
    filters: [
      {
        filterType: 'PRICE_FILTER',
        minPrice: long(tickSize),
        maxPrice: '1000000.00000000',
        tickSize: long(tickSize),
      },
      {
        filterType: 'LOT_SIZE',
        minQty: long(stepSize),
        maxQty: '9000.00000000',
        stepSize: long(stepSize),
      },
    ],
    permissions: [],
    permissionSets: [['SPOT']],
  };
}

function rateLimits(limits: Limits): object[] {
  return [
    {
      rateLimitType: 'REQUEST_WEIGHT',
      interval: 'MINUTE',
      intervalNum: 1,
      limit: limits.maxWeight,
    },
    { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100 },
    { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 200000 },
    { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: 61000 },
  ];
}

const exchangeInfo: RestEndpoint = {
  weight: () => 20,
  answer(query, market, limits) {
    const asked = askedSymbols(query, market);
    if (isRefusal(asked)) return asked;
    const symbols = market.symbols().filter((spec) => asked?.includes(spec.symbol) ?? true);
    return ok({
      timezone: 'UTC',
      serverTime: market.now(),
      rateLimits: rateLimits(limits),
      exchangeFilters: [],
      symbols: symbols.map(symbolInfo),
    });
  },
};

const klines: RestEndpoint = {
  weight: () => 2,
  answer(query, market) {
    const symbol = query.get('symbol') ?? '';
    const interval = query.get('interval') ?? '';
    if (symbol === '') return missingParameter('symbol');
    if (interval === '') return missingParameter('interval');
    for (const name of ['limit', 'startTime', 'endTime']) {
      if (!/^\d{1,20}$/.test(query.get(name) ?? '0')) return illegalCharacters(name);
    }
    if (!market.symbols().some((spec) => spec.symbol === symbol)) return INVALID_SYMBOL;
    if (!isInterval(interval)) return restError(-1120, 'Invalid interval.');
    const limit = Number(query.get('limit') ?? DEFAULT_ROWS);
    if (limit === 0) return restError(-1130, "Data sent for parameter 'limit' is not valid.");
    const from = query.get('startTime');
    const to = query.get('endTime');
    const candles = market.candles(symbol, interval, {
      ...(from === null ? {} : { from: Number(from) }),
      ...(to === null ? {} : { to: Number(to) }),
      limit: Math.min(limit, MAX_ROWS),
    });
    return ok(candles.map((candle) => toRow(candle, interval)));
  },
};

const ticker24hr: RestEndpoint = {
  weight(query) {
    if (query.has('symbol')) return 2;
    const count = (query.get('symbols') ?? '').split(',').length;
    if (!query.has('symbols') || count > 100) return 80;
    return count > 20 ? 40 : 2;
  },
  answer(query, market) {
    const asked = askedSymbols(query, market);
    if (isRefusal(asked)) return asked;
    const symbols = asked ?? market.symbols().map((spec) => spec.symbol);
    const rows = symbols.map((symbol) => market.stats(symbol));
    return ok(query.has('symbol') ? rows[0] : rows);
  },
};

/** The endpoints by their paths. */
export const REST_ENDPOINTS: ReadonlyMap<string, RestEndpoint> = new Map([
  ['/api/v3/ping', ping],
  ['/api/v3/time', time],
  ['/api/v3/exchangeInfo', exchangeInfo],
  ['/api/v3/klines', klines],
  ['/api/v3/ticker/24hr', ticker24hr],
]);
