import { mergeAlerts } from '../domain/alert.ts';
import type { Alert } from '../domain/alert.ts';
import type { AlertStore } from '../engine/alerts/alert-store.ts';

export type StoreStep = keyof AlertStore;

export interface FakeAlertStore extends AlertStore {
  readonly rows: Map<string, Alert>;
  /** Every call in the order in which it came: `add`, `change`, `newest`. */
  readonly calls: readonly StoreStep[];
  /** From now on the steps given reject, or never answer. */
  fail(how: 'reject' | 'hang', ...steps: readonly StoreStep[]): void;
  /** Every step works again; those that hung stay unanswered. */
  repair(): void;
}

/** An alert store in memory; two managers that are given the same one are two tabs. */
export function createFakeAlertStore(initial: readonly Alert[] = []): FakeAlertStore {
  const rows = new Map(initial.map((alert) => [alert.id, alert]));
  const calls: StoreStep[] = [];
  const failures = new Map<StoreStep, 'reject' | 'hang'>();

  const step = async <T>(name: StoreStep, work: () => T): Promise<T> => {
    calls.push(name);
    const failure = failures.get(name);
    if (failure === 'reject') throw new Error(`QuotaExceededError: ${name}`);
    if (failure === 'hang') return new Promise<T>(() => undefined);
    await Promise.resolve();
    return work();
  };

  return {
    rows,
    calls,
    fail(how, ...steps) {
      for (const name of steps) failures.set(name, how);
    },
    repair: () => failures.clear(),
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
    newest: (limit, before = Infinity) =>
      step('newest', () => {
        const alerts = [...rows.values()]
          .filter(({ createdAt }) => createdAt <= before)
          .toSorted((a, b) => b.createdAt - a.createdAt);
        return { alerts: alerts.slice(0, limit), faults: [] };
      }),
  };
}
