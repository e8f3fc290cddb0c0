import { openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import type { DemoCandle, DemoMarket } from './demo-market.ts';
import { hash } from './hash.ts';
import type { DemoPair } from './pairs.ts';

/*
 * The market as Binance's event payloads. Trades and book tickers belong to slots of 200 ms counted
 * from the epoch, so that ids, prices and quantities are the same in every tab.
 */

export const SLOT_MS = 200;

const MOST_TRADES_PER_SLOT = 10;
const DECIMALS = 8;

/** As the exchange writes prices and quantities: rounded to the tick, then 8 decimals. */
export function decimalText(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  return (Math.round(value * scale) / scale).toFixed(DECIMALS);
}

/** Never below one tick. */
export function priceText(pair: DemoPair, price: number): string {
  return decimalText(Math.max(price, 10 ** -pair.priceDecimals), pair.priceDecimals);
}

export function quantityText(pair: DemoPair, quantity: number): string {
  return decimalText(quantity, pair.quantityDecimals);
}

/** The trades of a slot, none in many a slot of a small pair. */
export function tradeEvents(market: DemoMarket, slot: number, isAggregate: boolean): object[] {
  const { pair, key } = market;
  const index = slot | 0;
  const wanted = (pair.tradesPerSecond * SLOT_MS) / 1000;
  const count = Math.min(
    MOST_TRADES_PER_SLOT,
    Math.floor(wanted * 2 * hash(key, index, 20) + hash(key, index, 40)),
  );
  const meanQuantity = pair.dailyTurnover / pair.price / 86_400 / pair.tradesPerSecond;
  return Array.from({ length: count }, (_, at) => {
    const time = slot * SLOT_MS + Math.floor((SLOT_MS * (at + 0.5)) / count);
    const size = hash(key, index, 60 + at);
    const quantity = Math.max(10 ** -pair.quantityDecimals, meanQuantity * 3 * size ** 3);
    const id = slot * MOST_TRADES_PER_SLOT + at;
    return {
      e: isAggregate ? 'aggTrade' : 'trade',
      E: time,
      s: pair.symbol,
      ...(isAggregate ? { a: id, f: id, l: id } : { t: id }),
      p: priceText(pair, market.priceAt(time)),
      q: quantityText(pair, quantity),
      T: time,
      m: hash(key, index, 80 + at) < 0.5,
      M: true,
    };
  });
}

export function klineEvent(
  market: DemoMarket,
  interval: Interval,
  candle: DemoCandle,
  isClosed: boolean,
  eventTime: number,
): object {
  const { pair } = market;
  const volume = quantityText(pair, candle.volume);
  const quote = quoteVolume(candle);
  const trades = tradeCount(pair, candle, eventTime);
  return {
    e: 'kline',
    E: eventTime,
    s: pair.symbol,
    k: {
      t: candle.openTime,
      T: candle.endTime - 1,
      s: pair.symbol,
      i: interval,
      f: Math.floor(candle.openTime / SLOT_MS) * MOST_TRADES_PER_SLOT,
      L: Math.floor(Math.min(eventTime, candle.endTime) / SLOT_MS) * MOST_TRADES_PER_SLOT,
      o: priceText(pair, candle.open),
      c: priceText(pair, candle.close),
      h: priceText(pair, candle.high),
      l: priceText(pair, candle.low),
      v: volume,
      n: trades,
      x: isClosed,
      q: decimalText(quote, DECIMALS),
      V: quantityText(pair, candle.volume / 2),
      Q: decimalText(quote / 2, DECIMALS),
      B: '0',
    },
  };
}

/** A row of `/api/v3/klines`, equal in its figures to the kline events of the same candle. */
export function klineRow(market: DemoMarket, candle: DemoCandle, now: number): unknown[] {
  const { pair } = market;
  const quote = quoteVolume(candle);
  return [
    candle.openTime,
    priceText(pair, candle.open),
    priceText(pair, candle.high),
    priceText(pair, candle.low),
    priceText(pair, candle.close),
    quantityText(pair, candle.volume),
    candle.endTime - 1,
    decimalText(quote, DECIMALS),
    tradeCount(pair, candle, now),
    quantityText(pair, candle.volume / 2),
    decimalText(quote / 2, DECIMALS),
    '0',
  ];
}

/** Closed candles from before `from` that ended until `to`, and the one open at `to`. */
export function candlesBetween(
  market: DemoMarket,
  interval: Interval,
  from: number,
  to: number,
): { readonly closed: DemoCandle[]; readonly open: DemoCandle } {
  const closed: DemoCandle[] = [];
  const current = openTimeAt(interval, to);
  for (
    let openTime = openTimeAt(interval, from);
    openTime < current;
    openTime = shiftOpenTime(interval, openTime, 1)
  ) {
    closed.push(market.candle(interval, openTime, current));
  }
  return { closed, open: market.candle(interval, current, to) };
}

export interface DemoBook {
  readonly bidPrice: string;
  readonly askPrice: string;
  readonly bidQuantity: string;
  readonly askQuantity: string;
}

/** Best bid and ask around the price at the slot's start: a tick or two apart. */
export function bookAt(market: DemoMarket, slot: number): DemoBook {
  const { pair, key } = market;
  const tick = 10 ** -pair.priceDecimals;
  const last = market.priceAt(slot * SLOT_MS);
  const spread = tick * (hash(key, slot | 0, 90) < 0.8 ? 1 : 2);
  const bid = hash(key, slot | 0, 91) < 0.5 ? last : last - spread;
  const depth = (pair.dailyTurnover / pair.price / 86_400) * 4;
  const quantity = (salt: number): string =>
    quantityText(pair, 10 ** -pair.quantityDecimals + depth * hash(key, slot | 0, salt) ** 2);
  return {
    bidPrice: priceText(pair, bid),
    askPrice: priceText(pair, Math.max(bid, tick) + spread),
    bidQuantity: quantity(92),
    askQuantity: quantity(93),
  };
}

export function bookTickerEvent(market: DemoMarket, slot: number): object {
  const book = bookAt(market, slot);
  return {
    u: slot,
    s: market.pair.symbol,
    b: book.bidPrice,
    B: book.bidQuantity,
    a: book.askPrice,
    A: book.askQuantity,
  };
}

export function quoteVolume(candle: DemoCandle): number {
  return (candle.volume * (candle.high + candle.low + candle.close)) / 3;
}

export function tradeCount(pair: DemoPair, candle: DemoCandle, now: number): number {
  const lastedMs = Math.min(now, candle.endTime) - candle.openTime;
  return Math.max(1, Math.round((pair.tradesPerSecond * lastedMs) / 1000));
}
