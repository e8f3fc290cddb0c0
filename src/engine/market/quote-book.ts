/**
 * The newest quote of each watched symbol. Guarantees: late and repeated events change nothing;
 * a price never goes back to an older one; what is unwatched is not kept.
 */
import { isPositiveDecimal } from '../../domain/decimal-sign.ts';
import type { BookTicker, MarketEvent, MiniTicker, Ticker, Trade } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';

export type QuoteOutcome = 'applied' | 'duplicate' | 'late' | 'unwatched';

export interface QuoteBook {
  readonly symbols: readonly string[];
  add(symbol: string): void;
  remove(symbol: string): void;
  apply(event: MarketEvent, receivedAt: number): QuoteOutcome;
  get(symbol: string): Quote | undefined;
  all(): readonly Quote[];
  /** Judges each symbol against its own pace; answers those that became stale or fresh again. */
  judgeFreshness(now: number): readonly string[];
  /** The connection is new: book updates count from its first one. */
  restart(): void;
}

/** Nothing is stale before this, however fast its pace. */
const SHORTEST_PATIENCE_MS = 15_000;
/** How many times its usual pause a symbol may stay quiet. */
const PATIENCE = 10;
/** Weight of the newest pause in the running mean of pauses. */
const PACE_SHARE = 0.1;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Entry {
  readonly quote: Mutable<Quote>;
  /** Exchange time of the price shown. */
  priceTime: number;
  tradeId: number;
  tradeTime: number;
  aggregateId: number;
  aggregateTime: number;
  tickerTime: number;
  bookUpdateId: number;
  paceMs: number;
}

export function createQuoteBook(): QuoteBook {
  const entries = new Map<string, Entry>();

  return {
    get symbols() {
      return [...entries.keys()];
    },
    add(symbol) {
      if (!entries.has(symbol)) entries.set(symbol, createEntry(symbol));
    },
    remove: (symbol) => void entries.delete(symbol),
    apply(event, receivedAt) {
      const entry = entries.get(event.symbol);
      if (!entry) return 'unwatched';
      const outcome = applyTo(entry, event);
      if (outcome === 'applied') hear(entry, receivedAt);
      return outcome;
    },
    get: (symbol) => entries.get(symbol)?.quote,
    all: () => Array.from(entries.values(), ({ quote }) => ({ ...quote })),
    judgeFreshness(now) {
      const changed: string[] = [];
      for (const { quote, paceMs } of entries.values()) {
        const patience = Math.max(SHORTEST_PATIENCE_MS, PATIENCE * paceMs);
        const isStale = quote.receivedAt > 0 && now - quote.receivedAt > patience;
        if (isStale === quote.isStale) continue;
        quote.isStale = isStale;
        changed.push(quote.symbol);
      }
      return changed;
    },
    restart() {
      for (const entry of entries.values()) entry.bookUpdateId = 0;
    },
  };
}

function createEntry(symbol: string): Entry {
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
    priceTime: 0,
    tradeId: -1,
    tradeTime: 0,
    aggregateId: -1,
    aggregateTime: 0,
    tickerTime: 0,
    bookUpdateId: 0,
    paceMs: 0,
  };
}

function hear(entry: Entry, receivedAt: number): void {
  const { quote } = entry;
  if (quote.receivedAt > 0) {
    const pause = Math.max(0, receivedAt - quote.receivedAt);
    entry.paceMs += PACE_SHARE * (pause - entry.paceMs);
  }
  quote.receivedAt = receivedAt;
  quote.isStale = false;
}

function applyTo(entry: Entry, event: MarketEvent): QuoteOutcome {
  switch (event.type) {
    case 'trade':
      return applyTrade(entry, event);
    case 'ticker':
      return applyTicker(entry, event);
    case 'miniTicker':
      return applyMiniTicker(entry, event);
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
function applyTrade(entry: Entry, trade: Trade): QuoteOutcome {
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

function applyTicker(entry: Entry, ticker: Ticker): QuoteOutcome {
  const order = orderTicker(entry, ticker.eventTime);
  if (order !== 'applied') return order;
  const { quote } = entry;
  setPrice(entry, ticker.lastPrice, ticker.eventTime);
  if (entry.bookUpdateId === 0) {
    quote.bidPrice = ticker.bidPrice;
    quote.askPrice = ticker.askPrice;
  }
  quote.volume = ticker.volume;
  quote.quoteVolume = ticker.quoteVolume;
  quote.changePercent = ticker.changePercent;
  return 'applied';
}

function applyMiniTicker(entry: Entry, ticker: MiniTicker): QuoteOutcome {
  const order = orderTicker(entry, ticker.eventTime);
  if (order !== 'applied') return order;
  const { quote } = entry;
  setPrice(entry, ticker.lastPrice, ticker.eventTime);
  const open = Number(ticker.openPrice);
  quote.volume = ticker.volume;
  quote.quoteVolume = ticker.quoteVolume;
  if (open > 0) quote.changePercent = ((Number(ticker.lastPrice) / open - 1) * 100).toFixed(3);
  return 'applied';
}

function orderTicker(entry: Entry, eventTime: number): QuoteOutcome {
  if (eventTime === entry.tickerTime) return 'duplicate';
  if (eventTime < entry.tickerTime) return 'late';
  entry.tickerTime = eventTime;
  return 'applied';
}

function applyBookTicker(entry: Entry, book: BookTicker): QuoteOutcome {
  if (book.updateId === entry.bookUpdateId) return 'duplicate';
  if (book.updateId < entry.bookUpdateId) return 'late';
  entry.bookUpdateId = book.updateId;
  entry.quote.bidPrice = book.bidPrice;
  entry.quote.askPrice = book.askPrice;
  return 'applied';
}

/** A price of zero, as tickers of dead symbols have it, is no price. */
function setPrice(entry: Entry, price: string, time: number): boolean {
  if (time < entry.priceTime || !isPositiveDecimal(price)) return false;
  entry.priceTime = time;
  entry.quote.lastPrice = price;
  entry.quote.eventTime = time;
  return true;
}
