/**
 * Binance's payloads as far as they are read, before anything about them is known. Source: Binance
 * spot documentation, WebSocket streams and market data endpoints.
 */
import { isTime as isEpochTime } from '../domain/epoch-time.ts';

/** Any payload: `e` names its type, except that a book ticker has none. */
export interface WireEvent {
  readonly e?: unknown;
}

/** `{"stream":"btcusdt@trade","data":{…}}`: the envelope of combined streams. */
export interface WireEnvelope {
  readonly stream?: unknown;
  readonly data?: unknown;
}

/** `trade` and `aggTrade`. */
export interface WireTrade extends WireEvent {
  readonly E?: unknown;
  readonly s?: unknown;
  /** Trade id. */
  readonly t?: unknown;
  /** Aggregate trade id. */
  readonly a?: unknown;
  readonly p?: unknown;
  readonly q?: unknown;
  readonly T?: unknown;
}

export interface WireKlineEvent extends WireEvent {
  readonly E?: unknown;
  readonly s?: unknown;
  readonly k?: unknown;
}

/** The `k` of a kline event. */
export interface WireKline {
  readonly t?: unknown;
  readonly T?: unknown;
  readonly i?: unknown;
  readonly o?: unknown;
  readonly h?: unknown;
  readonly l?: unknown;
  readonly c?: unknown;
  readonly v?: unknown;
  readonly x?: unknown;
}

/** `24hrTicker`, and with fewer fields `24hrMiniTicker`. */
export interface WireTicker extends WireEvent {
  readonly E?: unknown;
  readonly s?: unknown;
  readonly c?: unknown;
  readonly o?: unknown;
  readonly b?: unknown;
  readonly a?: unknown;
  readonly v?: unknown;
  readonly q?: unknown;
  readonly P?: unknown;
}

export interface WireBookTicker {
  readonly u?: unknown;
  readonly s?: unknown;
  readonly b?: unknown;
  readonly B?: unknown;
  readonly a?: unknown;
  readonly A?: unknown;
}

/** A row of `/api/v3/ticker/24hr`. */
export interface WireTicker24h {
  readonly symbol?: unknown;
  readonly lastPrice?: unknown;
  readonly bidPrice?: unknown;
  readonly askPrice?: unknown;
  readonly volume?: unknown;
  readonly quoteVolume?: unknown;
  readonly priceChangePercent?: unknown;
  readonly closeTime?: unknown;
}

/** The answer of `/api/v3/exchangeInfo`. */
export interface WireExchangeInfo {
  readonly serverTime?: unknown;
  readonly rateLimits?: unknown;
  readonly symbols?: unknown;
}

export interface WireRateLimit {
  readonly rateLimitType?: unknown;
  readonly interval?: unknown;
  readonly intervalNum?: unknown;
  readonly limit?: unknown;
}

export interface WireSymbol {
  readonly symbol?: unknown;
  readonly status?: unknown;
  readonly baseAsset?: unknown;
  readonly quoteAsset?: unknown;
  readonly filters?: unknown;
}

export interface WireFilter {
  readonly filterType?: unknown;
  readonly tickSize?: unknown;
  readonly stepSize?: unknown;
}

const LONGEST_NAME = 40;

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A symbol, an asset or a status: any short text, for not all of them are ASCII. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
}

/** Epoch milliseconds, whole. */
export function isTime(value: unknown): value is number {
  return isEpochTime(value) && value > 0;
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
