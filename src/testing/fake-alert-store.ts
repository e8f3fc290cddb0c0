import { isMatch } from '../domain/alert-filter.ts';
import { isUntold, mergeAlerts } from '../domain/alert.ts';
import type { Alert } from '../domain/alert.ts';
import type { AlertStore } from '../engine/alerts/alert-store.ts';

export type StoreStep = keyof AlertStore;

export interface FakeAlertStore extends AlertStore {
  readonly rows: Map<string, Alert>;
  /** Every call in the order in which it came: `add`, `change`, `newest`, `untold`. */
  readonly calls: readonly StoreStep[];
}

/** An alert store in memory; two managers that are given the same one are two tabs. */
export function createFakeAlertStore(initial: readonly Alert[] = []): FakeAlertStore {
  const rows = new Map(initial.map((alert) => [alert.id, alert]));
  const calls: StoreStep[] = [];

  const step = async <T>(name: StoreStep, work: () => T): Promise<T> => {
    calls.push(name);
    await Promise.resolve();
    return work();
  };

  return {
    rows,
    calls,
    add: (alert) =>
      step('add', () => {
        const stored = rows.get(alert.id) ?? alert;
        rows.set(alert.id, stored);
        return stored;
      }),
    change: (ids, change) =>
      step('change', () =>
        ids.flatMap((id) => {
          const stored = rows.get(id);
          if (!stored) return [];
          const changed = mergeAlerts(stored, { ...stored, ...change });
          rows.set(id, changed);
          return [changed];
        }),
      ),
    newest: (limit, before = Infinity, filter = {}) =>
      step('newest', () => {
        const alerts = [...rows.values()]
          .filter((alert) => alert.createdAt <= before && isMatch(alert, filter))
          .toSorted((a, b) => b.createdAt - a.createdAt);
        const older = alerts.length > limit ? 'some' : 'none';
        return { alerts: alerts.slice(0, limit), faults: [], older };
      }),
    untold: () => step('untold', () => [...rows.values()].filter(isUntold)),
  };
}
