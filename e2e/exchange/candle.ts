import {
  formatFixed,
  maxFixed,
  minFixed,
  multiplyFixed,
  normalizeFixed,
  parseFixed,
} from './fixed.ts';
import type { Interval } from './intervals.ts';
import { closeTimeOf } from './intervals.ts';

/** One candle; prices and volumes are decimal strings with eight places. */
export interface Candle {
  readonly openTime: number;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  readonly quoteVolume: string;
  readonly trades: number;
  readonly takerVolume: string;
  readonly takerQuoteVolume: string;
  /** First and last trade in the candle; -1 when there was none. */
  readonly firstTradeId: number;
  readonly lastTradeId: number;
}

/** What a test may say of a candle; the rest is derived, see {@link withValues}. */
export type CandleValues = Partial<
  Pick<Candle, 'open' | 'high' | 'low' | 'close' | 'volume' | 'quoteVolume' | 'trades'>
>;

const NOTHING = formatFixed(0n);

/** A candle in which nothing was traded. */
export function flatCandle(openTime: number, price: string): Candle {
  return {
    openTime,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: NOTHING,
    quoteVolume: NOTHING,
    trades: 0,
    takerVolume: NOTHING,
    takerQuoteVolume: NOTHING,
    firstTradeId: -1,
    lastTradeId: -1,
  };
}

/** The candle after its price went to `price` without a trade being counted. */
export function withPrice(candle: Candle, price: string): Candle {
  const amount = parseFixed(price, 'price');
  return {
    ...candle,
    high: formatFixed(maxFixed(parseFixed(candle.high, 'high'), amount)),
    low: formatFixed(minFixed(parseFixed(candle.low, 'low'), amount)),
    close: price,
  };
}

function add(total: string, amount: bigint): string {
  return formatFixed(parseFixed(total, 'volume') + amount);
}

function half(amount: string): string {
  return formatFixed(parseFixed(amount, 'volume') / 2n);
}

/** One trade as a candle sees it. */
export interface CandleTrade {
  readonly id: number;
  readonly price: string;
  readonly quantity: string;
  readonly buyerIsMaker: boolean;
}

/** The candle after a trade; the first trade in it sets its open. */
export function withTrade(candle: Candle, trade: CandleTrade): Candle {
  const quantity = parseFixed(trade.quantity, 'quantity');
  const quote = multiplyFixed(parseFixed(trade.price, 'price'), quantity);
  const start = candle.trades === 0 ? flatCandle(candle.openTime, trade.price) : candle;
  return {
    ...withPrice(start, trade.price),
    volume: add(start.volume, quantity),
    quoteVolume: add(start.quoteVolume, quote),
    trades: start.trades + 1,
    takerVolume: add(start.takerVolume, trade.buyerIsMaker ? 0n : quantity),
    takerQuoteVolume: add(start.takerQuoteVolume, trade.buyerIsMaker ? 0n : quote),
    firstTradeId: start.firstTradeId === -1 ? trade.id : start.firstTradeId,
    lastTradeId: trade.id,
  };
}

/**
 * The candle with what a test says of it. A given `open` starts the range anew, otherwise the range
 * so far is kept and widened; `high` and `low` win over both. The quote volume follows the volume.
 * @throws RangeError when a value is not a decimal string, or open and close leave the range
 */
export function withValues(candle: Candle, values: CandleValues): Candle {
  const open = normalizeFixed(values.open ?? candle.open, 'open');
  const close = normalizeFixed(values.close ?? values.open ?? candle.close, 'close');
  const start =
    values.open === undefined ? candle : { ...candle, open, high: open, low: open, close: open };
  const moved = withPrice(start, close);
  const high = normalizeFixed(values.high ?? moved.high, 'high');
  const low = normalizeFixed(values.low ?? moved.low, 'low');
  for (const [name, price] of Object.entries({ open, close })) {
    const amount = parseFixed(price, name);
    if (amount > parseFixed(high, 'high') || amount < parseFixed(low, 'low')) {
      throw new RangeError(
        `${name}: ${price} is outside the candle's range from ${low} to ${high}`,
      );
    }
  }
  const volume = normalizeFixed(values.volume ?? candle.volume, 'volume');
  const quoteVolume =
    values.quoteVolume === undefined && values.volume === undefined
      ? candle.quoteVolume
      : normalizeFixed(
          values.quoteVolume ??
            formatFixed(multiplyFixed(parseFixed(volume, 'volume'), parseFixed(close, 'close'))),
          'quoteVolume',
        );
  return {
    ...moved,
    high,
    low,
    volume,
    quoteVolume,
    trades: values.trades ?? (volume === NOTHING ? 0 : Math.max(1, candle.trades)),
    takerVolume: values.volume === undefined ? candle.takerVolume : half(volume),
    takerQuoteVolume: values.volume === undefined ? candle.takerQuoteVolume : half(quoteVolume),
  };
}

/** A row of `/api/v3/klines`. */
export type KlineRow = readonly [
  openTime: number,
  open: string,
  high: string,
  low: string,
  close: string,
  volume: string,
  closeTime: number,
  quoteVolume: string,
  trades: number,
  takerVolume: string,
  takerQuoteVolume: string,
  ignore: string,
];

/** The candle as a row of `/api/v3/klines`. */
export function toRow(candle: Candle, interval: Interval): KlineRow {
  return [
    candle.openTime,
    candle.open,
    candle.high,
    candle.low,
    candle.close,
    candle.volume,
    closeTimeOf(interval, candle.openTime),
    candle.quoteVolume,
    candle.trades,
    candle.takerVolume,
    candle.takerQuoteVolume,
    '0',
  ];
}

/** The candle that a row of `/api/v3/klines` describes. */
export function fromRow(row: KlineRow): Candle {
  return {
    openTime: row[0],
    open: row[1],
    high: row[2],
    low: row[3],
    close: row[4],
    volume: row[5],
    quoteVolume: row[7],
    trades: row[8],
    takerVolume: row[9],
    takerQuoteVolume: row[10],
    firstTradeId: -1,
    lastTradeId: -1,
  };
}
