/**
 * The disk of a simulated browser: what its databases hold outlives tabs and engines.
 *
 * It takes the place of IndexedDB where thousands of runs would be too slow with a faithful one, and
 * keeps what the app relies on: each transaction is all or nothing, those that write run one after
 * another, rows are copies, and a process that dies takes its unfinished transactions with it.
 */
import type { Database } from '../../engine/store/database.ts';
import { createMemoryDatabase } from './memory-database.ts';
import type { DiskFailure, StoreName } from './memory-parts.ts';
import type { Process, TimeLine } from './time-line.ts';

export interface MemoryDisk {
  /** Rows by key, per store; to be looked at, and filled before the first visit. */
  readonly rows: Readonly<Record<StoreName, Map<string, unknown>>>;
  /**
   * This step fails from now on: `open`, `commit`, or a store with what is asked of it, such as
   * `alerts.put`; a part of the name does.
   */
  fail(step: string, how: DiskFailure): void;
  /** Nothing fails any more; what hung ends with an error. */
  repair(): void;
  /** Whether something failed at that time, or shortly before: what was not stored may not be yet. */
  wasFailing(time: number): boolean;
  /** Browsers freeze no page that is in the middle of a transaction. */
  isBusy(process: Process): boolean;
  open(process: Process, onLost: (reason: string) => void): Promise<Database>;
  /** Takes the database away from everyone who has it open, as the browser may. */
  lose(reason: string): void;
}

/** The longest pause after which the app tries again to store what it holds, and a margin. */
const RECOVERY_MS = 75_000;

export function createMemoryDisk(line: Pick<TimeLine, 'now'>): MemoryDisk {
  const rows = {
    alerts: new Map(),
    rules: new Map(),
    values: new Map(),
    candles: new Map(),
  } as const;
  const openings = new Set<{ readonly lose: (reason: string) => void }>();
  const transactions: {
    readonly process: Process;
    readonly names: readonly string[];
    readonly isWriting: boolean;
  }[] = [];
  const failures = new Map<string, DiskFailure>();
  const hung = new Set<() => void>();
  const troubles: { readonly from: number; to: number }[] = [];
  const waiting = new Set<() => void>();

  const failureAt = (step: string): DiskFailure | undefined => {
    for (const [part, failure] of failures) if (step.includes(part)) return failure;
    return undefined;
  };

  const disk: MemoryDisk = {
    rows,
    fail(step, how) {
      if (failures.size === 0) troubles.push({ from: line.now, to: Infinity });
      failures.set(step, how);
    },
    wasFailing: (time) => troubles.some(({ from, to }) => time >= from && time < to + RECOVERY_MS),
    repair() {
      for (const trouble of troubles) trouble.to = Math.min(trouble.to, line.now);
      failures.clear();
      for (const fail of hung) fail();
      hung.clear();
    },
    isBusy: (process) => transactions.some((transaction) => transaction.process === process),
    open(process, onLost) {
      return new Promise((resolve, reject) => {
        const failure = failureAt('open');
        const fail = (): void => {
          process.receive(1, () => reject(new DOMException('no database', 'UnknownError')));
        };
        if (failure === 'hang') return void hung.add(fail);
        if (failure === 'reject') return fail();
        process.receive(1, () => {
          const opened = createMemoryDatabase({
            process,
            rows,
            failureAt,
            begin: (...transaction) => begin(process, ...transaction),
            onHung: (abort) => void hung.add(abort),
          });
          const opening = {
            lose(reason: string) {
              openings.delete(opening);
              process.receive(0, () => {
                opened.database.close();
                onLost(reason);
              });
            },
          };
          openings.add(opening);
          process.onKilled(() => void openings.delete(opening));
          resolve(opened.database);
        });
      });
    },
    lose(reason) {
      troubles.push({ from: line.now, to: line.now });
      for (const opening of openings) opening.lose(reason);
    },
  };

  /** Calls back when no earlier transaction stands in the way; answers how to end this one. */
  const begin = (
    process: Process,
    names: readonly string[],
    isWriting: boolean,
    onActive: () => void,
  ): (() => void) => {
    const transaction = { process, names, isWriting };
    transactions.push(transaction);
    const tryBegin = (): void => {
      const earlier = transactions.slice(0, transactions.indexOf(transaction));
      const isBlocked = earlier.some(
        (other) =>
          (other.isWriting || isWriting) && other.names.some((name) => names.includes(name)),
      );
      if (isBlocked) return;
      waiting.delete(tryBegin);
      onActive();
    };
    waiting.add(tryBegin);
    tryBegin();
    return () => {
      waiting.delete(tryBegin);
      const index = transactions.indexOf(transaction);
      if (index >= 0) transactions.splice(index, 1);
      for (const next of waiting) next();
    };
  };

  return disk;
}
