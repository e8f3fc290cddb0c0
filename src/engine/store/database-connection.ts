/**
 * The connection to the database. Guarantees:
 * - nothing waits for a database longer than its patience: opening 3 s, an operation 5 s;
 * - a connection that hangs, fails or is taken away is given up at once, and never used again;
 * - one that opens after it was given up is used all the same, unless there is another by then;
 * - at most `MOST_OPENINGS` attempts to open are under way, since the browser cannot be asked to forget
 *   one.
 */
import type { Clock } from '../../binance/ports.ts';
import { orGiveUp } from '../patience.ts';
import type { Database, OpenDatabase } from './database.ts';
import { isRefusal, troubleInWords } from './storage-trouble.ts';

export interface DatabaseConnection {
  /** Answers once there is a connection, at once where there is one already. May reject. */
  open(): Promise<void>;
  /** Rejects where there is no connection, and where `work` does or takes too long. */
  run<T>(work: (database: Database) => Promise<T>, patienceMs?: number): Promise<T>;
  dispose(): void;
}

export const OPENING_PATIENCE_MS = 3_000;
export const WORK_PATIENCE_MS = 5_000;
const MOST_OPENINGS = 3;

export const SLOW_TO_OPEN =
  'the browser did not open the database in time; another tab may be holding it';

export function createDatabaseConnection(parts: {
  readonly clock: Clock;
  readonly open: OpenDatabase;
  readonly onLost: (reason: string) => void;
  /** A database is there that nobody waited for any more. */
  readonly onOpenedLate: () => void;
}): DatabaseConnection {
  const { clock, onLost, onOpenedLate } = parts;
  let database: Database | undefined;
  let openings = 0;
  let isDisposed = false;

  const giveUp = (lost: Database, reason: string): void => {
    if (database !== lost) return;
    database = undefined;
    lost.close();
    onLost(reason);
  };

  /** Settles when the browser does, be it much later. */
  const openOne = async (): Promise<void> => {
    let opened: Database | undefined;
    openings++;
    try {
      opened = await parts.open((reason) => opened && giveUp(opened, reason));
    } finally {
      openings--;
    }
    if (database || isDisposed) opened.close();
    else database = opened;
  };

  return {
    async open() {
      if (database) return;
      if (openings >= MOST_OPENINGS) throw new Error(SLOW_TO_OPEN);
      let isLate = false;
      const opening = openOne().then(() => {
        if (isLate && database) onOpenedLate();
      });
      await orGiveUp(clock, opening, OPENING_PATIENCE_MS, SLOW_TO_OPEN).finally(() => {
        isLate = true;
      });
    },
    async run(work, patienceMs = WORK_PATIENCE_MS) {
      const current = database;
      if (!current) throw new Error('there is no database');
      try {
        return await orGiveUp(clock, work(current), patienceMs, 'the database does not answer');
      } catch (error) {
        // A refused row says nothing against the connection; whatever else happens, a new one may mend.
        if (!isRefusal(error)) giveUp(current, troubleInWords(error));
        throw error;
      }
    },
    dispose() {
      isDisposed = true;
      database?.close();
      database = undefined;
    },
  };
}
