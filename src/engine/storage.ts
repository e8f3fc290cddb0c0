/**
 * Everything that outlives the page, for as long as the worker lives; engines come and go over it.
 * Guarantees:
 * - nothing here rejects, and nothing waits for a database longer than 3 s to open and be read, 5 s for
 *   anything else: memory goes on in its place;
 * - what memory goes on with is written once the database works again: it is tried after 1 s, 2 s,
 *   4 s … 60 s, without end. One write that is refused keeps no other from being tried;
 * - a database that is new, because the one before was deleted, is given everything that memory holds;
 * - a database that appears late is never overwritten with the beginnings of an engine that did not know
 *   it: what the user changed meanwhile wins, everything else comes from there (`late-merge.ts`).
 */
import type { Clock } from '../binance/ports.ts';
import type { Alert } from '../domain/alert.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { AlertStore } from './alerts/alert-store.ts';
import type { CandleStore } from './market/candle-cache.ts';
import { orGiveUp } from './patience.ts';
import { keepCandleRows, readCandleRows, writeCandleRows } from './store/candle-rows.ts';
import type { CandleRows } from './store/candle-rows.ts';
import {
  createDatabaseConnection,
  OPENING_PATIENCE_MS,
  SLOW_TO_OPEN,
} from './store/database-connection.ts';
import type { Database, OpenDatabase } from './store/database.ts';
import { createHeldAlerts } from './store/held-alerts.ts';
import { createHeldProfile } from './store/held-profile.ts';
import { createIndexedAlertStore } from './store/indexed-alert-store.ts';
import { createLastingAlertStore } from './store/lasting-alert-store.ts';
import { readProfileRows, writeProfileRows } from './store/profile-rows.ts';
import type { ProfileRow } from './store/profile-rows.ts';
import { createProfileStore } from './store/profile-store.ts';
import type { Profile, ProfileStore } from './store/profile-store.ts';
import { createRecovery } from './store/recovery.ts';
import { allOf, writeEach } from './store/write-each.ts';

export interface Storage {
  readonly alerts: AlertStore;
  readonly profile: ProfileStore;
  /** Only where there is a database: memory holds what it needs anyway. */
  readonly candles: CandleStore;
  /** Whether everything is in the database by now, so that it outlives the page. */
  readonly isStored: boolean;
  /** Alerts that were too many to be kept for a database that is away. */
  readonly givenUp: number;
  /**
   * Takes in what comes from elsewhere: rows of the profile replace those of the same name, alerts are
   * merged, and those that are new here count as told, at `toldAt` where they do not say when. An engine
   * that runs knows nothing of it.
   */
  takeIn(rows: readonly ProfileRow[], alerts: readonly Alert[], toldAt: number): Promise<void>;
  dispose(): void;
}

export function createStorage(parts: {
  readonly clock: Clock;
  readonly open: OpenDatabase;
  /** What an engine begins with where no watchlist is stored. */
  readonly firstWatchlist: Watchlist;
  /** Memory goes on alone; the reason in words, told again when another attempt fails for another. */
  readonly onMissing: (reason: string) => void;
  /** Everything is in the database again. */
  readonly onRecovered: () => void;
  /** A database appeared that the engine has begun without: it should begin again, with `load()`. */
  readonly onLoadedLate: (profile: Profile) => void;
}): Storage {
  const { clock, onMissing, onRecovered, onLoadedLate } = parts;
  const held = createHeldProfile(parts.firstWatchlist);
  const heldAlerts = createHeldAlerts();
  /** The database whose contents are known: before that nothing is written to it. */
  let known: Database | undefined;
  let isTrimDue = true;
  let noteKnown: () => void = () => undefined;
  const firstKnown = new Promise<void>((resolve) => {
    noteKnown = resolve;
  });

  const connection = createDatabaseConnection({
    clock,
    open: parts.open,
    onLost(reason) {
      known = undefined;
      recovery.fail(reason);
    },
    onOpenedLate: () => void recovery.tryNow(),
  });
  const alerts = createLastingAlertStore({
    held: heldAlerts,
    database: {
      get isOpen() {
        return known !== undefined;
      },
      run: (work) => connection.run((database) => work(createIndexedAlertStore(database))),
    },
    onFailure: (error) => recovery.fail(error),
  });

  /** Looks at a database for the first time; answers whether the engine has begun without its contents. */
  const takeStock = async (): Promise<boolean> => {
    if (known) return false;
    const { database, rows, isEmpty } = await connection.run(look);
    known = database;
    const isLate = !held.isLoaded && held.isTold && !isEmpty;
    if (!held.isLoaded) held.take(rows);
    else if (isEmpty) {
      held.holdAll();
      heldAlerts.holdAll();
    }
    noteKnown();
    return isLate;
  };

  const writeRows = async (rows: readonly ProfileRow[]): Promise<void> => {
    const write = async (part: readonly ProfileRow[]): Promise<void> => {
      await connection.run((database) => writeProfileRows(database, part));
      held.noteSaved(part);
    };
    await writeEach(rows, write, () => known !== undefined);
  };

  const trim = async (): Promise<void> => {
    if (isTrimDue) await alerts.trim();
    isTrimDue = false;
  };

  const attempt = async (): Promise<void> => {
    await connection.open();
    const isLate = await takeStock();
    try {
      while (held.unsaved().length + heldAlerts.unsaved().length > 0) {
        await allOf([writeRows(held.unsaved()), alerts.save()]);
      }
    } finally {
      if (isLate) onLoadedLate(profile.current());
    }
    await trim();
  };
  const recovery = createRecovery({
    clock,
    attempt,
    onTrouble: onMissing,
    onEnd: onRecovered,
  });

  const refresh = async (): Promise<void> => {
    try {
      if (known) {
        held.take(await connection.run(readProfileRows, OPENING_PATIENCE_MS));
      } else if (!recovery.isInTrouble) {
        const answer = Promise.race([firstKnown, recovery.tryNow()]);
        await orGiveUp(clock, answer, OPENING_PATIENCE_MS, SLOW_TO_OPEN);
      }
    } catch (error) {
      recovery.fail(error);
    }
  };

  const profile = createProfileStore({
    held,
    refresh,
    async write(rows) {
      // Where there is no database, an attempt to get one is due anyway.
      if (known) await writeRows(rows).catch(recovery.fail);
    },
  });

  /** Candles can be had elsewhere: their troubles are nobody's. */
  const orElse = <T>(work: (database: Database) => Promise<T>, otherwise: T): Promise<T> =>
    known ? connection.run(work).catch(() => otherwise) : Promise.resolve(otherwise);
  const candles: CandleStore = {
    load: (exchange) =>
      orElse<CandleRows>((database) => readCandleRows(database, exchange), new Map()),
    save: (rows) => orElse((database) => writeCandleRows(database, rows), undefined),
    keep: (keys) => orElse((database) => keepCandleRows(database, keys), undefined),
  };

  return {
    alerts,
    profile,
    candles,
    get isStored() {
      return known !== undefined && !recovery.isInTrouble;
    },
    get givenUp() {
      return heldAlerts.givenUp;
    },
    async takeIn(rows, accounts, toldAt) {
      await alerts.takeIn(accounts, toldAt);
      for (const row of rows) held.replace(row);
      isTrimDue = true;
      if (!known) return;
      await writeRows(held.unsaved()).then(trim).catch(recovery.fail);
    },
    dispose() {
      known = undefined;
      recovery.dispose();
      connection.dispose();
    },
  };
}

async function look(database: Database) {
  const rows = await readProfileRows(database);
  const hasAlerts = !(await createIndexedAlertStore(database).isEmpty());
  return { database, rows, isEmpty: rows.values.size + rows.rules.size === 0 && !hasAlerts };
}
