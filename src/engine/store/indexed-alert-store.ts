import { isUntold, mergeAlerts } from '../../domain/alert.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import type { Alert } from '../../domain/alert.ts';
import { parseAlert } from '../../domain/parse-alert.ts';
import type { AlertChange, StoredAlerts } from '../alerts/alert-store.ts';
import { committed } from './committed.ts';
import { UNTOLD } from './database.ts';
import type { Database } from './database.ts';
import { readNewest } from './read-newest.ts';

/** In one transaction, so that none holds up an alert for long. */
const MOST_TRIMMED = 1_000;
const MOST_UNTOLD = 1_000;

/** The stored form: an index finds those that are still to be told. */
function rowOf(alert: Alert): Alert & { readonly untold?: number } {
  return isUntold(alert) ? { ...alert, untold: UNTOLD } : alert;
}

/**
 * Alerts in one IndexedDB database. Each operation is one transaction, so none is lost to a race, and
 * all may reject. The end of a transaction is awaited together with its work: where both fail, neither
 * failure is left unhandled.
 */
export interface IndexedAlertStore {
  /** As in `AlertStore`. */
  add(alert: Alert): Promise<Alert>;
  change(ids: readonly string[], change: AlertChange): Promise<readonly Alert[]>;
  newest(limit: number, before?: number, filter?: AlertFilter): Promise<StoredAlerts>;
  untold(): Promise<readonly Alert[]>;
  /**
   * Stores accounts of alerts from elsewhere: one whose id is there is merged into its row, another is
   * stored as `whenNew` makes it. The same accounts again, or in another order, change nothing.
   */
  upsert(accounts: readonly Alert[], whenNew?: (alert: Alert) => Alert): Promise<void>;
  /** Deletes the oldest beyond the newest `most`, some at a time; false where there are more of them. */
  trim(most: number): Promise<boolean>;
  isEmpty(): Promise<boolean>;
}

export function createIndexedAlertStore(database: Database): IndexedAlertStore {
  /** Puts what `becomes` makes of each row that is there (or undefined), all in one transaction. */
  const rewrite = async <T extends { readonly id: string }>(
    items: readonly T[],
    becomes: (item: T, stored: Alert | undefined) => Alert | undefined,
  ): Promise<readonly Alert[]> => {
    const transaction = database.transaction('alerts', 'readwrite');
    const { store, done } = transaction;
    const rewriteEach = async (): Promise<readonly Alert[]> => {
      const rows = await Promise.all(items.map(({ id }) => store.get(id)));
      const written = new Map<string, Alert>();
      for (const [index, item] of items.entries()) {
        const stored = parseAlert(rows[index]);
        const alert = becomes(item, written.get(item.id) ?? (stored.ok ? stored.value : undefined));
        if (alert) written.set(item.id, alert);
      }
      const alerts = [...written.values()];
      // What cannot be cloned throws at once: it has to end here like any other failure.
      const put = alerts.map(async (alert) => store.put(rowOf(alert)));
      await Promise.all([...put, committed(transaction)]);
      return alerts;
    };
    const [alerts] = await Promise.all([rewriteEach(), done]);
    return alerts;
  };

  return {
    async add(alert) {
      const transaction = database.transaction('alerts', 'readwrite');
      const { store, done } = transaction;
      const addIfAbsent = async (): Promise<Alert> => {
        const stored = parseAlert(await store.get(alert.id));
        if (stored.ok) return stored.value;
        const put = store.put(rowOf(alert));
        await Promise.all([put, committed(transaction)]);
        return alert;
      };
      const [kept] = await Promise.all([addIfAbsent(), done]);
      return kept;
    },
    change: (ids, change) =>
      rewrite(
        ids.map((id) => ({ id })),
        (_, stored) => stored && mergeAlerts(stored, { ...stored, ...change }),
      ),
    newest: (limit, before = Infinity, filter = {}) => readNewest(database, limit, before, filter),
    async untold() {
      const transaction = database.transaction('alerts');
      const found = transaction.store.index('untold').getAll(UNTOLD, MOST_UNTOLD);
      const [rows] = await Promise.all([found, committed(transaction)]);
      return rows.flatMap((row) => {
        const parsed = parseAlert(row);
        return parsed.ok ? [parsed.value] : [];
      });
    },
    async upsert(accounts, whenNew = (alert) => alert) {
      await rewrite(accounts, (account, stored) =>
        stored ? mergeAlerts(stored, account) : whenNew(account),
      );
    },
    async trim(most) {
      const transaction = database.transaction('alerts', 'readwrite');
      const { store, done } = transaction;
      const trimOldest = async (): Promise<boolean> => {
        const index = store.index('createdAt');
        const excess = (await index.count()) - most;
        if (excess <= 0) return true;
        const oldest = await index.getAllKeys(null, Math.min(excess, MOST_TRIMMED));
        const deleted = oldest.map((id) => store.delete(id));
        await Promise.all([...deleted, committed(transaction)]);
        return excess <= MOST_TRIMMED;
      };
      const [isTrimmed] = await Promise.all([trimOldest(), done]);
      return isTrimmed;
    },
    async isEmpty() {
      const transaction = database.transaction('alerts');
      const key = transaction.store.getKey(IDBKeyRange.lowerBound(''));
      const [first] = await Promise.all([key, committed(transaction)]);
      return first === undefined;
    },
  };
}
