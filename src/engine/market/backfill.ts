/**
 * Fetches the history that series ask for. Guarantees: one request per series at a time; a series
 * that stays incomplete is asked again with growing pauses, for as long as it is watched; what is
 * on screen comes first.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { LARGEST_KLINE_LIMIT } from '../../binance/rest.ts';
import type { RestClient } from '../../binance/rest.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import { seriesKey } from './data-stream.ts';
import type { DataStream, SeriesName } from './data-stream.ts';
import type { HistoryRow } from './series-keeper.ts';

/** Ends a fill that makes no headway; 200 pages are two days of seconds. */
const MOST_PAGES = 200;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface Backfill {
  /** Idempotent while the series is being fetched; one that waits to be asked again is asked now. */
  request(name: SeriesName, priority: number): void;
  /** Why a series is not filled yet, in words; empty when nothing is wrong. */
  reason(name: SeriesName): string;
  readonly pending: number;
  dispose(): void;
}

interface Task {
  readonly name: SeriesName;
  failures: number;
  reason: string;
  timer: Timer | undefined;
}

export function createBackfill(options: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'klines'>;
  readonly dataStream: DataStream;
}): Backfill {
  const { clock, rest, dataStream } = options;
  const tasks = new Map<string, Task>();
  let isDisposed = false;

  const isMissing = (name: SeriesName): boolean => {
    const state = dataStream.series(name)?.state;
    return state === 'loading' || state === 'gap';
  };

  const run = async (task: Task, priority: number): Promise<void> => {
    const { name } = task;
    const pages = await fetchPages(name, priority);
    if (isDisposed) return;
    task.reason = pages.reason;
    if (pages.reason === '') dataStream.fill(name, pages.rows, pages.askedAt);
    if (!isMissing(name)) return void tasks.delete(seriesKey(name));
    // Not there yet: the exchange's history lags behind its stream, or a request failed.
    task.failures++;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (task.failures - 1));
    task.timer = clock.setTimer(() => void run(task, priority), pause);
  };

  const fetchPages = async (
    name: SeriesName,
    priority: number,
  ): Promise<{ rows: readonly HistoryRow[]; askedAt: number; reason: string }> => {
    const rows: HistoryRow[] = [];
    let startTime = dataStream.series(name)?.fillFrom;
    for (let page = 0; page < MOST_PAGES; page++) {
      const askedAt = dataStream.exchangeTime;
      const range = startTime === undefined ? {} : { startTime };
      const query = { ...name, ...range, limit: LARGEST_KLINE_LIMIT };
      const result = await rest.klines(query, priority).result;
      if (!result.ok) return { rows, askedAt, reason: describeRestFailure(result.failure) };
      const fetched = result.value.rows;
      rows.push(...fetched);
      const newest = fetched.at(-1)?.candle.openTime;
      if (newest === undefined && rows.length === 0 && startTime !== undefined) {
        // Nothing since then: this exchange's clock is behind the one that was watched before.
        startTime = undefined;
        continue;
      }
      const isComplete = startTime === undefined || fetched.length < LARGEST_KLINE_LIMIT;
      if (isComplete || newest === undefined) return { rows, askedAt, reason: '' };
      startTime = newest + 1;
    }
    return { rows, askedAt: dataStream.exchangeTime, reason: '' };
  };

  return {
    request(name, priority) {
      const known = tasks.get(seriesKey(name));
      if (known && !known.timer) return;
      known?.timer?.cancel();
      const task: Task = { name, failures: 0, reason: known?.reason ?? '', timer: undefined };
      tasks.set(seriesKey(name), task);
      void run(task, priority);
    },
    reason: (name) => tasks.get(seriesKey(name))?.reason ?? '',
    get pending() {
      return tasks.size;
    },
    dispose() {
      isDisposed = true;
      for (const { timer } of tasks.values()) timer?.cancel();
      tasks.clear();
    },
  };
}
