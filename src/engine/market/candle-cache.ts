/**
 * Candles from one visit to the next, so that the exchange is asked only for what closed meanwhile.
 *
 * They are lent to a series before it has history of its own, and the series proves them: its first
 * history begins with the newest stored candle, which has to be as it was (`SeriesKeeper.prime`).
 * Stored are series that are complete, those that have changed, a few at a time and rarely: what a
 * crash leaves out is fetched as any gap is.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { CandleColumns } from '../../domain/candle.ts';
import type { CandleRows } from '../store/candle-rows.ts';
import type { DataFact, DataStream } from './data-stream.ts';
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

const FIRST_SAVE_MS = 20_000;
const SAVE_MS = 10 * 60_000;
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
  /** Newest open time that is stored, by series. */
  const saved = new Map<string, number>();
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

  /** What is to be stored now. */
  const changed = (): [string, CandleColumns][] =>
    dataStream.allSeries().flatMap((name) => {
      const { isCurrent, closed } = name.keeper;
      const last = closed.lastOpenTime;
      const isNew = isCurrent && last !== undefined && saved.get(keyOf(name)) !== last;
      return isNew ? [[keyOf(name), closed.copyColumns()]] : [];
    });

  const save = async (): Promise<void> => {
    const rows = changed();
    for (let start = 0; start < rows.length; start += CHUNK) {
      const part = new Map(rows.slice(start, start + CHUNK));
      // One after the other: alerts go in between.
      // oxlint-disable-next-line no-await-in-loop
      await store.save(part);
      for (const [key, { openTime }] of part) saved.set(key, openTime.at(-1) ?? 0);
    }
    await store.keep(new Set(dataStream.allSeries().map(keyOf)));
    // Of series that nobody has asked for since the start.
    stored.clear();
  };

  let timer: Timer;
  const saveAndWait = (): void => {
    timer = clock.setTimer(saveAndWait, SAVE_MS);
    void save();
  };
  timer = clock.setTimer(saveAndWait, FIRST_SAVE_MS);

  return {
    loaded: load(),
    handleData(fact) {
      if (fact.type === 'series' && fact.keeper.state === 'loading') lend(fact);
    },
    dispose: () => timer.cancel(),
  };
}
