import type { Interval } from '../domain/interval.ts';
import type { Ticker } from '../domain/market.ts';
import type { ParsedCandle } from './parse-candle.ts';
import {
  parseExchangeInfo,
  parseKlineRows,
  parseServerTime,
  parseTickers24h,
} from './parse-rest.ts';
import type { ExchangeInfo, Rows } from './parse-rest.ts';
import type { Clock, HttpGet, HttpResponse, Random } from './ports.ts';
import { isRejection } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { createRequestQueue } from './request-queue.ts';
import type { QueueStatus } from './request-queue.ts';
import type { ReadResult, RestRequest, Timing } from './request-task.ts';
import { createWeightLedger } from './weight-ledger.ts';
import type { WeightStatus } from './weight-ledger.ts';

/*
 * Simple GETs without custom headers: anything more would need a preflight, which Binance refuses.
 * Weights and limits: Binance spot documentation, market data endpoints.
 */

export interface RestClientOptions {
  readonly httpGet: HttpGet;
  readonly clock: Clock;
  readonly random: Random;
  /** The venue's REST addresses, preferred first; one or more, all of the same venue. */
  readonly endpoints: readonly string[];
  readonly timeoutMs?: number;
  readonly concurrency?: number;
  /** Tries per request, the first included. */
  readonly maxAttempts?: number;
  /** Part of the exchange's weight limit that this client may use. */
  readonly weightShare?: number;
}

export interface KlineQuery {
  readonly symbol: string;
  readonly interval: Interval;
  /** Open time of the first candle, epoch milliseconds; without it the newest candles come. */
  readonly startTime?: number;
  /** Latest open time, inclusive. */
  readonly endTime?: number;
  /** 1 to 1,000; the exchange's default is 500. */
  readonly limit?: number;
}

export interface ServerTime extends Timing {
  readonly serverTime: number;
}

export type RestStatus = QueueStatus & WeightStatus;

/** `priority`: lower goes first, 0 unless told. Every result is a value, see `RestFailure`. */
export interface RestClient {
  /**
   * The given symbols (all of which must be listed: the exchange refuses the whole otherwise), or
   * every symbol of the venue. Also sets the weight ceiling. Weighs 20.
   */
  exchangeInfo(symbols?: readonly string[], priority?: number): RestRequest<ExchangeInfo>;
  /** Candles, oldest first, the newest possibly still open. Weighs 2. */
  klines(query: KlineQuery, priority?: number): RestRequest<Rows<ParsedCandle>>;
  /** 24-hour statistics of the given symbols, or of all. Weighs 2 to 80. */
  tickers24h(symbols?: readonly string[], priority?: number): RestRequest<Rows<Ticker>>;
  ping(priority?: number): RestRequest<Timing>;
  serverTime(priority?: number): RestRequest<ServerTime>;
  /** Keeps to a pause that the exchange has asked for in answer to somebody else's request. */
  heed(response: HttpResponse): void;
  /** Ends everything under way or waiting, with `cancelled`. */
  cancelAll(): void;
  readonly status: RestStatus;
}

export const LARGEST_KLINE_LIMIT = 1000;
/** Characters of any answer: nothing beyond them needs to be read. */
export const LARGEST_ANSWER = 32_000_000;

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_CONCURRENCY = 4;
const DEFAULT_MAX_ATTEMPTS = 4;
/**
 * Characters. The largest real answers have: all symbols 8 million, all 24-hour statistics 1.7, a
 * thousand candles 0.2.
 */
const LARGEST_BODY = 8_000_000;
const LARGEST_SMALL_BODY = 100_000;

export function createRestClient(options: RestClientOptions): RestClient {
  const { clock } = options;
  const ledger = createWeightLedger({
    clock,
    ...(options.weightShare === undefined ? {} : { share: options.weightShare }),
  });
  const queue = createRequestQueue({
    httpGet: options.httpGet,
    clock,
    random: options.random,
    endpoints: options.endpoints,
    ledger,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    maxAttempts: options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS,
  });

  return {
    exchangeInfo: (symbols, priority = 0) =>
      queue.send({
        path: `/api/v3/exchangeInfo${query({ symbols: nameList(symbols), showPermissionSets: 'false' })}`,
        weight: 20,
        priority,
        largestBody: LARGEST_ANSWER,
        read(body) {
          const read = readResult(parseExchangeInfo(body));
          if (read.ok && read.value.requestWeightPerMinute !== undefined) {
            ledger.setCeiling(read.value.requestWeightPerMinute);
          }
          return read;
        },
      }),
    klines: ({ symbol, interval, startTime, endTime, limit }, priority = 0) =>
      queue.send({
        path: `/api/v3/klines${query({ symbol, interval, startTime, endTime, limit })}`,
        weight: 2,
        priority,
        largestBody: LARGEST_BODY,
        read: (body) => readResult(parseKlineRows(body, interval)),
      }),
    tickers24h: (symbols, priority = 0) =>
      queue.send({
        path: `/api/v3/ticker/24hr${query({ symbols: nameList(symbols) })}`,
        weight: tickerWeight(symbols?.length),
        priority,
        largestBody: LARGEST_BODY,
        read: (body) => readResult(parseTickers24h(body)),
      }),
    ping: (priority = 0) =>
      queue.send({
        path: '/api/v3/ping',
        weight: 1,
        priority,
        largestBody: LARGEST_SMALL_BODY,
        read: (body, timing) =>
          readResult<Timing>(body === undefined ? { kind: 'not-json', field: '' } : timing),
      }),
    serverTime: (priority = 0) =>
      queue.send({
        path: '/api/v3/time',
        weight: 1,
        priority,
        largestBody: LARGEST_SMALL_BODY,
        read(body, timing) {
          const read = parseServerTime(body);
          return readResult<ServerTime>(
            typeof read === 'number' ? { serverTime: read, ...timing } : read,
          );
        },
      }),
    heed: queue.heed,
    cancelAll: queue.cancelAll,
    get status() {
      return { ...queue.status, ...ledger.status };
    },
  };
}

function readResult<T extends object>(parsed: T | Rejection): ReadResult<T> {
  return isRejection(parsed) ? { ok: false, rejection: parsed } : { ok: true, value: parsed };
}

/** As the exchange wants several names in one parameter. */
function nameList(symbols: readonly string[] | undefined): string | undefined {
  return symbols && JSON.stringify(symbols);
}

function tickerWeight(symbolCount: number | undefined): number {
  if (symbolCount === undefined || symbolCount > 100) return 80;
  return symbolCount > 20 ? 40 : 2;
}

/** Values are encoded by hand: this layer has no `URL`. Undefined ones are left out. */
function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
