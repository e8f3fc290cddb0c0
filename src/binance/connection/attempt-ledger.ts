/**
 * Binance allows 300 connection attempts in 5 minutes per address; more gets the address banned.
 *
 * Guarantees: with one engine at a time, never more than `limit` attempts are admitted in any
 * window, counting those made before a reload. Storage that fails or hangs never keeps the engine
 * from connecting: then only this run's attempts are known.
 */
import type { Clock } from '../ports.ts';

/** Where attempt times (epoch milliseconds) outlive a reload. */
export interface AttemptStore {
  load(): Promise<readonly number[]>;
  save(times: readonly number[]): Promise<void>;
}

export interface AttemptLedger {
  /** Settles when earlier attempts are known, or storage has failed to tell. Never rejects. */
  load(): Promise<void>;
  /** Milliseconds until another attempt is allowed; 0 means now. */
  waitMs(): number;
  /** Notes that an attempt starts now. */
  record(): void;
  readonly count: number;
}

export interface AttemptLedgerParts {
  readonly clock: Clock;
  readonly store: AttemptStore;
  /** Told of the first storage failure only. */
  readonly reportError: (error: unknown) => void;
  readonly limit?: number;
  readonly windowMs?: number;
}

/** 300 with a margin for another tab or program behind the same address. */
const ATTEMPT_LIMIT = 280;
const WINDOW_MS = 5 * 60_000;
const LOAD_TIMEOUT_MS = 1000;

export function createAttemptLedger(parts: AttemptLedgerParts): AttemptLedger {
  const { clock, store, limit = ATTEMPT_LIMIT, windowMs = WINDOW_MS } = parts;
  let times: number[] = [];
  let loading: Promise<void> | undefined;
  let hasReported = false;

  const report = (error: unknown): void => {
    if (hasReported) return;
    hasReported = true;
    parts.reportError(error);
  };

  /** A time in the future means the clock was set back since: it counts as made just now. */
  const prune = (): void => {
    const now = clock.now();
    times = times.map((time) => Math.min(time, now)).filter((time) => time > now - windowMs);
  };

  const readStore = async (): Promise<void> => {
    const earlier: readonly unknown[] = await store.load();
    const readable = earlier.filter((time): time is number => Number.isFinite(time));
    times = [...readable, ...times].toSorted((a, b) => a - b);
    prune();
  };

  const loadOrGiveUp = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = clock.setTimer(() => {
        report(new Error('the attempt ledger took too long to load'));
        resolve();
      }, LOAD_TIMEOUT_MS);
      readStore()
        .catch(report)
        .finally(() => {
          timer.cancel();
          resolve();
        });
    });

  return {
    load: () => (loading ??= loadOrGiveUp()),
    waitMs() {
      prune();
      const blocking = times[times.length - limit];
      return blocking === undefined ? 0 : Math.max(0, blocking + windowMs - clock.now());
    },
    record() {
      prune();
      times.push(clock.now());
      Promise.resolve()
        .then(() => store.save([...times]))
        .catch(report);
    },
    get count() {
      prune();
      return times.length;
    },
  };
}
