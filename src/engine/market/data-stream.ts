/**
 * Frames in, market data out: parses each frame once, keeps quotes and candle series of the
 * watchlist, and tells what changed. It knows neither sockets nor the page.
 */
import { createObservers } from '../../binance/observers.ts';
import { readFrame } from '../../binance/parse-frame.ts';
import type { FrameReader } from '../../binance/parse-frame.ts';
import type { Clock } from '../../binance/ports.ts';
import type { Rejection } from '../../binance/rejection.ts';
import { miniTickerArrayStream } from '../../binance/stream-name.ts';
import type { MarketEvent, Ticker } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';
import type { Feed } from './feed.ts';
import { createLatencyMeter } from './latency-meter.ts';
import { createQuoteBook } from './quote-book.ts';
import { createSeriesBook } from './series-book.ts';
import type { NamedKeeper, SeriesFact } from './series-book.ts';
import type { HistoryRow, SeriesKeeper } from './series-keeper.ts';
import type { SeriesName } from './series-name.ts';

export type DataFact =
  | { readonly type: 'quote'; readonly symbol: string }
  /** Of several symbols at once. */
  | { readonly type: 'quotes'; readonly symbols: readonly string[] }
  | SeriesFact;

export interface DataStreamStatus {
  /** By kind of rejection. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly duplicates: number;
  readonly late: number;
  readonly unwatched: number;
  /** Interruptions and missing candles, one per series; those that are filled by now. */
  readonly gapsFound: number;
  readonly gapsFilled: number;
  readonly observerFaults: number;
  /** Median of received minus event time over the last events; null before the first. */
  readonly latencyMs: number | null;
}

export interface DataStream {
  /** Follows these and no others: what is new begins to load, what is gone is forgotten. */
  watch(symbols: Iterable<string>, series: readonly SeriesName[]): void;
  /** How the quotes are kept up to date from now on; new ones have streams of their own. */
  feedQuotes(feedOf: (symbol: string) => Feed): void;
  receive(stream: string, text: string, receivedAt: number): void;
  apply(event: MarketEvent, receivedAt: number): void;
  /** Of tickers that were asked for; those of other symbols are passed over. */
  applyTickers(tickers: Iterable<Ticker>): void;
  fill(name: SeriesName, rows: readonly HistoryRow[], askedAt: number): void;
  /** The exchange does not trade the symbol; `reopen`: it does again. */
  halt(symbol: string): void;
  reopen(symbol: string): void;
  /** The candles of these series are not delivered any more. */
  interrupt(series: readonly SeriesName[]): void;
  /** They are delivered again: each series asks for what it missed. */
  resume(series: readonly SeriesName[]): void;
  /** The best bids and asks of these symbols come over a new connection. */
  restartBooks(symbols: Iterable<string>): void;
  /** The whole market's tickers were interrupted. */
  doubtArray(): void;
  quote(symbol: string): Quote | undefined;
  quotes(): readonly Quote[];
  quotedSymbols(): Iterable<string>;
  series(name: SeriesName): SeriesKeeper | undefined;
  allSeries(): readonly NamedKeeper[];
  /** The newest time heard from the exchange, epoch milliseconds; 0 before the first. */
  readonly exchangeTime: number;
  /**
   * What the exchange's clock shows by now, as far as ours can tell: after a sleep later than anything
   * heard. 0 where nobody can tell: before the exchange has told its time, and before it has told it
   * again after our clock was set back.
   */
  readonly exchangeNow: number;
  /** The exchange told its time outside of a stream. */
  hearTime(time: number): void;
  /** Looks for symbols gone quiet and for candles whose close nobody pushed. */
  inspect(): void;
  /** Candles kept per series; the oldest leave first. */
  setBufferSize(candles: number): void;
  observe(observer: (fact: DataFact) => void): () => void;
  status(): DataStreamStatus;
}

export function createDataStream(options: {
  readonly clock: Clock;
  readonly bufferSize: number;
  /** Where the last visit ended; see `SeriesKeeper`. */
  readonly judgedThrough?: (name: SeriesName) => number | undefined;
}): DataStream {
  const { clock, bufferSize, judgedThrough } = options;
  const quotes = createQuoteBook();
  const latency = createLatencyMeter();
  const rejected: Record<string, number> = {};
  const counts = { duplicates: 0, late: 0, unwatched: 0 };
  let observerFaults = 0;
  let exchangeTime = 0;
  /** Our clock when that was heard. */
  let exchangeTimeHeardAt = 0;
  const observers = createObservers<[DataFact]>(() => observerFaults++);
  const book = createSeriesBook({ bufferSize, judgedThrough, tell: observers.tell });

  const count = (outcome: string): void => {
    if (outcome === 'duplicate') counts.duplicates++;
    if (outcome === 'late') counts.late++;
    if (outcome === 'unwatched') counts.unwatched++;
  };

  const hearTime = (time: number, heardAt = clock.now()): void => {
    if (time <= exchangeTime) return;
    exchangeTime = time;
    exchangeTimeHeardAt = heardAt;
  };

  const tellQuotes = (symbols: readonly string[]): void => {
    if (symbols.length > 0) observers.tell({ type: 'quotes', symbols });
  };

  /** Each property is read once: to tell the kinds of events apart costs something every time. */
  const apply = (event: MarketEvent, receivedAt: number): void => {
    const { type, symbol } = event;
    const outcome = quotes.apply(event, receivedAt);
    if (outcome === 'applied') observers.tell({ type: 'quote', symbol });
    else if (type !== 'candle') count(outcome);
    if (type === 'bookTicker') return;
    const { eventTime } = event;
    if (eventTime > 0) {
      hearTime(eventTime, receivedAt);
      latency.add(receivedAt - eventTime);
    }
    if (type === 'candle') count(book.apply(event));
  };

  const onRejection = ({ kind }: Rejection): void => {
    rejected[kind] = (rejected[kind] ?? 0) + 1;
  };

  /** Of the frame that is being read. */
  let heardAt = 0;
  const ownFrames: FrameReader = { onEvent: (event) => apply(event, heardAt), onRejection };

  /** Tells of all changed symbols at once, and takes the time from the newest of its tickers. */
  const receiveArray = (text: string, receivedAt: number): void => {
    const changed: string[] = [];
    let newest = 0;
    readFrame(miniTickerArrayStream, text, {
      onEvent(event) {
        if (event.type !== 'miniTicker') return;
        newest = Math.max(newest, event.eventTime);
        if (quotes.apply(event, receivedAt) === 'applied') changed.push(event.symbol);
      },
      onRejection,
    });
    if (newest === 0) return;
    quotes.hearArray(receivedAt);
    hearTime(newest, receivedAt);
    latency.add(receivedAt - newest);
    tellQuotes(changed);
  };

  return {
    watch(symbols, series) {
      quotes.watch(symbols);
      book.watch(series);
    },
    feedQuotes: (feedOf) => tellQuotes(quotes.feed(feedOf, clock.now())),
    receive(stream, text, receivedAt) {
      if (stream === miniTickerArrayStream) return receiveArray(text, receivedAt);
      heardAt = receivedAt;
      readFrame(stream, text, ownFrames);
    },
    apply,
    applyTickers(tickers) {
      const now = clock.now();
      const changed: string[] = [];
      for (const ticker of tickers) {
        if (quotes.apply(ticker, now) === 'applied') changed.push(ticker.symbol);
      }
      tellQuotes(changed);
    },
    fill: book.fill,
    halt: book.halt,
    reopen: book.reopen,
    interrupt: book.interrupt,
    resume: book.resume,
    restartBooks: quotes.restart,
    doubtArray: quotes.doubtArray,
    quote: quotes.get,
    quotes: quotes.all,
    quotedSymbols: quotes.symbols,
    series: book.get,
    allSeries: book.all,
    get exchangeTime() {
      return exchangeTime;
    },
    get exchangeNow() {
      const sinceMs = clock.now() - exchangeTimeHeardAt;
      return exchangeTime === 0 || sinceMs < 0 ? 0 : exchangeTime + sinceMs;
    },
    hearTime,
    inspect() {
      tellQuotes(quotes.judgeFreshness(clock.now()));
      book.inspect(exchangeTime);
    },
    setBufferSize: book.setBufferSize,
    observe: observers.add,
    status: () => ({
      rejected: { ...rejected },
      ...counts,
      gapsFound: book.gapsFound,
      gapsFilled: book.gapsFilled,
      observerFaults,
      latencyMs: latency.median(),
    }),
  };
}
