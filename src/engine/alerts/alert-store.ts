import type { Alert } from '../../domain/alert.ts';
import type { Fault } from '../../domain/result.ts';

/** What may change in an alert after it was raised. */
export type AlertChange = Partial<Pick<Alert, 'status' | 'dismissedAt' | 'announcedAt'>>;

export interface StoredAlerts {
  /** Newest first. */
  readonly alerts: readonly Alert[];
  /** Rows that could not be read: skipped, left where they are. */
  readonly faults: readonly Fault[];
}

/** Where alerts outlive the page. Every operation is one transaction; all may reject. */
export interface AlertStore {
  /** Stores an alert unless its id is there already; answers the one that is stored now. */
  add(alert: Alert): Promise<Alert>;
  /**
   * Applies a change to stored alerts and answers them as they are now. Unknown ids are left out;
   * what is final in a row stays (`mergeAlerts`).
   */
  change(ids: readonly string[], change: AlertChange): Promise<readonly Alert[]>;
  /**
   * The newest `limit` alerts created before `before`, and all that were created in the very
   * millisecond of `before` or of the last one: a burst that shares its time is never cut in two.
   */
  newest(limit: number, before?: number): Promise<StoredAlerts>;
}

/** Keeps nothing: for browsers that give no database. Memory alone holds the history then. */
export const NO_ALERT_STORE: AlertStore = {
  add: (alert) => Promise.resolve(alert),
  change: () => Promise.resolve([]),
  newest: () => Promise.resolve({ alerts: [], faults: [] }),
};
