/**
 * Alerts in the database as long as there is one, in memory while there is none. Guarantee: whatever
 * is given to it here is in the database once that works again, each alert once, as it has become by
 * then; but for the oldest where these are more than `MOST_UNSAVED`.
 */
import type { AlertFilter } from '../../domain/alert-filter.ts';
import { isUntold } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Fault } from '../../domain/result.ts';
import type { AlertChange, AlertStore, StoredAlerts } from '../alerts/alert-store.ts';
import type { HeldAlerts, Unsaved } from './held-alerts.ts';
import type { IndexedAlertStore } from './indexed-alert-store.ts';
import { allOf, writeEach } from './write-each.ts';

/** The stored history keeps the newest; older ones are deleted when the database is opened. */
export const MOST_STORED = 100_000;
/** Rows changed in one transaction: more would hold up an alert that comes meanwhile. */
const CHUNK = 500;
/** Rows read in one transaction: on a slow device more would pass for a database that hangs. */
const PAGE = 1_000;

export interface LastingAlertStore extends AlertStore {
  /** Accounts from elsewhere; those that are new here are stored as told at `toldAt`. */
  takeIn(accounts: readonly Alert[], toldAt: number): Promise<void>;
  /** Writes what the database lacks. Rejects where that cannot be done in full. */
  save(): Promise<void>;
  /** Deletes what is more than `MOST_STORED`. May reject. */
  trim(): Promise<void>;
}

/** Work on the database; `run` rejects where there is none. */
export interface AlertDatabase {
  readonly isOpen: boolean;
  run<T>(work: (alerts: IndexedAlertStore) => Promise<T>): Promise<T>;
}

export function createLastingAlertStore(parts: {
  readonly held: HeldAlerts;
  readonly database: AlertDatabase;
  readonly onFailure: (error: unknown) => void;
}): LastingAlertStore {
  const { held, database, onFailure } = parts;

  /** What the database answers; what memory does where it does not. */
  const ask = async <T>(
    work: (alerts: IndexedAlertStore) => Promise<T>,
    otherwise: () => T,
  ): Promise<T> => {
    if (!database.isOpen) return otherwise();
    try {
      return await database.run(work);
    } catch (error) {
      onFailure(error);
      return otherwise();
    }
  };

  const change = async (ids: readonly string[], wanted: AlertChange): Promise<readonly Alert[]> => {
    const unsaved = held.holdChange(ids.filter(held.isUnsaved), wanted);
    const stored = ids.filter((id) => !held.isUnsaved(id));
    const changed: Alert[] = [...unsaved];
    for (const part of chunksOf(stored)) {
      const rows = await ask(
        (alerts) => alerts.change(part, wanted),
        () => undefined,
      );
      rows?.forEach(held.remember);
      changed.push(...(rows ?? held.holdChange(part, wanted)));
    }
    return changed;
  };

  /** Undefined where the database does not answer. */
  const readPages = async (
    limit: number,
    before: number,
    filter: AlertFilter,
  ): Promise<StoredAlerts | undefined> => {
    const alerts: Alert[] = [];
    const faults: Fault[] = [];
    for (let upTo = before; ;) {
      const size = Math.min(limit - alerts.length, PAGE);
      const page = await ask(
        (stored) => stored.newest(size, upTo, filter),
        () => undefined,
      );
      if (!page) return undefined;
      alerts.push(...page.alerts);
      faults.push(...page.faults);
      const last = page.alerts.at(-1);
      if (page.older === 'none' || !last || alerts.length >= limit) {
        return { alerts, faults, older: page.older };
      }
      // Between two milliseconds there is none that would come in addition to the limit.
      upTo = last.createdAt - 0.5;
    }
  };

  const saveAlerts = (entries: readonly Unsaved[]): Promise<void> => {
    const write = async (part: readonly Unsaved[]): Promise<void> => {
      const accounts = part.flatMap(({ alert }) => alert ?? []);
      await database.run((alerts) => alerts.upsert(accounts));
      held.noteSaved(part);
    };
    return writeEach(entries, write, () => database.isOpen);
  };

  /** Those that are only changes, by the change: all that were dismissed at once are one. */
  const saveChanges = async (entries: readonly Unsaved[]): Promise<void> => {
    const idsByChange = new Map<AlertChange, string[]>();
    for (const { id, changes } of entries) {
      for (const wanted of changes) {
        const ids = idsByChange.get(wanted) ?? [];
        idsByChange.set(wanted, ids);
        ids.push(id);
      }
    }
    for (const [wanted, ids] of idsByChange) {
      const write = (part: readonly string[]) =>
        database.run(async (alerts) => void (await alerts.change(part, wanted)));
      await writeEach(ids, write, () => database.isOpen);
    }
    held.noteSaved(entries);
  };

  return {
    async add(alert) {
      const { id } = alert;
      const keep = (): Alert => {
        const known = held.get(id);
        if (!known) held.hold(alert);
        return known ?? alert;
      };
      if (held.isUnsaved(id)) return keep();
      const stored = await ask((alerts) => alerts.add(alert), keep);
      if (!held.isUnsaved(id)) held.remember(stored);
      return stored;
    },
    change,
    async newest(limit, before = Infinity, filter = {}) {
      const page = await readPages(limit, before, filter);
      if (!page) {
        return { alerts: held.newest(limit, before, filter), faults: [], older: 'unknown' };
      }
      if (before === Infinity) page.alerts.toReversed().forEach(held.remember);
      return held.complete(page, limit, before, filter);
    },
    async untold() {
      const stored = await ask(
        (alerts) => alerts.untold(),
        () => [],
      );
      const page: StoredAlerts = { alerts: stored, faults: [], older: 'some' };
      return held.complete(page, Infinity, Infinity, {}).alerts.filter(isUntold);
    },
    async takeIn(accounts, toldAt) {
      const whenNew = (alert: Alert): Alert => ({
        ...alert,
        announcedAt: alert.announcedAt ?? toldAt,
      });
      const oldestFirst = accounts.toSorted((a, b) => a.createdAt - b.createdAt);
      for (const part of chunksOf(oldestFirst)) {
        await ask(
          (alerts) => alerts.upsert(part, whenNew),
          () => part.map(whenNew).forEach(held.hold),
        );
      }
    },
    async save() {
      const entries = held.unsaved();
      await allOf([
        saveAlerts(entries.filter(({ alert }) => alert !== undefined)),
        saveChanges(entries.filter(({ alert }) => alert === undefined)),
      ]);
    },
    async trim() {
      let isTrimmed = false;
      while (!isTrimmed) isTrimmed = await database.run((alerts) => alerts.trim(MOST_STORED));
    },
  };
}

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
