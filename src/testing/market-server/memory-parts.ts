/** What the parts of the simulated disk know of each other. */
import type { Process } from './time-line.ts';

/** The key path of each store; null where keys are given. */
export const STORES = { alerts: 'id', rules: 'id', values: null, candles: null } as const;
export type StoreName = keyof typeof STORES;
/** Fields of the indexes of alerts; several make a compound key. */
export const INDEXES: Readonly<Record<string, readonly string[]>> = {
  createdAt: ['createdAt'],
  symbol: ['symbol', 'createdAt'],
  indicator: ['indicator', 'createdAt'],
  untold: ['untold'],
};
export type Rows = Map<string, unknown>;

export type DiskFailure = 'reject' | 'hang';

/** Calls back when no earlier transaction stands in the way; answers how to end this one. */
export type Begin = (
  names: readonly string[],
  isWriting: boolean,
  onActive: () => void,
) => () => void;

export interface DatabaseParts {
  readonly process: Process;
  readonly rows: Readonly<Record<StoreName, Rows>>;
  readonly failureAt: (step: string) => DiskFailure | undefined;
  readonly begin: Begin;
  /** A request that does not answer; `fail` ends the wait for it. */
  readonly onHung: (fail: () => void) => void;
}
