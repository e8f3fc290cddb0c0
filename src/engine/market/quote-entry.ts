/** What is known of one symbol, and how events change it: late and repeated ones not at all. */
import { isPositiveDecimal } from '../../domain/decimal-sign.ts';
import type { BookTicker, MarketEvent, MiniTicker, Ticker, Trade } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';
import type { Feed } from './feed.ts';

export type QuoteOutcome = 'applied' | 'duplicate' | 'late';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface QuoteEntry {
  readonly quote: Mutable<Quote>;
  feed: Feed;
  /** Our clock when that feed began. */
  fedSince: number;
  /** It may have changed unheard: what is known is not to be taken for the present. */
  isDoubted: boolean;
  /** The usual pause between events. */
  paceMs: number;
  /** Exchange time of the price shown. */
  priceTime: number;
  tradeId: number;
  tradeTime: number;
  aggregateId: number;
  aggregateTime: number;
  tickerTime: number;
  /** Our clock, of the last full ticker. */
  tickerHeardAt: number;
  bookUpdateId: number;
}

/** While a symbol's own ticker comes every second, what the whole market's says of it is no news. */
const TICKER_COVERS_MS = 3_000;

export function createQuoteEntry(symbol: string): QuoteEntry {
  return {
    quote: {
      symbol,
      lastPrice: null,
      bidPrice: null,
      askPrice: null,
      volume: null,
      quoteVolume: null,
      changePercent: null,
      eventTime: 0,
      receivedAt: 0,
      isStale: false,
    },
    feed: 'own',
    fedSince: 0,
    isDoubted: false,
    paceMs: 0,
    priceTime: 0,
    tradeId: -1,
    tradeTime: 0,
    aggregateId: -1,
    aggregateTime: 0,
    tickerTime: 0,
    tickerHeardAt: 0,
    bookUpdateId: 0,
  };
}

export function applyTo(entry: QuoteEntry, event: MarketEvent, receivedAt: number): QuoteOutcome {
  switch (event.type) {
    case 'trade':
      return applyTrade(entry, event);
    case 'ticker':
      return applyTicker(entry, event, receivedAt);
    case 'miniTicker':
      return applyMiniTicker(entry, event, receivedAt);
    case 'bookTicker':
      return applyBookTicker(entry, event);
    case 'candle':
      // A candle's close is the last price: it serves symbols whose trades are not streamed.
      return setPrice(entry, event.closeText, event.eventTime) ? 'applied' : 'late';
    default:
      return event satisfies never;
  }
}

/** Ids order trades; a smaller one at a later time is an exchange that began to count anew. */
function applyTrade(entry: QuoteEntry, trade: Trade): QuoteOutcome {
  const { tradeId, tradeTime, isAggregate } = trade;
  const newestId = isAggregate ? entry.aggregateId : entry.tradeId;
  const newestTime = isAggregate ? entry.aggregateTime : entry.tradeTime;
  if (tradeId <= newestId && tradeTime <= newestTime) {
    return tradeId === newestId ? 'duplicate' : 'late';
  }
  if (isAggregate) {
    entry.aggregateId = tradeId;
    entry.aggregateTime = tradeTime;
  } else {
    entry.tradeId = tradeId;
    entry.tradeTime = tradeTime;
  }
  setPrice(entry, trade.price, tradeTime);
  return 'applied';
}

function applyTicker(entry: QuoteEntry, ticker: Ticker, receivedAt: number): QuoteOutcome {
  const order = orderTicker(entry, ticker.eventTime);
  if (order !== 'applied') return order;
  entry.tickerHeardAt = receivedAt;
  const { quote } = entry;
  setTickerPrice(entry, ticker.lastPrice, ticker.eventTime);
  if (entry.bookUpdateId === 0) {
    quote.bidPrice = ticker.bidPrice;
    quote.askPrice = ticker.askPrice;
  }
  quote.volume = ticker.volume;
  quote.quoteVolume = ticker.quoteVolume;
  quote.changePercent = ticker.changePercent;
  return 'applied';
}

function applyMiniTicker(entry: QuoteEntry, ticker: MiniTicker, receivedAt: number): QuoteOutcome {
  const isCovered = entry.feed !== 'array' && receivedAt - entry.tickerHeardAt < TICKER_COVERS_MS;
  if (isCovered) return 'duplicate';
  const order = orderTicker(entry, ticker.eventTime);
  if (order !== 'applied') return order;
  const { quote } = entry;
  setTickerPrice(entry, ticker.lastPrice, ticker.eventTime);
  const open = Number(ticker.openPrice);
  quote.volume = ticker.volume;
  quote.quoteVolume = ticker.quoteVolume;
  if (open > 0) quote.changePercent = ((Number(ticker.lastPrice) / open - 1) * 100).toFixed(3);
  return 'applied';
}

function orderTicker(entry: QuoteEntry, eventTime: number): QuoteOutcome {
  if (eventTime === entry.tickerTime) return 'duplicate';
  if (eventTime < entry.tickerTime) return 'late';
  entry.tickerTime = eventTime;
  return 'applied';
}

function applyBookTicker(entry: QuoteEntry, book: BookTicker): QuoteOutcome {
  if (book.updateId === entry.bookUpdateId) return 'duplicate';
  if (book.updateId < entry.bookUpdateId) return 'late';
  entry.bookUpdateId = book.updateId;
  entry.quote.bidPrice = book.bidPrice;
  entry.quote.askPrice = book.askPrice;
  return 'applied';
}

/**
 * A price of zero, as tickers of dead symbols have it, is no price. What is known of that very
 * moment stays: a ticker that was asked for may have been answered before a trade.
 */
function setTickerPrice(entry: QuoteEntry, price: string, time: number): void {
  if (time > entry.priceTime && isPositiveDecimal(price)) setPrice(entry, price, time);
}

function setPrice(entry: QuoteEntry, price: string, time: number): boolean {
  if (time < entry.priceTime) return false;
  entry.priceTime = time;
  entry.quote.lastPrice = price;
  entry.quote.eventTime = time;
  return true;
}
