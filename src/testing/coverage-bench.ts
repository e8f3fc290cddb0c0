import type { Verdict } from '../binance/connection/diagnose.ts';
import type { ConnectionState } from '../binance/connection/status.ts';
import type { Clock } from '../binance/ports.ts';
import { klineStream } from '../binance/stream-name.ts';
import type { Fault } from '../domain/result.ts';
import { openCoverageLog } from '../engine/coverage/coverage-log.ts';
import type { CoverageLog } from '../engine/coverage/coverage-log.ts';
import type { CoverageStore } from '../engine/coverage/coverage-store.ts';
import type { SeriesName } from '../engine/market/series-name.ts';
import type { CoverageReport, UnwatchedSpan } from '../protocol/coverage.ts';
import type { SeriesState } from '../protocol/market-state.ts';

/** A store that a test can read, damage, and make fail. */
export interface FakeCoverageStore extends CoverageStore {
  log: unknown;
  signOfLife: unknown;
  isFailing: boolean;
  /** Called for each write that succeeds. */
  onWrite: () => void;
}

export function createFakeCoverageStore(): FakeCoverageStore {
  const write = (keep: () => void): Promise<void> => {
    if (store.isFailing) return Promise.reject(new Error('QuotaExceededError'));
    keep();
    store.onWrite();
    return Promise.resolve();
  };
  const store: FakeCoverageStore = {
    log: undefined,
    signOfLife: undefined,
    isFailing: false,
    onWrite: () => undefined,
    loadCoverage: () => Promise.resolve(store.log),
    saveCoverage: (log) => write(() => void (store.log = structuredClone(log))),
    loadCoverageSign: () => Promise.resolve(store.signOfLife),
    saveCoverageSign: (sign) => write(() => void (store.signOfLife = structuredClone(sign))),
  };
  return store;
}

export interface CoverageBench {
  readonly log: CoverageLog;
  readonly reports: CoverageReport[];
  readonly faults: Fault[];
  readonly storageFailures: string[];
  hasAudience: boolean;
  watch(judged: readonly SeriesName[], onCharts?: readonly SeriesName[]): void;
  series(name: SeriesName, state: SeriesState): void;
  live(series: readonly SeriesName[], uncoveredSince?: number): void;
  lost(series: readonly SeriesName[], since: number, reason?: string): void;
  diagnosed(verdict: Verdict): void;
  connection(state: ConnectionState): void;
  /** The spans of one symbol over the last 24 hours. */
  spansOf(symbol: string): readonly UnwatchedSpan[];
  /** The worker ends without a word. */
  kill(): void;
}

export async function openCoverageBench(
  clock: Clock,
  store: CoverageStore = createFakeCoverageStore(),
): Promise<CoverageBench> {
  const reports: CoverageReport[] = [];
  const faults: Fault[] = [];
  const storageFailures: string[] = [];
  let isDead = false;
  const log = await openCoverageLog({
    clock: {
      now: clock.now,
      setTimer: (callback, delayMs) => clock.setTimer(() => isDead || callback(), delayMs),
    },
    store,
    refuse: (found) => faults.push(...found),
    onStorageFailure: (reason) => storageFailures.push(reason),
    hasAudience: () => bench.hasAudience,
    onReport: (report) => reports.push(report),
  });
  const streamsOf = (series: readonly SeriesName[]): readonly string[] =>
    series.map(({ symbol, interval }) => klineStream(symbol, interval));

  const bench: CoverageBench = {
    log,
    reports,
    faults,
    storageFailures,
    hasAudience: false,
    watch: (judged, onCharts = []) => log.watch({ judged, followed: [...judged, ...onCharts] }),
    series(name, state) {
      const wantsHistory = state === 'loading' || state === 'gap';
      log.handleData({ type: 'series', ...name, keeper: { state, wantsHistory } });
    },
    live(series, uncoveredSince) {
      log.handleConnection({
        type: 'streamsLive',
        streams: streamsOf(series),
        uncoveredSince: uncoveredSince ?? null,
        at: clock.now(),
      });
    },
    lost(series, since, reason = 'the connection was lost without a word') {
      const streams = streamsOf(series);
      log.handleConnection({ type: 'streamsLost', streams, since, reason, at: clock.now() });
    },
    diagnosed: (verdict) => log.handleConnection({ type: 'diagnosed', verdict, at: clock.now() }),
    connection(state) {
      const at = clock.now();
      log.handleConnection({ type: 'stateChanged', state, previous: state, reason: '', at });
    },
    spansOf: (symbol) =>
      log.report().groups.find(({ symbols }) => symbols.includes(symbol))?.unwatched ?? [],
    kill() {
      isDead = true;
    },
  };
  return bench;
}

export const BTC: SeriesName = { symbol: 'BTCUSDT', interval: '1h' };
export const ETH: SeriesName = { symbol: 'ETHUSDT', interval: '1h' };

/** Both symbols, watched from the first millisecond. */
export async function watching(clock: Clock, store?: CoverageStore): Promise<CoverageBench> {
  return settleOn(await openCoverageBench(clock, store), [BTC, ETH]);
}

/** All is delivered and complete. */
export function settleOn(bench: CoverageBench, series: readonly SeriesName[]): CoverageBench {
  bench.watch(series);
  bench.live(series);
  for (const name of series) bench.series(name, 'live');
  return bench;
}
