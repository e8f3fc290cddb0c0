/**
 * The candle series that are watched. It passes on what each keeper commits, and tells when a series
 * changes its state: `gap` and `loading` ask for history.
 */
import type { Candle } from '../../domain/candle.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CandleUpdate } from '../../domain/market.ts';
import { createSeriesKeeper } from './series-keeper.ts';
import type { CandleOrigin, HistoryRow, SeriesKeeper, UpdateOutcome } from './series-keeper.ts';
import { seriesKey } from './series-name.ts';
import type { SeriesName } from './series-name.ts';

export interface NamedKeeper extends SeriesName {
  readonly keeper: SeriesKeeper;
}

export type SeriesFact =
  | ({ readonly type: 'forming'; readonly candle: Candle } & SeriesName)
  | ({
      readonly type: 'closed';
      readonly candle: Candle;
      readonly origin: CandleOrigin;
      readonly closeTime: number;
    } & SeriesName)
  /** The series' state changed, or its history was merged. */
  | ({ readonly type: 'series' } & NamedKeeper);

export interface SeriesBook {
  /** Follows these and no others: what is new begins to load, what is gone is forgotten. */
  watch(series: readonly SeriesName[]): void;
  apply(update: CandleUpdate): UpdateOutcome | 'unwatched';
  fill(name: SeriesName, rows: readonly HistoryRow[], askedAt: number): void;
  /** The candles of these series are not delivered any more. */
  interrupt(series: readonly SeriesName[]): void;
  /** They are delivered again: each series asks for what it missed. */
  resume(series: readonly SeriesName[]): void;
  halt(symbol: string): void;
  reopen(symbol: string): void;
  /** Looks for candles whose close nobody pushed. `time`: the exchange's clock. */
  inspect(time: number): void;
  setBufferSize(candles: number): void;
  get(name: SeriesName): SeriesKeeper | undefined;
  all(): readonly NamedKeeper[];
  readonly gapsFound: number;
  readonly gapsFilled: number;
}

interface Entry {
  readonly named: NamedKeeper;
  /** A gap was found that is not filled yet, whatever happened to the connection since. */
  hasGap: boolean;
}

/** How long after its close time an open candle may stay open before history is asked. */
const CLOSE_OVERDUE_MS = 10_000;

export function createSeriesBook(options: {
  readonly bufferSize: number;
  readonly judgedThrough: ((name: SeriesName) => number | undefined) | undefined;
  readonly tell: (fact: SeriesFact) => void;
}): SeriesBook {
  const { judgedThrough, tell } = options;
  let { bufferSize } = options;
  const entries = new Map<string, Entry>();
  /** The same, to be found without making a key for each frame: a symbol has few intervals. */
  let bySymbol = new Map<string, Entry[]>();
  let gapsFound = 0;
  let gapsFilled = 0;

  const createKeeper = ({ symbol, interval }: SeriesName): SeriesKeeper =>
    createSeriesKeeper({
      interval,
      capacity: bufferSize,
      judgedThrough: judgedThrough?.({ symbol, interval }),
      onClosed(candle, origin) {
        const closeTime = shiftOpenTime(interval, candle.openTime, 1) - 1;
        tell({ type: 'closed', symbol, interval, candle, origin, closeTime });
      },
      onForming: (candle) => tell({ type: 'forming', symbol, interval, candle }),
    });

  /** Tells of a state that is not what it was. */
  const change = (entry: Entry, work: (keeper: SeriesKeeper) => void): void => {
    const { keeper } = entry.named;
    const before = keeper.state;
    work(keeper);
    if (keeper.state !== before) tellState(entry);
  };

  const tellState = (entry: Entry): void => {
    const { keeper } = entry.named;
    if (keeper.state === 'gap' && !entry.hasGap) {
      entry.hasGap = true;
      gapsFound++;
    }
    if (keeper.isCurrent && entry.hasGap) {
      entry.hasGap = false;
      gapsFilled++;
    }
    tell({ type: 'series', ...entry.named });
  };

  const entriesOf = (series: readonly SeriesName[]): readonly Entry[] =>
    series.flatMap((name) => entries.get(seriesKey(name)) ?? []);
  const entriesOfSymbol = (symbol: string): readonly Entry[] => bySymbol.get(symbol) ?? [];

  const entryFor = (symbol: string, interval: Interval): Entry | undefined => {
    for (const entry of entriesOfSymbol(symbol)) {
      if (entry.named.interval === interval) return entry;
    }
    return undefined;
  };

  return {
    watch(series) {
      const wanted = new Map(series.map((name) => [seriesKey(name), name]));
      for (const key of entries.keys()) {
        if (!wanted.has(key)) entries.delete(key);
      }
      const added: Entry[] = [];
      for (const [key, { symbol, interval }] of wanted) {
        if (entries.has(key)) continue;
        const named = { symbol, interval, keeper: createKeeper({ symbol, interval }) };
        const entry = { named, hasGap: false };
        entries.set(key, entry);
        added.push(entry);
      }
      bySymbol = groupBySymbol(entries.values());
      for (const entry of added) tellState(entry);
    },
    apply(update) {
      const entry = entryFor(update.symbol, update.interval);
      if (!entry) return 'unwatched';
      const { keeper } = entry.named;
      const before = keeper.state;
      const outcome = keeper.apply(update);
      if (keeper.state !== before) tellState(entry);
      return outcome;
    },
    fill(name, rows, askedAt) {
      const entry = entries.get(seriesKey(name));
      if (!entry) return;
      entry.named.keeper.fill(rows, askedAt);
      tellState(entry);
    },
    interrupt(series) {
      for (const entry of entriesOf(series)) change(entry, (keeper) => keeper.interrupt());
    },
    resume(series) {
      for (const entry of entriesOf(series)) change(entry, (keeper) => keeper.resume());
    },
    halt(symbol) {
      for (const entry of entriesOfSymbol(symbol)) change(entry, (keeper) => keeper.halt());
    },
    reopen(symbol) {
      for (const entry of entriesOfSymbol(symbol)) change(entry, (keeper) => keeper.reopen());
    },
    inspect(time) {
      for (const entry of entries.values()) {
        const { keeper, interval } = entry.named;
        if (!keeper.forming || !keeper.isCurrent) continue;
        const closesAt = shiftOpenTime(interval, keeper.forming.openTime, 1);
        if (time >= closesAt + CLOSE_OVERDUE_MS) change(entry, () => keeper.suspect());
      }
    },
    setBufferSize(candles) {
      bufferSize = candles;
      for (const entry of entries.values()) change(entry, (keeper) => keeper.resize(candles));
    },
    get: ({ symbol, interval }) => entryFor(symbol, interval)?.named.keeper,
    all: () => Array.from(entries.values(), ({ named }) => named),
    get gapsFound() {
      return gapsFound;
    },
    get gapsFilled() {
      return gapsFilled;
    },
  };
}

function groupBySymbol(entries: Iterable<Entry>): Map<string, Entry[]> {
  const bySymbol = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { symbol } = entry.named;
    const others = bySymbol.get(symbol);
    if (others) others.push(entry);
    else bySymbol.set(symbol, [entry]);
  }
  return bySymbol;
}
