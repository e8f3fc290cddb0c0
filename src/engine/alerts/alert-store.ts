import type { AlertFilter } from '../../domain/alert-filter.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Fault } from '../../domain/result.ts';

/** What may change in an alert after it was raised. */
export type AlertChange = Partial<Pick<Alert, 'status' | 'dismissedAt' | 'announcedAt'>>;

export interface StoredAlerts {
  /** Newest first. */
  readonly alerts: readonly Alert[];
  /** Rows that could not be read: skipped, left where they are. */
  readonly faults: readonly Fault[];
  /** Whether older ones match: unknown where the database does not answer and only memory does. */
  readonly older: 'none' | 'some' | 'unknown';
}

/**
 * Where alerts outlive the page, as the engine sees it: nothing here rejects or takes longer than
 * the patience with a database that hangs (`createStorage`).
 */
export interface AlertStore {
  /** Stores an alert unless its id is there already; answers the one that is there now. */
  add(alert: Alert): Promise<Alert>;
  /**
   * Applies a change to stored alerts and answers them as they are now. Unknown ids are left out;
   * what is final in a row stays (`mergeAlerts`).
   */
  change(ids: readonly string[], change: AlertChange): Promise<readonly Alert[]>;
  /**
   * The newest `limit` matching alerts created before `before`, and all that were created in the very
   * millisecond of `before` or of the last one: a burst that shares its time is never cut in two.
   */
  newest(limit: number, before?: number, filter?: AlertFilter): Promise<StoredAlerts>;
  /** Those that are still to be told, however old: 1,000 of them where there are more. */
  untold(): Promise<readonly Alert[]>;
}
