import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * What Tocsin keeps in IndexedDB. Rows are `unknown` on the way out: whatever is read from disk is
 * parsed before it is believed.
 */
interface TocsinSchema extends DBSchema {
  alerts: { key: string; value: unknown; indexes: { createdAt: number } };
  rules: { key: string; value: unknown };
  /** Single values by name: `settings`, `watchlist`, `attempts`, `judged`. */
  values: { key: string; value: unknown };
}

export type Database = IDBPDatabase<TocsinSchema>;

const VERSION = 1;

/**
 * Opens (and on the first visit makes) the database. Rejects where the browser gives none: private
 * windows, a full disk, a version from the future.
 * `onLost` is called when the browser takes it away later.
 */
export function openDatabase(name: string, onLost: (reason: string) => void): Promise<Database> {
  return openDB<TocsinSchema>(name, VERSION, {
    upgrade(database) {
      database.createObjectStore('alerts', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      database.createObjectStore('rules', { keyPath: 'id' });
      database.createObjectStore('values');
    },
    blocking(_current, next, event) {
      // Make room rather than block a newer version of the app in another tab, or a deletion.
      (event.target as IDBDatabase).close();
      onLost(
        next === null
          ? 'the database is being deleted'
          : 'a newer version of Tocsin in another tab needs the database',
      );
    },
    terminated: () => onLost('the browser closed the database'),
  });
}
