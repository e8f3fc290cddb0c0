import type { Candle } from './candle.ts';
import type { Book } from './events.ts';
import { divideFixed, formatFixed, maxFixed, minFixed, parseFixed } from './fixed.ts';

const DAY = 86_400_000;

/** A row of `/api/v3/ticker/24hr`, with Binance's names and in its order. */
export interface TickerStats {
  readonly symbol: string;
  readonly priceChange: string;
  readonly priceChangePercent: string;
  readonly weightedAvgPrice: string;
  readonly prevClosePrice: string;
  readonly lastPrice: string;
  readonly lastQty: string;
  readonly bidPrice: string;
  readonly bidQty: string;
  readonly askPrice: string;
  readonly askQty: string;
  readonly openPrice: string;
  readonly highPrice: string;
  readonly lowPrice: string;
  readonly volume: string;
  readonly quoteVolume: string;
  readonly openTime: number;
  readonly closeTime: number;
  readonly firstId: number;
  readonly lastId: number;
  readonly count: number;
}

/** Statistics that a test may dictate; the change is computed from the open unless it is given. */
export type TickerOverrides = Partial<
  Pick<
    TickerStats,
    'openPrice' | 'highPrice' | 'lowPrice' | 'volume' | 'quoteVolume' | 'priceChangePercent'
  >
>;

/** What the statistics are computed from. */
export interface TickerSource {
  readonly symbol: string;
  readonly now: number;
  /** Hourly candles of the last 24 hours, oldest first. */
  readonly hours: readonly Candle[];
  readonly lastPrice: string;
  readonly lastQuantity: string;
  readonly lastTradeId: number;
  readonly book: Book;
  readonly overrides: TickerOverrides;
}

/** The 24-hour statistics of a symbol, exact to hourly candles. */
export function tickerStats(source: TickerSource): TickerStats {
  const last = parseFixed(source.lastPrice, 'lastPrice');
  let high = last;
  let low = last;
  let volume = 0n;
  let quoteVolume = 0n;
  let count = 0;
  for (const hour of source.hours) {
    high = maxFixed(high, parseFixed(hour.high, 'high'));
    low = minFixed(low, parseFixed(hour.low, 'low'));
    volume += parseFixed(hour.volume, 'volume');
    quoteVolume += parseFixed(hour.quoteVolume, 'quoteVolume');
    count += hour.trades;
  }
  const given = source.overrides;
  const openPrice = given.openPrice ?? source.hours[0]?.open ?? source.lastPrice;
  const open = parseFixed(openPrice, 'openPrice');
  const percent = open === 0n ? 0 : (Number(last - open) / Number(open)) * 100;
  return {
    symbol: source.symbol,
    priceChange: formatFixed(last - open),
    priceChangePercent: given.priceChangePercent ?? percent.toFixed(3),
    weightedAvgPrice: formatFixed(divideFixed(quoteVolume, volume)),
    prevClosePrice: openPrice,
    lastPrice: source.lastPrice,
    lastQty: source.lastQuantity,
    bidPrice: source.book.bidPrice,
    bidQty: source.book.bidQuantity,
    askPrice: source.book.askPrice,
    askQty: source.book.askQuantity,
    openPrice,
    highPrice: given.highPrice ?? formatFixed(high),
    lowPrice: given.lowPrice ?? formatFixed(low),
    volume: given.volume ?? formatFixed(volume),
    quoteVolume: given.quoteVolume ?? formatFixed(quoteVolume),
    openTime: source.now - DAY,
    closeTime: source.now,
    firstId: source.lastTradeId - count + 1,
    lastId: source.lastTradeId,
    count,
  };
}
