/**
 * Frames in, market data out: parses each frame once, keeps quotes and candle series of the
 * watchlist, and tells what changed. It knows neither sockets nor the page.
 */
import { createObservers } from '../../binance/observers.ts';
import { parseFrame } from '../../binance/parse-frame.ts';
import type { Clock } from '../../binance/ports.ts';
import type { MarketEvent } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';
import { createLatencyMeter } from './latency-meter.ts';
import { createQuoteBook } from './quote-book.ts';
import { createSeriesBook } from './series-book.ts';
import type { NamedKeeper, SeriesFact } from './series-book.ts';
import type { HistoryRow, SeriesKeeper } from './series-keeper.ts';
import type { SeriesName } from './series-name.ts';

export { seriesKey } from './series-name.ts';
export type { SeriesName } from './series-name.ts';
export type { NamedKeeper } from './series-book.ts';

export type DataFact = { readonly type: 'quote'; readonly symbol: string } | SeriesFact;

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
  watch(symbols: readonly string[], series: readonly SeriesName[]): void;
  receive(stream: string, text: string, receivedAt: number): void;
  apply(event: MarketEvent, receivedAt: number): void;
  fill(name: SeriesName, rows: readonly HistoryRow[], askedAt: number): void;
  /** The exchange does not trade the symbol; `reopen`: it does again. */
  halt(symbol: string): void;
  reopen(symbol: string): void;
  /** The candles of these series are not delivered any more. */
  interrupt(series: readonly SeriesName[]): void;
  /** They are delivered again: each series asks for what it missed. */
  resume(series: readonly SeriesName[]): void;
  quote(symbol: string): Quote | undefined;
  quotes(): readonly Quote[];
  series(name: SeriesName): SeriesKeeper | undefined;
  allSeries(): readonly NamedKeeper[];
  /** The newest time heard from the exchange, epoch milliseconds; 0 before the first. */
  readonly exchangeTime: number;
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
  const observers = createObservers<[DataFact]>(() => observerFaults++);
  const book = createSeriesBook({ bufferSize, judgedThrough, tell: observers.tell });

  const count = (outcome: string): void => {
    if (outcome === 'duplicate') counts.duplicates++;
    if (outcome === 'late') counts.late++;
    if (outcome === 'unwatched') counts.unwatched++;
  };

  const apply = (event: MarketEvent, receivedAt: number): void => {
    const outcome = quotes.apply(event, receivedAt);
    if (outcome === 'applied') observers.tell({ type: 'quote', symbol: event.symbol });
    else if (event.type !== 'candle') count(outcome);
    if (event.type !== 'bookTicker' && event.eventTime > 0) {
      exchangeTime = Math.max(exchangeTime, event.eventTime);
      latency.add(receivedAt - event.eventTime);
    }
    if (event.type === 'candle') count(book.apply(event));
  };

  return {
    watch(symbols, series) {
      for (const symbol of quotes.symbols) {
        if (!symbols.includes(symbol)) quotes.remove(symbol);
      }
      for (const symbol of symbols) quotes.add(symbol);
      book.watch(series);
    },
    receive(stream, text, receivedAt) {
      const { events, rejections } = parseFrame(stream, text);
      for (const { kind } of rejections) rejected[kind] = (rejected[kind] ?? 0) + 1;
      for (const event of events) apply(event, receivedAt);
    },
    apply,
    fill: book.fill,
    halt: book.halt,
    reopen: book.reopen,
    interrupt: book.interrupt,
    resume(series) {
      quotes.restart();
      book.resume(series);
    },
    quote: quotes.get,
    quotes: quotes.all,
    series: book.get,
    allSeries: book.all,
    get exchangeTime() {
      return exchangeTime;
    },
    hearTime(time) {
      exchangeTime = Math.max(exchangeTime, time);
    },
    inspect() {
      for (const symbol of quotes.judgeFreshness(clock.now())) {
        observers.tell({ type: 'quote', symbol });
      }
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
