import { committed } from './committed.ts';
import type { Database } from './database.ts';

/** Where a row of the profile is kept: a single value by its name, a rule by its id. */
export interface RowName {
  readonly store: 'values' | 'rules';
  readonly key: string;
}

/** `row` is undefined where it is, or is to be, deleted. */
export interface ProfileRow extends RowName {
  readonly row: unknown;
}

export interface ProfileRows {
  readonly values: ReadonlyMap<string, unknown>;
  readonly rules: ReadonlyMap<string, unknown>;
}

export async function readProfileRows(database: Database): Promise<ProfileRows> {
  const transaction = database.transaction(['values', 'rules']);
  const read = async (store: RowName['store']): Promise<ReadonlyMap<string, unknown>> => {
    const rows = transaction.objectStore(store);
    const [keys, found] = await Promise.all([rows.getAllKeys(), rows.getAll()]);
    return new Map(keys.map((key, index) => [key, found[index]]));
  };
  const found = [read('values'), read('rules')] as const;
  const [values, rules] = await Promise.all([...found, committed(transaction)]);
  return { values, rules };
}

/** In one transaction: what the database refuses, it refuses altogether. */
export async function writeProfileRows(
  database: Database,
  rows: readonly ProfileRow[],
): Promise<void> {
  const transaction = database.transaction(['values', 'rules'], 'readwrite');
  const write = async ({ store, key, row }: ProfileRow): Promise<void> => {
    if (row === undefined) await transaction.objectStore(store).delete(key);
    else if (store === 'rules') await transaction.objectStore(store).put(row);
    else await transaction.objectStore(store).put(row, key);
  };
  const written = rows.map(write);
  await Promise.all([...written, committed(transaction)]);
}
