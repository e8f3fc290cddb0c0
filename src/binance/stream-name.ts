import type { Interval } from '../domain/interval.ts';

/**
 * Names of Binance's streams, such as `btcusdt@kline_1m`. The symbol is lower case in them.
 * Source: Binance spot documentation, WebSocket streams.
 */
export type StreamName = string;

export type StreamKind =
  'trade' | 'candle' | 'ticker' | 'bookTicker' | 'miniTicker' | 'control' | 'other';

/** Mini tickers of every symbol that changed within the last second, in one frame. */
export const miniTickerArrayStream: StreamName = '!miniTicker@arr';

/** Announces the end of the connection. */
export const shutdownStream: StreamName = '!serverShutdown';

export function tradeStream(symbol: string): StreamName {
  return `${streamSymbol(symbol)}@trade`;
}

export function aggregateTradeStream(symbol: string): StreamName {
  return `${streamSymbol(symbol)}@aggTrade`;
}

export function klineStream(symbol: string, interval: Interval): StreamName {
  return `${streamSymbol(symbol)}@kline_${interval}`;
}

export function tickerStream(symbol: string): StreamName {
  return `${streamSymbol(symbol)}@ticker`;
}

export function miniTickerStream(symbol: string): StreamName {
  return `${streamSymbol(symbol)}@miniTicker`;
}

export function bookTickerStream(symbol: string): StreamName {
  return `${streamSymbol(symbol)}@bookTicker`;
}

/**
 * Only ASCII letters are lowered: symbols such as `币安人生USDT` exist, and a full Unicode lowering
 * would change the length or the identity of some letters (`İ`, `ẞ`).
 */
export function streamSymbol(symbol: string): string {
  return symbol.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Streams of all symbols begin with it. */
const BANG = 33;
const KLINE = '@kline_';

/** What a stream carries, told by its name alone: cheap enough to be called for every frame. */
export function streamKind(stream: StreamName): StreamKind {
  if (stream.charCodeAt(0) === BANG) {
    if (stream === miniTickerArrayStream) return 'miniTicker';
    return stream === shutdownStream ? 'control' : 'other';
  }
  const at = stream.indexOf('@');
  if (at < 0) return 'other';
  if (isRest(stream, at, '@trade') || isRest(stream, at, '@aggTrade')) return 'trade';
  if (isRest(stream, at, '@bookTicker')) return 'bookTicker';
  if (isRest(stream, at, '@ticker')) return 'ticker';
  if (isRest(stream, at, '@miniTicker')) return 'miniTicker';
  return stream.slice(at, at + KLINE.length) === KLINE ? 'candle' : 'other';
}

/** A cut-out piece is compared in less time than `startsWith` takes. */
function isRest(stream: StreamName, at: number, rest: string): boolean {
  return stream.length === at + rest.length && stream.slice(at) === rest;
}
