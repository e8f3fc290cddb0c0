import type { Candle } from './candle.ts';
import type { Interval } from './intervals.ts';
import { closeTimeOf } from './intervals.ts';
import type { TickerStats } from './ticker-stats.ts';

/**
 * Events with the fields, and in the order, in which Binance sends them.
 * Source: binance-spot-api-docs, web-socket-streams.md.
 */

/** A trade as the market keeps it. */
export interface Trade {
  readonly id: number;
  readonly symbol: string;
  readonly price: string;
  readonly quantity: string;
  readonly time: number;
  readonly buyerIsMaker: boolean;
}

/** Best bid and ask of a symbol. */
export interface Book {
  readonly updateId: number;
  readonly bidPrice: string;
  readonly bidQuantity: string;
  readonly askPrice: string;
  readonly askQuantity: string;
}

/** Stream of a symbol: `streamOf('BTCUSDT', 'kline_1m')` is `btcusdt@kline_1m`. */
export function streamOf(symbol: string, kind: string): string {
  return `${symbol.toLowerCase()}@${kind}`;
}

/** `<symbol>@trade`, in the layout without order ids. */
export function tradeEvent(trade: Trade): object {
  return {
    e: 'trade',
    E: trade.time,
    s: trade.symbol,
    t: trade.id,
    p: trade.price,
    q: trade.quantity,
    T: trade.time,
    m: trade.buyerIsMaker,
    M: true,
  };
}

/** `<symbol>@aggTrade`; every aggregate here is a single trade. */
export function aggTradeEvent(trade: Trade): object {
  return {
    e: 'aggTrade',
    E: trade.time,
    s: trade.symbol,
    a: trade.id,
    p: trade.price,
    q: trade.quantity,
    f: trade.id,
    l: trade.id,
    T: trade.time,
    m: trade.buyerIsMaker,
    M: true,
  };
}

/** `<symbol>@kline_<interval>`. */
export function klineEvent(
  symbol: string,
  interval: Interval,
  candle: Candle,
  isClosed: boolean,
  eventTime: number,
): object {
  return {
    e: 'kline',
    E: eventTime,
    s: symbol,
    k: {
      t: candle.openTime,
      T: closeTimeOf(interval, candle.openTime),
      s: symbol,
      i: interval,
      f: candle.firstTradeId,
      L: candle.lastTradeId,
      o: candle.open,
      c: candle.close,
      h: candle.high,
      l: candle.low,
      v: candle.volume,
      n: candle.trades,
      x: isClosed,
      q: candle.quoteVolume,
      V: candle.takerVolume,
      Q: candle.takerQuoteVolume,
      B: '0',
    },
  };
}

/** `<symbol>@bookTicker`, which has no event type and no time. */
export function bookTickerEvent(symbol: string, book: Book): object {
  return {
    u: book.updateId,
    s: symbol,
    b: book.bidPrice,
    B: book.bidQuantity,
    a: book.askPrice,
    A: book.askQuantity,
  };
}

/** `<symbol>@ticker`. */
export function tickerEvent(stats: TickerStats, eventTime: number): object {
  return {
    e: '24hrTicker',
    E: eventTime,
    s: stats.symbol,
    p: stats.priceChange,
    P: stats.priceChangePercent,
    w: stats.weightedAvgPrice,
    x: stats.prevClosePrice,
    c: stats.lastPrice,
    Q: stats.lastQty,
    b: stats.bidPrice,
    B: stats.bidQty,
    a: stats.askPrice,
    A: stats.askQty,
    o: stats.openPrice,
    h: stats.highPrice,
    l: stats.lowPrice,
    v: stats.volume,
    q: stats.quoteVolume,
    O: stats.openTime,
    C: stats.closeTime,
    F: stats.firstId,
    L: stats.lastId,
    n: stats.count,
  };
}

/** `<symbol>@miniTicker`, and one element of `!miniTicker@arr`. */
export function miniTickerEvent(stats: TickerStats, eventTime: number): object {
  return {
    e: '24hrMiniTicker',
    E: eventTime,
    s: stats.symbol,
    c: stats.lastPrice,
    o: stats.openPrice,
    h: stats.highPrice,
    l: stats.lowPrice,
    v: stats.volume,
    q: stats.quoteVolume,
  };
}
