import { mergeAlerts } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { parseAlert } from '../../domain/parse-alert.ts';
import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';
import type { AlertStore } from '../alerts/alert-store.ts';
import type { Database } from './database.ts';

/**
 * Alerts in IndexedDB. Tabs share it; each operation is one transaction, so none is lost to a race.
 * The end of a transaction is awaited together with its work: where both fail, neither failure is
 * left unhandled.
 */
export function createIndexedAlertStore(database: Database): AlertStore {
  return {
    async add(alert) {
      const { store, done } = database.transaction('alerts', 'readwrite');
      const addIfAbsent = async (): Promise<Alert> => {
        const stored = parseAlert(await store.get(alert.id));
        if (stored.ok) return stored.value;
        await store.put(alert);
        return alert;
      };
      const [kept] = await Promise.all([addIfAbsent(), done]);
      return kept;
    },

    async change(ids, change) {
      const { store, done } = database.transaction('alerts', 'readwrite');
      const changeEach = async (): Promise<readonly Alert[]> => {
        const changed: Alert[] = [];
        for (const id of ids) {
          const stored = parseAlert(await store.get(id));
          if (!stored.ok) continue;
          const alert = mergeAlerts(stored.value, { ...stored.value, ...change });
          await store.put(alert);
          changed.push(alert);
        }
        return changed;
      };
      const [changed] = await Promise.all([changeEach(), done]);
      return changed;
    },

    async newest(limit, before = Infinity) {
      const { store, done } = database.transaction('alerts');
      const readBack = async () => {
        const index = store.index('createdAt');
        const alerts: Alert[] = [];
        const faults: Fault[] = [];
        if (before === Infinity) {
          const outside = (await store.count()) - (await index.count());
          if (outside > 0) faults.push(fault('alerts', outside, 'rows with a time of creation'));
        }
        let older = 0;
        let last = before;
        const range = before === Infinity ? null : IDBKeyRange.upperBound(before);
        let cursor = await index.openCursor(range, 'prev');
        while (cursor && (older < limit || cursor.key === last)) {
          const parsed = parseAlert(cursor.value, `alert ${cursor.primaryKey}`);
          if (parsed.ok) {
            alerts.push(parsed.value);
            last = parsed.value.createdAt;
            if (last < before) older++;
          } else faults.push(...parsed.faults);
          cursor = await cursor.continue();
        }
        return { alerts, faults };
      };
      const [read] = await Promise.all([readBack(), done]);
      return read;
    },
  };
}
