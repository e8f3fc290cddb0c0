/**
 * Candles from one visit to the next, so that the exchange is asked only for what closed meanwhile.
 *
 * They are lent to a series before it has history of its own, and the series proves them: its first
 * history begins with the newest stored candle, which has to be as it was (`SeriesKeeper.prime`).
 * Stored are series that are complete, a few at a time: soon what is not stored yet, so that a short
 * visit serves the next one, and rarely what has changed since: what a crash leaves out is fetched as
 * any gap is.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { CandleColumns } from '../../domain/candle.ts';
import type { CandleRows } from '../store/candle-rows.ts';
import type { DataFact, DataStream } from './data-stream.ts';
import type { NamedKeeper } from './series-book.ts';
import { seriesKey } from './series-name.ts';
import type { SeriesName } from './series-name.ts';

/** Where candles outlive the page. Nothing here rejects. */
export interface CandleStore {
  load(exchange: string): Promise<CandleRows>;
  save(rows: CandleRows): Promise<void>;
  /** Deletes all but these. */
  keep(keys: ReadonlySet<string>): Promise<void>;
}

export interface CandleCache {
  /** Settles when the stored candles are at hand, or will not come. */
  readonly loaded: Promise<void>;
  /** To be told before anyone asks for history. */
  handleData(fact: DataFact): void;
  dispose(): void;
}

/** How often it looks for series that are complete by now. */
const LOOK_MS = 10_000;
/** What is stored is not stored anew before. */
const RENEW_MS = 10 * 60_000;
/** Series stored in one transaction: more would hold up an alert. */
const CHUNK = 20;

export function createCandleCache(parts: {
  readonly clock: Clock;
  readonly store: CandleStore;
  /** Whose candles they are. */
  readonly exchange: string;
  readonly dataStream: Pick<DataStream, 'allSeries' | 'series'>;
}): CandleCache {
  const { clock, store, exchange, dataStream } = parts;
  const stored = new Map<string, CandleColumns>();
  /** What this visit has stored, by series. */
  const saved = new Map<string, { readonly lastOpenTime: number; readonly at: number }>();
  let timer: Timer | undefined;
  let isDisposed = false;
  const keyOf = (name: SeriesName): string => `${exchange}|${seriesKey(name)}`;

  const lend = (name: SeriesName): void => {
    const key = keyOf(name);
    const columns = stored.get(key);
    if (!columns) return;
    stored.delete(key);
    dataStream.series(name)?.prime(columns, clock.now());
  };

  const load = async (): Promise<void> => {
    for (const [key, columns] of await store.load(exchange)) stored.set(key, columns);
    for (const name of dataStream.allSeries()) lend(name);
  };

  const isDue = (name: NamedKeeper): boolean => {
    const { isCurrent, closed } = name.keeper;
    const before = saved.get(keyOf(name));
    if (!isCurrent || closed.lastOpenTime === undefined) return false;
    if (!before) return true;
    return before.lastOpenTime !== closed.lastOpenTime && clock.now() - before.at >= RENEW_MS;
  };

  const saveDue = async (): Promise<void> => {
    const due = dataStream.allSeries().filter(isDue);
    if (due.length === 0) return;
    for (let start = 0; start < due.length; start += CHUNK) {
      if (isDisposed) return;
      const part = due.slice(start, start + CHUNK);
      const rows = part.map((name) => [keyOf(name), name.keeper.closed.copyColumns()] as const);
      // One after the other: alerts go in between, and no more than these are copied at a time.
      // oxlint-disable-next-line no-await-in-loop
      await store.save(new Map(rows));
      for (const [key, { openTime }] of rows) {
        saved.set(key, { lastOpenTime: openTime.at(-1) ?? 0, at: clock.now() });
      }
    }
    if (!isDisposed) await keepWatched();
  };

  const keepWatched = async (): Promise<void> => {
    const watched = new Set(dataStream.allSeries().map(keyOf));
    for (const key of saved.keys()) if (!watched.has(key)) saved.delete(key);
    // Of series that nobody has asked for since the start.
    stored.clear();
    await store.keep(watched);
  };

  const look = async (): Promise<void> => {
    await saveDue();
    if (!isDisposed) wait();
  };
  const wait = (): void => {
    timer = clock.setTimer(() => void look(), LOOK_MS);
  };
  wait();

  return {
    loaded: load(),
    handleData(fact) {
      if (fact.type === 'series' && fact.keeper.state === 'loading') lend(fact);
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}
