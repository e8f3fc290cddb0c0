import type { Interval } from '../domain/interval.ts';
import type { MarketSymbol, Ticker } from '../domain/market.ts';
import { parseCandle } from './parse-candle.ts';
import type { CandleFieldNames, ParsedCandle } from './parse-candle.ts';
import { isPositiveDecimal } from '../domain/decimal-sign.ts';
import { parseTicker24h } from './parse-ticker.ts';
import { isRejection, refused } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { isName, isRecord, isTime } from './wire.ts';
import type { WireExchangeInfo, WireFilter, WireRateLimit, WireSymbol } from './wire.ts';

/** The usable entries of an answer, and why the others were left out. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly rejections: readonly Rejection[];
}

export interface ExchangeInfo {
  readonly symbols: readonly MarketSymbol[];
  /** Entries that could not be used; the rest is kept. */
  readonly rejections: readonly Rejection[];
  /** Weight that an address may spend in a minute; undefined where the answer does not say. */
  readonly requestWeightPerMinute: number | undefined;
  /** The exchange's clock, epoch milliseconds. */
  readonly serverTime: number;
}

const KLINE_COLUMNS: CandleFieldNames = {
  openTime: '[0]',
  open: '[1]',
  high: '[2]',
  low: '[3]',
  close: '[4]',
  volume: '[5]',
  closeTime: '[6]',
};

/** The body of `/api/v3/exchangeInfo`. */
export function parseExchangeInfo(body: unknown): ExchangeInfo | Rejection {
  if (!isRecord(body)) return { kind: 'not-json', field: '' };
  const { serverTime, rateLimits, symbols }: WireExchangeInfo = body;
  if (!isTime(serverTime)) return refused('bad-time', serverTime, 'serverTime');
  if (!Array.isArray(symbols)) return { kind: 'missing-field', field: 'symbols' };
  const { rows, rejections } = sift(symbols, parseSymbol);
  return {
    symbols: rows,
    rejections,
    requestWeightPerMinute: weightPerMinute(rateLimits),
    serverTime,
  };
}

/**
 * The body of `/api/v3/klines`: candles of one symbol and interval, oldest first, one per open time
 * (the last of several wins). The newest may still be open: compare its close time with the clock.
 */
export function parseKlineRows(body: unknown, interval: Interval): Rows<ParsedCandle> | Rejection {
  if (!Array.isArray(body)) return { kind: 'not-json', field: '' };
  const { rows, rejections } = sift(body, (row) => parseKlineRow(row, interval));
  const byOpenTime = new Map(rows.map((row) => [row.candle.openTime, row]));
  const ordered = [...byOpenTime.values()].toSorted(
    (a, b) => a.candle.openTime - b.candle.openTime,
  );
  return { rows: ordered, rejections };
}

/** The body of `/api/v3/ticker/24hr`: one object or an array of them. */
export function parseTickers24h(body: unknown): Rows<Ticker> | Rejection {
  if (Array.isArray(body)) {
    return sift(body, (row) =>
      isRecord(row) ? parseTicker24h(row) : refused('bad-symbol', row, ''),
    );
  }
  if (!isRecord(body)) return { kind: 'not-json', field: '' };
  const ticker = parseTicker24h(body);
  return isRejection(ticker) ? ticker : { rows: [ticker], rejections: [] };
}

/** The body of `/api/v3/time`. */
export function parseServerTime(body: unknown): number | Rejection {
  if (!isRecord(body)) return { kind: 'not-json', field: '' };
  const { serverTime }: WireExchangeInfo = body;
  return isTime(serverTime) ? serverTime : refused('bad-time', serverTime, 'serverTime');
}

function sift<T extends object>(
  entries: readonly unknown[],
  parse: (entry: unknown) => T | Rejection,
): Rows<T> {
  const rows: T[] = [];
  const rejections: Rejection[] = [];
  for (const entry of entries) {
    const parsed = parse(entry);
    if (isRejection(parsed)) rejections.push(parsed);
    else rows.push(parsed);
  }
  return { rows, rejections };
}

function parseSymbol(entry: unknown): MarketSymbol | Rejection {
  if (!isRecord(entry)) return refused('bad-symbol', entry, 'symbol');
  const { symbol, status, baseAsset, quoteAsset, filters }: WireSymbol = entry;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 'symbol');
  if (!isName(status)) return refused('bad-symbol', status, 'status');
  if (!isName(baseAsset)) return refused('bad-symbol', baseAsset, 'baseAsset');
  if (!isName(quoteAsset)) return refused('bad-symbol', quoteAsset, 'quoteAsset');
  if (!Array.isArray(filters)) return { kind: 'missing-field', field: 'filters' };
  const { tickSize } = filterOf(filters, 'PRICE_FILTER');
  const { stepSize } = filterOf(filters, 'LOT_SIZE');
  if (!isPositiveDecimal(tickSize)) return refused('bad-price', tickSize, 'PRICE_FILTER.tickSize');
  if (!isPositiveDecimal(stepSize)) return refused('bad-quantity', stepSize, 'LOT_SIZE.stepSize');
  return { symbol, baseAsset, quoteAsset, status, tickSize, stepSize };
}

function filterOf(filters: readonly unknown[], type: string): WireFilter {
  for (const filter of filters) {
    if (!isRecord(filter)) continue;
    const fields: WireFilter = filter;
    if (fields.filterType === type) return fields;
  }
  return {};
}

function parseKlineRow(row: unknown, interval: Interval): ParsedCandle | Rejection {
  if (!Array.isArray(row)) return refused('bad-candle', row, '');
  const [openTime, open, high, low, close, volume, closeTime] = row as readonly unknown[];
  return parseCandle(
    { openTime, open, high, low, close, volume, closeTime },
    interval,
    KLINE_COLUMNS,
  );
}

function weightPerMinute(rateLimits: unknown): number | undefined {
  if (!Array.isArray(rateLimits)) return undefined;
  for (const entry of rateLimits) {
    if (!isRecord(entry)) continue;
    const { rateLimitType, interval, intervalNum, limit }: WireRateLimit = entry;
    if (rateLimitType !== 'REQUEST_WEIGHT' || interval !== 'MINUTE') continue;
    if (typeof limit !== 'number' || typeof intervalNum !== 'number') continue;
    if (limit > 0 && intervalNum > 0) return limit / intervalNum;
  }
  return undefined;
}
