import type { Candle, CandleTrade } from './candle.ts';
import { flatCandle, withPrice, withTrade } from './candle.ts';
import type { Book, Trade } from './events.ts';
import { formatFixed, normalizeFixed, parseFixed } from './fixed.ts';
import { createHistory } from './history.ts';
import type { Interval } from './intervals.ts';
import { INTERVALS, openTimeAt } from './intervals.ts';
import type { Series } from './series.ts';
import { createSeries } from './series.ts';
import type { SymbolSpec } from './symbols.ts';
import type { TickerOverrides, TickerStats } from './ticker-stats.ts';
import { tickerStats } from './ticker-stats.ts';

const DAY = 86_400_000;
const FIRST_TRADE_ID = 1_000_000;

/** Best bid and ask as a test gives them; quantities default to one. */
export interface BookValues {
  readonly bidPrice: string;
  readonly askPrice: string;
  readonly bidQuantity?: string;
  readonly askQuantity?: string;
}

/** One symbol with all that is known of its market. */
export interface Instrument {
  spec: SymbolSpec;
  overrides: TickerOverrides;
  series(interval: Interval): Series;
  /** Intervals whose open candle changed since `unpushed` was last emptied. */
  readonly unpushed: Set<Interval>;
  lastPrice(now: number): string;
  setLastPrice(price: string): void;
  book(now: number): Book;
  setBook(values: BookValues): Book;
  /** Counts a trade in every interval's candle. */
  trade(trade: Omit<CandleTrade, 'id'>, now: number): Trade;
  /** Moves the price at `time` without a trade, in every interval but `except`. */
  movePrice(price: string, time: number, except?: Interval): void;
  /** Ends the generated market at `now`: from then on only commands move it. */
  takeInHand(now: number): void;
  stats(now: number): TickerStats;
}

/** Creates an instrument whose market is generated until it is taken in hand. */
export function createInstrument(spec: SymbolSpec, seed: number): Instrument {
  const history = createHistory(spec, seed);
  const allSeries = new Map<Interval, Series>();
  const unpushed = new Set<Interval>();
  let price: string | undefined;
  let lastQuantity = formatFixed(0n);
  let tradeId = FIRST_TRADE_ID;
  let updateId = FIRST_TRADE_ID;
  let book: Book | undefined;

  const series = (interval: Interval): Series => {
    const known = allSeries.get(interval);
    if (known !== undefined) return known;
    const created = createSeries(history, interval);
    allSeries.set(interval, created);
    return created;
  };

  const lastPrice = (now: number): string => price ?? history.priceAt(now);

  const setBook = (values: BookValues): Book => {
    updateId += 1;
    book = {
      updateId,
      bidPrice: normalizeFixed(values.bidPrice, 'bidPrice'),
      bidQuantity: normalizeFixed(values.bidQuantity ?? '1', 'bidQuantity'),
      askPrice: normalizeFixed(values.askPrice, 'askPrice'),
      askQuantity: normalizeFixed(values.askQuantity ?? '1', 'askQuantity'),
    };
    return book;
  };

  const bookAround = (center: string): BookValues => ({
    bidPrice: center,
    askPrice: formatFixed(parseFixed(center, 'price') + parseFixed(spec.tickSize, 'tickSize')),
  });

  /** A last price outside the book means that the book has moved. */
  const setPrice = (next: string): void => {
    price = next;
    if (book === undefined) return;
    const amount = parseFixed(next, 'price');
    const isInside =
      amount >= parseFixed(book.bidPrice, 'bidPrice') &&
      amount <= parseFixed(book.askPrice, 'askPrice');
    if (!isInside) setBook(bookAround(next));
  };

  const bookNow = (now: number): Book =>
    book ?? { updateId, ...oneEach(bookAround(lastPrice(now))) };

  const changeCandles = (
    time: number,
    except: Interval | undefined,
    change: (candle: Candle) => Candle,
  ): void => {
    const before = lastPrice(time);
    for (const interval of INTERVALS) {
      const target = series(interval);
      const openTime = openTimeAt(interval, time);
      if (interval === except || openTime < (target.newest ?? -Infinity)) continue;
      if (target.closedUntil !== undefined && openTime <= target.closedUntil) continue;
      target.write(change(target.at(openTime, time) ?? flatCandle(openTime, before)));
      unpushed.add(interval);
    }
  };

  const instrument: Instrument = {
    spec,
    overrides: {},
    series,
    unpushed,
    lastPrice,
    setLastPrice: setPrice,
    book: bookNow,
    setBook,
    trade(trade, now) {
      tradeId += 1;
      const counted = { ...trade, id: tradeId };
      changeCandles(now, undefined, (candle) => withTrade(candle, counted));
      lastQuantity = trade.quantity;
      setPrice(trade.price);
      return { ...counted, symbol: spec.symbol, time: now };
    },
    movePrice(next, time, except) {
      changeCandles(time, except, (candle) => withPrice(candle, next));
      setPrice(next);
    },
    takeInHand(now) {
      price = lastPrice(now);
      for (const interval of INTERVALS) series(interval).takeInHand(now);
    },
    stats(now) {
      return tickerStats({
        symbol: spec.symbol,
        now,
        hours: series('1h').list({ from: now - DAY, to: now, limit: 25 }, now),
        lastPrice: lastPrice(now),
        lastQuantity,
        lastTradeId: tradeId,
        book: bookNow(now),
        overrides: instrument.overrides,
      });
    },
  };
  return instrument;
}

function oneEach(values: BookValues): Omit<Book, 'updateId'> {
  const one = normalizeFixed('1', 'quantity');
  return { ...values, bidQuantity: one, askQuantity: one };
}
