import {
  bookAt,
  decimalText,
  priceText,
  quantityText,
  quoteVolume,
  SLOT_MS,
  tradeCount,
} from './demo-frames.ts';
import type { DemoMarket } from './demo-market.ts';

/** 24-hour statistics as Binance tells them, in streams and in REST. */

const DAY_MS = 86_400_000;

export function tickerEvent(market: DemoMarket, time: number): object {
  const { pair } = market;
  const day = market.day(time);
  const book = bookAt(market, Math.floor(time / SLOT_MS));
  return {
    e: '24hrTicker',
    E: time,
    s: pair.symbol,
    p: decimalText(day.close - day.open, pair.priceDecimals),
    P: changePercent(day.open, day.close),
    w: priceText(pair, quoteVolume(day) / day.volume),
    c: priceText(pair, day.close),
    Q: book.bidQuantity,
    b: book.bidPrice,
    B: book.bidQuantity,
    a: book.askPrice,
    A: book.askQuantity,
    o: priceText(pair, day.open),
    h: priceText(pair, day.high),
    l: priceText(pair, day.low),
    v: quantityText(pair, day.volume),
    q: decimalText(quoteVolume(day), 8),
    O: time - DAY_MS,
    C: time,
    n: tradeCount(pair, day, time),
  };
}

export function miniTickerEvent(market: DemoMarket, time: number): object {
  const { pair } = market;
  const day = market.day(time);
  return {
    e: '24hrMiniTicker',
    E: time,
    s: pair.symbol,
    c: priceText(pair, day.close),
    o: priceText(pair, day.open),
    h: priceText(pair, day.high),
    l: priceText(pair, day.low),
    v: quantityText(pair, day.volume),
    q: decimalText(quoteVolume(day), 8),
  };
}

/** A row of `/api/v3/ticker/24hr`. */
export function ticker24hRow(market: DemoMarket, time: number): object {
  const { pair } = market;
  const day = market.day(time);
  const book = bookAt(market, Math.floor(time / SLOT_MS));
  return {
    symbol: pair.symbol,
    priceChange: decimalText(day.close - day.open, pair.priceDecimals),
    priceChangePercent: changePercent(day.open, day.close),
    weightedAvgPrice: priceText(pair, quoteVolume(day) / day.volume),
    lastPrice: priceText(pair, day.close),
    bidPrice: book.bidPrice,
    bidQty: book.bidQuantity,
    askPrice: book.askPrice,
    askQty: book.askQuantity,
    openPrice: priceText(pair, day.open),
    highPrice: priceText(pair, day.high),
    lowPrice: priceText(pair, day.low),
    volume: quantityText(pair, day.volume),
    quoteVolume: decimalText(quoteVolume(day), 8),
    openTime: time - DAY_MS,
    closeTime: time,
    count: tradeCount(pair, day, time),
  };
}

function changePercent(open: number, close: number): string {
  return ((close / open - 1) * 100).toFixed(3);
}
