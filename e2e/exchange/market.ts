import type { Book, Trade } from './events.ts';
import {
  aggTradeEvent,
  bookTickerEvent,
  miniTickerEvent,
  streamOf,
  tickerEvent,
  tradeEvent,
} from './events.ts';
import { normalizeFixed } from './fixed.ts';
import type { BookValues, Instrument } from './instrument.ts';
import { createInstrument } from './instrument.ts';
import type { MarketCandles } from './market-candles.ts';
import { createMarketCandles } from './market-candles.ts';
import { createMarketClock } from './market-clock.ts';
import type { SymbolSpec, SymbolStatus } from './symbols.ts';
import { DEFAULT_SYMBOLS } from './symbols.ts';
import type { TickerOverrides, TickerStats } from './ticker-stats.ts';

/** Receives each event under its stream's name, in the order of sending. */
export type MarketListener = (stream: string, event: object) => void;

/** What a ticker may be told; prices go to the market itself, the rest stays dictated. */
export type TickerValues = TickerOverrides & {
  readonly lastPrice?: string;
  readonly bidPrice?: string;
  readonly askPrice?: string;
};

/**
 * A market that does only what it is told. What is pushed is what REST answers. Until the first
 * command its history is generated from the seed, complete up to its clock; from then on a candle
 * without commands is flat with volume 0, and is never pushed. All times in ms.
 */
export interface Market extends MarketCandles {
  now(): number;
  /**
   * Stops the clock at `time`. Candles that end in between are not pushed: the market was quiet.
   * @throws RangeError when that would go back behind what was already pushed
   */
  setTime(time: number): void;
  /** Moves the clock on by `ms` of zero or more. */
  advance(ms: number): void;
  symbols(): readonly SymbolSpec[];
  addSymbol(spec: SymbolSpec): void;
  /** Delists a symbol: REST no longer knows it, and nothing more is pushed. */
  removeSymbol(symbol: string): void;
  setStatus(symbol: string, status: SymbolStatus): void;
  /** A trade now: pushes `trade` and `aggTrade`. Candles change, and go out with `pushCandles()`. */
  trade(
    symbol: string,
    price: string,
    quantity?: string,
    options?: { readonly buyerIsMaker?: boolean },
  ): Trade;
  /** Sets best bid and ask, and pushes `bookTicker`. */
  bookTicker(symbol: string, values: BookValues): Book;
  /** Pushes `ticker`, `miniTicker` and `!miniTicker@arr` of one symbol. */
  ticker(symbol: string, values?: TickerValues): TickerStats;
  /** The same for several symbols, with one `!miniTicker@arr` for all. */
  pushTickers(symbols: readonly string[]): void;
  lastPrice(symbol: string): string;
  /** The 24-hour statistics as REST answers them. */
  stats(symbol: string): TickerStats;
  /** Calls `listener` for everything pushed until the returned function is called. */
  onEvent(listener: MarketListener): () => void;
}

/** Creates a market; without `startAt` its clock follows `machineNow`. */
export function createMarket(options: {
  readonly machineNow: () => number;
  readonly startAt?: number;
  readonly seed?: number;
  readonly symbols?: readonly SymbolSpec[];
}): Market {
  const seed = options.seed ?? 1;
  const clock = createMarketClock(options.machineNow, options.startAt);
  const instruments = new Map<string, Instrument>();
  const listeners = new Set<MarketListener>();
  let handAt: number | undefined;

  const addSymbol = (spec: SymbolSpec): void => {
    const instrument = createInstrument(spec, seed);
    if (handAt !== undefined) instrument.takeInHand(clock.now());
    instruments.set(spec.symbol, instrument);
  };
  for (const spec of options.symbols ?? DEFAULT_SYMBOLS) addSymbol(spec);

  const find = (symbol: string): Instrument => {
    const instrument = instruments.get(symbol);
    if (instrument === undefined) {
      throw new RangeError(
        `symbol: "${symbol}" is not listed; listed are ${[...instruments.keys()].join(', ')}`,
      );
    }
    return instrument;
  };

  const takeInHand = (): void => {
    if (handAt !== undefined) return;
    handAt = clock.now();
    for (const instrument of instruments.values()) instrument.takeInHand(handAt);
  };

  const publish = (stream: string, event: object): void => {
    for (const listener of listeners) listener(stream, event);
  };

  const pushTickers = (symbols: readonly string[]): void => {
    const now = clock.now();
    const all = symbols.map((symbol) => find(symbol).stats(now));
    for (const stats of all) {
      publish(streamOf(stats.symbol, 'ticker'), tickerEvent(stats, now));
      publish(streamOf(stats.symbol, 'miniTicker'), miniTickerEvent(stats, now));
    }
    if (all.length > 0) {
      publish(
        '!miniTicker@arr',
        all.map((stats) => miniTickerEvent(stats, now)),
      );
    }
  };

  return {
    ...createMarketCandles({
      clock,
      instruments: () => instruments.values(),
      instrument: find,
      takeInHand,
      publish,
    }),
    now: clock.now,
    setTime(time) {
      if (handAt !== undefined && time < clock.now()) {
        throw new RangeError(
          `time: ${time} is before the market's ${clock.now()}; once commands were given it only goes on`,
        );
      }
      clock.set(time);
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`ms: ${ms} is not a duration of zero or more`);
      clock.advance(ms);
    },
    symbols: () => [...instruments.values()].map((instrument) => instrument.spec),
    addSymbol,
    removeSymbol(symbol) {
      find(symbol);
      instruments.delete(symbol);
    },
    setStatus(symbol, status) {
      const instrument = find(symbol);
      instrument.spec = { ...instrument.spec, status };
    },
    trade(symbol, price, quantity = '0.01', { buyerIsMaker = false } = {}) {
      const instrument = find(symbol);
      const amounts = {
        price: normalizeFixed(price, 'price'),
        quantity: normalizeFixed(quantity, 'quantity'),
      };
      takeInHand();
      const trade = instrument.trade({ ...amounts, buyerIsMaker }, clock.now());
      publish(streamOf(symbol, 'trade'), tradeEvent(trade));
      publish(streamOf(symbol, 'aggTrade'), aggTradeEvent(trade));
      return trade;
    },
    bookTicker(symbol, values) {
      const book = find(symbol).setBook(values);
      publish(streamOf(symbol, 'bookTicker'), bookTickerEvent(symbol, book));
      return book;
    },
    ticker(symbol, { lastPrice, bidPrice, askPrice, ...overrides } = {}) {
      const instrument = find(symbol);
      takeInHand();
      if (lastPrice !== undefined) {
        instrument.movePrice(normalizeFixed(lastPrice, 'lastPrice'), clock.now());
      }
      if (bidPrice !== undefined || askPrice !== undefined) {
        const book = instrument.book(clock.now());
        instrument.setBook({
          bidPrice: bidPrice ?? book.bidPrice,
          askPrice: askPrice ?? book.askPrice,
        });
      }
      instrument.overrides = { ...instrument.overrides, ...overrides };
      pushTickers([symbol]);
      return instrument.stats(clock.now());
    },
    pushTickers,
    lastPrice: (symbol) => find(symbol).lastPrice(clock.now()),
    stats: (symbol) => find(symbol).stats(clock.now()),
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
