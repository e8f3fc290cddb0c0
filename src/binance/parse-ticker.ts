import type { BookTicker, MiniTicker, Ticker } from '../domain/market.ts';
import { isSignedDecimal, isUnsignedDecimal } from '../domain/decimal-sign.ts';
import { refused } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { isId, isName, isTime } from './wire.ts';
import type { WireBookTicker, WireTicker, WireTicker24h } from './wire.ts';

/*
 * Zero is a legal price in tickers and means that there is none: nobody bids or asks, or, for the
 * last price, nobody has traded the symbol for a day (delisted symbols keep sending such frames).
 * It is passed on as the exchange wrote it; who shows or judges it asks `isPositiveDecimal`.
 */

export function parseTickerEvent(event: WireTicker): Ticker | Rejection {
  const { E: eventTime, s: symbol, c: lastPrice, b: bidPrice, a: askPrice } = event;
  const { v: volume, q: quoteVolume, P: changePercent } = event;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 's');
  if (!isUnsignedDecimal(lastPrice)) return refused('bad-price', lastPrice, 'c');
  if (!isUnsignedDecimal(bidPrice)) return refused('bad-price', bidPrice, 'b');
  if (!isUnsignedDecimal(askPrice)) return refused('bad-price', askPrice, 'a');
  if (!isUnsignedDecimal(volume)) return refused('bad-quantity', volume, 'v');
  if (!isUnsignedDecimal(quoteVolume)) return refused('bad-quantity', quoteVolume, 'q');
  if (!isSignedDecimal(changePercent)) return refused('bad-number', changePercent, 'P');
  if (!isTime(eventTime)) return refused('bad-time', eventTime, 'E');
  return {
    type: 'ticker',
    symbol,
    lastPrice,
    bidPrice,
    askPrice,
    volume,
    quoteVolume,
    changePercent,
    eventTime,
  };
}

export function parseMiniTicker(event: WireTicker): MiniTicker | Rejection {
  const { E: eventTime, s: symbol, c: lastPrice, o: openPrice, v: volume, q: quoteVolume } = event;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 's');
  if (!isUnsignedDecimal(lastPrice)) return refused('bad-price', lastPrice, 'c');
  if (!isUnsignedDecimal(openPrice)) return refused('bad-price', openPrice, 'o');
  if (!isUnsignedDecimal(volume)) return refused('bad-quantity', volume, 'v');
  if (!isUnsignedDecimal(quoteVolume)) return refused('bad-quantity', quoteVolume, 'q');
  if (!isTime(eventTime)) return refused('bad-time', eventTime, 'E');
  return { type: 'miniTicker', symbol, lastPrice, openPrice, volume, quoteVolume, eventTime };
}

export function parseBookTicker(event: WireBookTicker): BookTicker | Rejection {
  const { u: updateId, s: symbol } = event;
  const { b: bidPrice, B: bidQuantity, a: askPrice, A: askQuantity } = event;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 's');
  if (!isId(updateId)) return refused('bad-number', updateId, 'u');
  if (!isUnsignedDecimal(bidPrice)) return refused('bad-price', bidPrice, 'b');
  if (!isUnsignedDecimal(askPrice)) return refused('bad-price', askPrice, 'a');
  if (!isUnsignedDecimal(bidQuantity)) return refused('bad-quantity', bidQuantity, 'B');
  if (!isUnsignedDecimal(askQuantity)) return refused('bad-quantity', askQuantity, 'A');
  return { type: 'bookTicker', symbol, updateId, bidPrice, bidQuantity, askPrice, askQuantity };
}

/** A row of `/api/v3/ticker/24hr`, which becomes a ticker as of its close time. */
export function parseTicker24h(row: WireTicker24h): Ticker | Rejection {
  const { symbol, lastPrice, bidPrice, askPrice, volume, quoteVolume } = row;
  const { priceChangePercent: changePercent, closeTime: eventTime } = row;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 'symbol');
  if (!isUnsignedDecimal(lastPrice)) return refused('bad-price', lastPrice, 'lastPrice');
  if (!isUnsignedDecimal(bidPrice)) return refused('bad-price', bidPrice, 'bidPrice');
  if (!isUnsignedDecimal(askPrice)) return refused('bad-price', askPrice, 'askPrice');
  if (!isUnsignedDecimal(volume)) return refused('bad-quantity', volume, 'volume');
  if (!isUnsignedDecimal(quoteVolume)) return refused('bad-quantity', quoteVolume, 'quoteVolume');
  if (!isSignedDecimal(changePercent)) {
    return refused('bad-number', changePercent, 'priceChangePercent');
  }
  if (!isTime(eventTime)) return refused('bad-time', eventTime, 'closeTime');
  return {
    type: 'ticker',
    symbol,
    lastPrice,
    bidPrice,
    askPrice,
    volume,
    quoteVolume,
    changePercent,
    eventTime,
  };
}
