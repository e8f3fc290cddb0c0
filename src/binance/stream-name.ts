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

/** What a stream carries, told by its name alone: cheap enough to be called for every frame. */
export function streamKind(stream: StreamName): StreamKind {
  if (stream.startsWith('!')) {
    if (stream === miniTickerArrayStream) return 'miniTicker';
    return stream === '!serverShutdown' ? 'control' : 'other';
  }
  const at = stream.indexOf('@') + 1;
  if (at === 0) return 'other';
  if (isRest(stream, at, 'trade') || isRest(stream, at, 'aggTrade')) return 'trade';
  if (isRest(stream, at, 'bookTicker')) return 'bookTicker';
  if (stream.startsWith('kline_', at)) return 'candle';
  if (isRest(stream, at, 'ticker')) return 'ticker';
  return isRest(stream, at, 'miniTicker') ? 'miniTicker' : 'other';
}

/** Without a copy of the rest. */
function isRest(stream: StreamName, at: number, word: string): boolean {
  return stream.length === at + word.length && stream.startsWith(word, at);
}
