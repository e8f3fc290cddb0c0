/**
 * Frames in, market data out: parses each frame once, keeps quotes and candle series of the
 * watchlist, and tells what changed. It knows neither sockets nor the page.
 */
import { parseFrame } from '../../binance/parse-frame.ts';
import type { Clock } from '../../binance/ports.ts';
import type { Candle } from '../../domain/candle.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CandleUpdate, MarketEvent } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';
import { createObservers } from '../../binance/observers.ts';
import { createLatencyMeter } from './latency-meter.ts';
import { createQuoteBook } from './quote-book.ts';
import { createSeriesKeeper } from './series-keeper.ts';
import type { CandleOrigin, HistoryRow, SeriesKeeper } from './series-keeper.ts';

export type DataFact =
  | { readonly type: 'quote'; readonly symbol: string }
  | ({ readonly type: 'forming'; readonly candle: Candle } & SeriesName)
  | ({
      readonly type: 'closed';
      readonly candle: Candle;
      readonly origin: CandleOrigin;
      readonly closeTime: number;
    } & SeriesName)
  /** The series' state changed; `gap` and `loading` ask for history. */
  | ({ readonly type: 'series' } & NamedKeeper);

export interface SeriesName {
  readonly symbol: string;
  readonly interval: Interval;
}

export interface NamedKeeper extends SeriesName {
  readonly keeper: SeriesKeeper;
}

export interface DataStreamStatus {
  /** By kind of rejection. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly duplicates: number;
  readonly late: number;
  readonly unwatched: number;
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
  halt(symbol: string): void;
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

/** Identity of a series in maps. */
export function seriesKey({ symbol, interval }: SeriesName): string {
  return `${symbol}@${interval}`;
}

/** How long after its close time an open candle may stay open before history is asked. */
const CLOSE_OVERDUE_MS = 10_000;

export function createDataStream(options: {
  readonly clock: Clock;
  readonly bufferSize: number;
  /** Where the last visit ended; see `SeriesKeeper`. */
  readonly judgedThrough?: (name: SeriesName) => number | undefined;
}): DataStream {
  const { clock, judgedThrough } = options;
  let { bufferSize } = options;
  const quotes = createQuoteBook();
  const keepers = new Map<string, NamedKeeper>();
  const latency = createLatencyMeter();
  const rejected: Record<string, number> = {};
  const counts = { duplicates: 0, late: 0, unwatched: 0, gapsFound: 0, gapsFilled: 0 };
  let observerFaults = 0;
  let exchangeTime = 0;
  const observers = createObservers<[DataFact]>(() => observerFaults++);

  const createKeeper = (name: SeriesName): SeriesKeeper => {
    const { interval } = name;
    return createSeriesKeeper({
      interval,
      capacity: bufferSize,
      judgedThrough: judgedThrough?.(name),
      onClosed(candle, origin) {
        const closeTime = shiftOpenTime(interval, candle.openTime, 1) - 1;
        observers.tell({ type: 'closed', ...name, candle, origin, closeTime });
      },
      onForming: (candle) => observers.tell({ type: 'forming', ...name, candle }),
    });
  };

  const tellSeries = (named: NamedKeeper): void => observers.tell({ type: 'series', ...named });

  const keepersOf = (series: readonly SeriesName[]): readonly NamedKeeper[] =>
    series.flatMap((name) => keepers.get(seriesKey(name)) ?? []);

  const applyCandle = (update: CandleUpdate): void => {
    const named = keepers.get(seriesKey(update));
    if (!named) return void counts.unwatched++;
    const outcome = named.keeper.apply(update);
    if (outcome === 'late') counts.late++;
    if (outcome === 'gap') {
      counts.gapsFound++;
      tellSeries(named);
    }
  };

  const apply = (event: MarketEvent, receivedAt: number): void => {
    const outcome = quotes.apply(event, receivedAt);
    if (outcome === 'applied') observers.tell({ type: 'quote', symbol: event.symbol });
    else if (event.type !== 'candle') {
      if (outcome === 'duplicate') counts.duplicates++;
      if (outcome === 'late') counts.late++;
      if (outcome === 'unwatched') counts.unwatched++;
    }
    if (event.type !== 'bookTicker' && event.eventTime > 0) {
      exchangeTime = Math.max(exchangeTime, event.eventTime);
      latency.add(receivedAt - event.eventTime);
    }
    if (event.type === 'candle') applyCandle(event);
  };

  return {
    watch(symbols, series) {
      for (const symbol of quotes.symbols) {
        if (!symbols.includes(symbol)) quotes.remove(symbol);
      }
      for (const symbol of symbols) quotes.add(symbol);
      const wanted = new Map(series.map((name) => [seriesKey(name), name]));
      for (const key of keepers.keys()) {
        if (!wanted.has(key)) keepers.delete(key);
      }
      for (const [key, name] of wanted) {
        if (keepers.has(key)) continue;
        const keeper = createKeeper(name);
        keepers.set(key, { ...name, keeper });
        observers.tell({ type: 'series', ...name, keeper });
      }
    },
    receive(stream, text, receivedAt) {
      const { events, rejections } = parseFrame(stream, text);
      for (const { kind } of rejections) rejected[kind] = (rejected[kind] ?? 0) + 1;
      for (const event of events) apply(event, receivedAt);
    },
    apply,
    fill(name, rows, askedAt) {
      const named = keepers.get(seriesKey(name));
      if (!named) return;
      const wasGap = named.keeper.state === 'gap';
      named.keeper.fill(rows, askedAt);
      if (wasGap && named.keeper.state !== 'gap') counts.gapsFilled++;
      tellSeries(named);
    },
    halt(symbol) {
      for (const named of keepers.values()) {
        if (named.symbol !== symbol) continue;
        named.keeper.halt();
        tellSeries(named);
      }
    },
    interrupt(series) {
      for (const named of keepersOf(series)) {
        named.keeper.interrupt();
        tellSeries(named);
      }
    },
    resume(series) {
      quotes.restart();
      for (const named of keepersOf(series)) {
        if (named.keeper.state !== 'stale') continue;
        named.keeper.resume();
        counts.gapsFound++;
        tellSeries(named);
      }
    },
    quote: quotes.get,
    quotes: quotes.all,
    series: (name) => keepers.get(seriesKey(name))?.keeper,
    allSeries: () => [...keepers.values()],
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
      for (const named of keepers.values()) {
        const { keeper, interval } = named;
        if (!keeper.forming || !keeper.isCurrent) continue;
        const closesAt = shiftOpenTime(interval, keeper.forming.openTime, 1);
        if (exchangeTime < closesAt + CLOSE_OVERDUE_MS) continue;
        keeper.suspect();
        counts.gapsFound++;
        tellSeries(named);
      }
    },
    setBufferSize(candles) {
      bufferSize = candles;
      for (const { keeper } of keepers.values()) keeper.closed.resize(candles);
    },
    observe: observers.add,
    status: () => ({
      rejected: { ...rejected },
      ...counts,
      observerFaults,
      latencyMs: latency.median(),
    }),
  };
}
