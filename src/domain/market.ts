import type { Candle } from './candle.ts';
import type { Interval } from './interval.ts';

/** A decimal number as the exchange wrote it, such as `43.50830000`: never an exponent. */
export type DecimalText = string;

/** A tradable pair. `status` is the exchange's word; only `TRADING` can be watched. */
export interface MarketSymbol {
  readonly symbol: string;
  readonly baseAsset: string;
  readonly quoteAsset: string;
  readonly status: string;
  readonly tickSize: DecimalText;
  readonly stepSize: DecimalText;
}

export interface Trade {
  readonly type: 'trade';
  readonly symbol: string;
  readonly price: DecimalText;
  readonly quantity: DecimalText;
  /** Grows by one per trade (or aggregate trade) of a symbol: a smaller one is late or repeated. */
  readonly tradeId: number;
  /** Aggregate trades have ids of their own. */
  readonly isAggregate: boolean;
  readonly tradeTime: number;
  readonly eventTime: number;
}

/** The state of one candle, open or closed, with `close` also as the exchange wrote it. */
export interface CandleUpdate {
  readonly type: 'candle';
  readonly symbol: string;
  readonly interval: Interval;
  readonly candle: Candle;
  readonly closeText: DecimalText;
  readonly closeTime: number;
  readonly isClosed: boolean;
  readonly eventTime: number;
}

/** Rolling 24-hour statistics with best bid and ask. */
export interface Ticker {
  readonly type: 'ticker';
  readonly symbol: string;
  readonly lastPrice: DecimalText;
  readonly bidPrice: DecimalText;
  readonly askPrice: DecimalText;
  /** In the base asset. */
  readonly volume: DecimalText;
  /** In the quote asset. */
  readonly quoteVolume: DecimalText;
  /** Percent, may be negative. */
  readonly changePercent: DecimalText;
  readonly eventTime: number;
}

/** Best bid and ask, to the tick. Carries no time of its own. */
export interface BookTicker {
  readonly type: 'bookTicker';
  readonly symbol: string;
  readonly updateId: number;
  readonly bidPrice: DecimalText;
  readonly bidQuantity: DecimalText;
  readonly askPrice: DecimalText;
  readonly askQuantity: DecimalText;
}

/** Rolling 24-hour statistics without bid and ask. */
export interface MiniTicker {
  readonly type: 'miniTicker';
  readonly symbol: string;
  readonly lastPrice: DecimalText;
  readonly openPrice: DecimalText;
  readonly volume: DecimalText;
  readonly quoteVolume: DecimalText;
  readonly eventTime: number;
}

export type MarketEvent = Trade | CandleUpdate | Ticker | BookTicker | MiniTicker;
