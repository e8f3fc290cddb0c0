/**
 * The coverage log: which spans each symbol was really watched, and why the others were not.
 *
 * Guarantees:
 * - Exact to the millisecond of what this engine was told: a symbol counts as watched in a moment if
 *   all its candle streams were delivered and all its series consecutive (`delivery-watch.ts`). Candles
 *   of other spans are fetched and judged later, which makes up for them but does not change the log.
 * - What becomes known later is written into the past: a loss since its last sign of life, a verdict,
 *   a sleep (`timeline.ts`). A moment with several reasons keeps the strongest
 *   (`UNWATCHED_REASONS`).
 * - What nobody has proved to be watched is not claimed: from the last state or sign of life that was
 *   stored to the first moment of the next engine the log says `closed`, be it 2 s or 2 days. The
 *   one exception is a connection that died silently just before its engine did.
 * - Spans never overlap and never run backwards, whatever the clock does.
 * - Bounded: 7 days, and no more spans than `symbol-histories.ts` allows.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { Fault } from '../../domain/result.ts';
import type { CoverageReport } from '../../protocol/coverage.ts';
import type { DataFact } from '../market/data-stream.ts';
import { orGiveUp } from '../patience.ts';
import { troubleInWords } from '../store/storage-trouble.ts';
import { reportCoverage } from './coverage-report.ts';
import { createCoverageSaver } from './coverage-saver.ts';
import { NO_COVERAGE_STORE } from './coverage-store.ts';
import type { CoverageStore } from './coverage-store.ts';
import { createDeliveryWatch } from './delivery-watch.ts';
import type { NamedKeeper, WatchedSeries } from './delivery-watch.ts';
import { parseCoverage, storeCoverage } from './stored-coverage.ts';
import type { KnownCoverage } from './stored-coverage.ts';
import { createSymbolHistories } from './symbol-histories.ts';
import { createTimeline } from './timeline.ts';

/** What the log reads of a `DataFact`. */
export type CoverageFact =
  | ({ readonly type: 'series' } & NamedKeeper)
  | { readonly type: Exclude<DataFact['type'], 'series'> };

export interface CoverageLog {
  /** Before the session is told to follow them. The first call ends what was `closed`. */
  watch(series: WatchedSeries): void;
  /** Any other fact is a sign of life. */
  handleData(fact: CoverageFact): void;
  handleConnection(fact: ConnectionFact): void;
  /** The user's wish; told before the connection is switched. On at the start. */
  setWanted(isWanted: boolean): void;
  /** Told before a session at another venue takes over: nothing is delivered until that does. */
  restart(): void;
  report(): CoverageReport;
  /** Writes at once: the page is hidden, and may never be heard of again. */
  save(): void;
  /** Writes for the last time; nothing is heard any more. */
  close(): void;
}

export interface CoverageLogParts {
  readonly clock: Clock;
  readonly store: CoverageStore;
  /** A stored log that cannot be read: it begins anew. */
  readonly refuse: (faults: readonly Fault[]) => void;
  readonly onStorageFailure: (reason: string) => void;
  /** Whether some page looks on. */
  readonly hasAudience: () => boolean;
  /**
   * When something has changed that time alone does not tell: at most once a second, a large log more
   * rarely.
   */
  readonly onReport: (report: CoverageReport) => void;
}

const TICK_MS = 1_000;
const PRUNING_MS = 60_000;
const LOADING_PATIENCE_MS = 3_000;
/** How old the end of a report may grow while nothing happens, and while something is missed. */
const QUIET_REPORT_MS = 60_000;
const BUSY_REPORT_MS = 5_000;
const PAUSE_PER_SPAN_MS = 0.1;

/** Goes on with the stored log. Never rejects. */
export async function openCoverageLog(parts: CoverageLogParts): Promise<CoverageLog> {
  const { clock, store, refuse, onStorageFailure } = parts;
  try {
    const reason = 'the browser did not give the coverage log in time';
    const loading = Promise.all([store.loadCoverage(), store.loadCoverageSign()]);
    const [log, sign] = await orGiveUp(clock, loading, LOADING_PATIENCE_MS, reason);
    const known = parseCoverage(log, sign);
    if (!known.ok) refuse(known.faults);
    return createCoverageLog(parts, known.ok ? known.value : null);
  } catch (error) {
    onStorageFailure(troubleInWords(error));
    // What could not be read may still be good: it is not written over.
    return createCoverageLog({ ...parts, store: NO_COVERAGE_STORE }, null);
  }
}

export function createCoverageLog(
  parts: CoverageLogParts,
  known: KnownCoverage | null,
): CoverageLog {
  const { clock, store, hasAudience, onReport, onStorageFailure } = parts;
  const histories = createSymbolHistories(known?.histories ?? new Map());
  let timer: Timer | undefined;
  let hasBegun = false;
  let isClosed = false;
  let prunedAt = -Infinity;
  let told: { readonly at: number; readonly revision: number } | null = null;

  const timeline = createTimeline({
    clock,
    onSleep: (sleep) => histories.addToAll({ ...sleep, reason: 'asleep' }),
    onSetBack(step) {
      histories.setBack(step);
      delivery.setBack(step.to);
    },
  });
  const delivery = createDeliveryWatch({
    timeline,
    onUnwatched: histories.add,
    onReason: histories.setReason,
  });
  const saver = createCoverageSaver({
    store,
    histories,
    snapshot: (id, now) => storeCoverage(histories.all, id, now),
    origin: clock.now(),
    onFailure: onStorageFailure,
  });

  const reportDue = (now: number): void => {
    if (!hasAudience()) return;
    const { revision, spanCount } = histories;
    const isBusy = [...histories.all.values()].some(({ running }) => running !== null);
    const shortestMs = spanCount * PAUSE_PER_SPAN_MS;
    const pauseMs = isBusy ? BUSY_REPORT_MS : QUIET_REPORT_MS;
    const agedMs = told ? Math.abs(now - told.at) : Infinity;
    const isDue = told?.revision === revision ? agedMs >= pauseMs : true;
    if (!isDue || agedMs < shortestMs) return;
    told = { at: now, revision };
    onReport(reportCoverage(histories.all, now));
  };

  const tick = (): void => {
    timer = clock.setTimer(tick, TICK_MS);
    const now = timeline.observe();
    if (Math.abs(now - prunedAt) >= PRUNING_MS) {
      prunedAt = now;
      histories.prune(now);
    }
    reportDue(now);
    saver.saveDue(now);
  };

  /** Whatever ran when the last engine was heard of ran until then; after that, nothing did. */
  const begin = (now: number): void => {
    hasBegun = true;
    if (known) {
      for (const symbol of histories.all.keys()) histories.setReason(symbol, null, known.seenAt);
      histories.addToAll({ from: known.seenAt, to: now, reason: 'closed' });
      if (known.seenAt > now) histories.setBack({ from: known.seenAt, to: now });
      histories.prune(now);
    }
    timer = clock.setTimer(tick, TICK_MS);
  };

  const save = (): void => {
    if (hasBegun && !isClosed) saver.save(timeline.observe());
  };

  return {
    watch(series) {
      if (isClosed) return;
      const now = timeline.observe();
      if (!hasBegun) begin(now);
      const judged = series.judged.map(({ symbol }) => symbol);
      histories.keep([...(series.symbols ?? []), ...judged], now);
      delivery.watch(series, now);
    },
    handleData(fact) {
      if (isClosed) return;
      const now = timeline.observe();
      if (fact.type === 'series') delivery.handleSeries(fact, now);
    },
    handleConnection(fact) {
      if (!isClosed) delivery.handleConnection(fact, timeline.observe());
    },
    setWanted(isWanted) {
      if (!isClosed) delivery.setWanted(isWanted, timeline.observe());
    },
    restart() {
      if (!isClosed) delivery.restart(timeline.observe());
    },
    report: () => reportCoverage(histories.all, timeline.observe()),
    save,
    close() {
      save();
      isClosed = true;
      timer?.cancel();
    },
  };
}
