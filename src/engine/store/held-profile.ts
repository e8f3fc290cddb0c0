import type { Watchlist } from '../../domain/watchlist.ts';
import { createHeldTable } from './held-table.ts';
import { mergeLate } from './late-merge.ts';
import type { ProfileRow, ProfileRows, RowName } from './profile-rows.ts';

/**
 * The rows of the profile as memory holds them: the engine goes on with these whatever becomes of the
 * database, and a new database is filled from them.
 */
export interface HeldProfile {
  readonly rows: ProfileRows;
  /** Whether the database has been read, once at least. */
  readonly isLoaded: boolean;
  /** Whether an engine goes on with what it was told of `rows`. */
  readonly isTold: boolean;
  /**
   * Answers the row that is now held. While the engine does not know what came late from the database,
   * it is merged with that (`mergeLate`).
   */
  save(row: ProfileRow): ProfileRow;
  /** As it is given: it is never merged with what comes late. */
  replace(row: ProfileRow): void;
  unsaved(): readonly ProfileRow[];
  noteSaved(rows: readonly ProfileRow[]): void;
  /** What the database holds. Late, the first time, is what comes after the engine was told `rows`. */
  take(stored: ProfileRows): void;
  holdAll(): void;
  noteTold(): void;
}

export function createHeldProfile(firstWatchlist: Watchlist): HeldProfile {
  const tables = { values: createHeldTable(), rules: createHeldTable() };
  let isLoaded = false;
  let isTold = false;
  /** The engine has begun without what the database holds. */
  let isBehind = false;

  /** Values that were replaced before the database has been read. */
  const replaced = new Set<string>();

  const merged = ({ store, key, row }: ProfileRow, stored: unknown): unknown => {
    if (store === 'rules' || stored === undefined || replaced.has(key)) return row;
    return mergeLate(key, row, stored, firstWatchlist);
  };

  const set = ({ store, key, row }: ProfileRow): void => tables[store].set(key, row);

  const unsaved = (): readonly ProfileRow[] =>
    (['values', 'rules'] as const).flatMap((store) =>
      [...tables[store].unsaved()].map(([key, row]) => ({ store, key, row })),
    );

  const rowOf = ({ store, key }: RowName): unknown => tables[store].rows.get(key);

  return {
    get rows() {
      return { values: tables.values.rows, rules: tables.rules.rows };
    },
    get isLoaded() {
      return isLoaded;
    },
    get isTold() {
      return isTold;
    },
    save(change) {
      const row = isBehind ? merged(change, rowOf(change)) : change.row;
      set({ ...change, row });
      return { ...change, row };
    },
    replace(row) {
      if (!isLoaded && row.store === 'values') replaced.add(row.key);
      set(row);
    },
    unsaved,
    noteSaved(rows) {
      for (const { store, key, row } of rows) tables[store].noteSaved(key, row);
    },
    take(stored) {
      if (!isLoaded) {
        for (const change of unsaved()) {
          set({ ...change, row: merged(change, stored[change.store].get(change.key)) });
        }
        isBehind = isTold && stored.values.size + stored.rules.size > 0;
      }
      isLoaded = true;
      tables.values.take(stored.values);
      tables.rules.take(stored.rules);
    },
    holdAll() {
      tables.values.holdAll();
      tables.rules.holdAll();
    },
    noteTold() {
      isTold = true;
      isBehind = false;
    },
  };
}
