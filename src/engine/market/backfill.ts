/**
 * Fetches the history that series ask for. Guarantees:
 * - at most four requests are under way; the next page always goes to the series that is most urgent
 *   at that moment, also where urgency changed while it waited, or while another has many pages;
 * - a series that stays incomplete is asked again with growing pauses, for as long as it is watched;
 *   one that is halted is asked once;
 * - stopping concerns first loading only: what was live is still caught up with after an
 *   interruption, because rules are judged on it.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { LARGEST_KLINE_LIMIT } from '../../binance/rest.ts';
import type { RestClient } from '../../binance/rest.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import type { BackfillReport } from '../../protocol/market-state.ts';
import type { DataStream } from './data-stream.ts';
import { createHistoryFetch } from './history-fetch.ts';
import type { HistoryFetch } from './history-fetch.ts';
import { createPacedObservers } from './paced-observers.ts';
import type { SeriesKeeper } from './series-keeper.ts';
import { seriesKey } from './series-name.ts';
import type { SeriesName } from './series-name.ts';

const MOST_UNDER_WAY = 4;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const REPORT_PAUSE_MS = 100;

export interface Backfill {
  /** Nothing is asked for before: what is stored may save most of it. */
  begin(): void;
  /** Idempotent while the series is being fetched; one that waits to be asked again is asked now. */
  request(name: SeriesName): void;
  /** It needs no history now; what is under way for it is not used. */
  drop(name: SeriesName): void;
  /** From now on these are the priorities (lower goes first), also of what waits. */
  setUrgency(urgencyOf: (name: SeriesName) => number): void;
  /** Series are not watched any more. */
  prune(): void;
  /** Why a series is not filled yet, in words; empty when nothing is wrong. */
  reason(name: SeriesName): string;
  /** No series is loaded for the first time until `resume`; what is ready stays live. */
  stop(): void;
  resume(): void;
  report(): BackfillReport;
  /** Told of the report when it changes: at once, then at most every 100 ms. */
  observe(observer: (report: BackfillReport) => void): () => void;
  readonly pending: number;
  dispose(): void;
}

interface Task {
  readonly name: SeriesName;
  readonly keeper: SeriesKeeper;
  fetch: HistoryFetch;
  urgency: number;
  failures: number;
  reason: string;
  isAsking: boolean;
  /** The pause before it is asked again. */
  timer: Timer | undefined;
}

export function createBackfill(options: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'klines'>;
  readonly dataStream: DataStream;
  /** An observer threw. */
  readonly onFault: (error: unknown) => void;
}): Backfill {
  const { clock, rest, dataStream, onFault } = options;
  const tasks = new Map<string, Task>();
  let urgencyOf = (_name: SeriesName): number => 0;
  let underWay = 0;
  let isStopped = false;
  let isBegun = false;
  let isDisposed = false;

  const report = (): BackfillReport => {
    const all = dataStream.allSeries();
    let ready = 0;
    let failing = 0;
    for (const { symbol, interval, keeper } of all) {
      if (keeper.isCurrent || keeper.state === 'halted') ready++;
      else if (tasks.get(seriesKey({ symbol, interval }))?.reason) failing++;
    }
    const series = all.length;
    return { series, ready, failing, waiting: series - ready - failing, isStopped };
  };
  const progress = createPacedObservers({
    clock,
    pauseMs: REPORT_PAUSE_MS,
    read: report,
    onFault,
  });

  const newFetch = (name: SeriesName, keeper: SeriesKeeper): HistoryFetch =>
    createHistoryFetch({
      name,
      from: keeper.fillFrom,
      next: keeper.expected,
      capacity: keeper.closed.capacity,
    });

  const isReady = (task: Task): boolean =>
    !task.isAsking && !task.timer && !(isStopped && task.keeper.closed.length === 0);

  /** In order of urgency, then of asking. */
  const mostUrgent = (): Task | undefined => {
    let best: Task | undefined;
    for (const task of tasks.values()) {
      if (isReady(task) && (!best || task.urgency < best.urgency)) best = task;
    }
    return best;
  };

  const pump = (): void => {
    const isFree = isBegun && underWay < MOST_UNDER_WAY && !isDisposed;
    const task = isFree ? mostUrgent() : undefined;
    if (!task) return;
    void ask(task);
    pump();
  };

  const ask = async (task: Task): Promise<void> => {
    const { query } = task.fetch;
    if (!query || !isWanted(task)) return remove(task.name);
    task.isAsking = true;
    underWay++;
    const askedAt = dataStream.exchangeTime;
    const answer = await rest.klines(query, task.urgency).result;
    underWay--;
    task.isAsking = false;
    if (isDisposed) return;
    if (isWanted(task)) {
      if (answer.ok) {
        const { rows, rejections } = answer.value;
        const isFull = rows.length + rejections.length >= LARGEST_KLINE_LIMIT;
        task.fetch.take(rows, isFull, askedAt);
        if (!task.fetch.query) conclude(task);
      } else {
        task.reason = describeRestFailure(answer.failure);
        tryAgain(task);
      }
    }
    pump();
  };

  /** A series that was given up, or watched anew, has another keeper or another task. */
  const isWanted = (task: Task): boolean =>
    tasks.get(seriesKey(task.name)) === task && dataStream.series(task.name) === task.keeper;

  const conclude = (task: Task): void => {
    const { name, keeper, fetch } = task;
    task.reason = '';
    dataStream.fill(name, fetch.rows(), fetch.askedAt);
    if (!isWanted(task)) return;
    if (!keeper.wantsHistory) return remove(name);
    // Not there yet: the exchange's history lags behind its stream.
    task.fetch = newFetch(name, keeper);
    tryAgain(task);
  };

  const tryAgain = (task: Task): void => {
    if (task.keeper.state === 'halted') return remove(task.name);
    progress.changed();
    task.failures++;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (task.failures - 1));
    task.timer = clock.setTimer(() => {
      task.timer = undefined;
      pump();
    }, pauseMs);
  };

  const remove = (name: SeriesName): void => {
    const key = seriesKey(name);
    tasks.get(key)?.timer?.cancel();
    tasks.delete(key);
    progress.changed();
  };

  return {
    begin() {
      isBegun = true;
      for (const task of tasks.values()) task.fetch = newFetch(task.name, task.keeper);
      pump();
    },
    request({ symbol, interval }) {
      const name = { symbol, interval };
      const keeper = dataStream.series(name);
      const known = tasks.get(seriesKey(name));
      if (!keeper || (known && known.keeper === keeper && !known.timer)) return;
      remove(name);
      const fetch = newFetch(name, keeper);
      const urgency = urgencyOf(name);
      const reason = known?.reason ?? '';
      const task = { name, keeper, fetch, urgency, failures: 0, reason };
      tasks.set(seriesKey(name), { ...task, isAsking: false, timer: undefined });
      progress.changed();
      pump();
    },
    drop: remove,
    setUrgency(next) {
      urgencyOf = next;
      for (const task of tasks.values()) task.urgency = urgencyOf(task.name);
    },
    prune() {
      for (const task of tasks.values()) if (!isWanted(task)) remove(task.name);
      progress.changed();
    },
    reason: (name) => tasks.get(seriesKey(name))?.reason ?? '',
    stop() {
      isStopped = true;
      progress.changed();
    },
    resume() {
      isStopped = false;
      progress.changed();
      pump();
    },
    report,
    observe: progress.add,
    get pending() {
      return tasks.size;
    },
    dispose() {
      isDisposed = true;
      progress.dispose();
      for (const { timer } of tasks.values()) timer?.cancel();
      tasks.clear();
    },
  };
}
