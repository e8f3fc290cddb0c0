import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * What Tocsin keeps in IndexedDB. Rows are `unknown` on the way out: whatever is read from disk is
 * parsed before it is believed.
 */
export interface TocsinSchema extends DBSchema {
  alerts: {
    key: string;
    value: unknown;
    indexes: {
      createdAt: number;
      /** One symbol's alerts by time, so that a filter reads nothing else; then one rule's. */
      symbol: [string, number];
      indicator: [string, number];
      /** Only rows of alerts that are still to be told are in it (`UNTOLD`). */
      untold: number;
    };
  };
  rules: { key: string; value: unknown };
  /** Series of candles in columns, by exchange, symbol and interval. */
  candles: { key: string; value: unknown };
  /** Single values by name: `settings`, `watchlist`, `attempts`, `judged`, `coverage`. */
  values: { key: string; value: unknown };
}

export type Database = IDBPDatabase<TocsinSchema>;

/** `onLost` is called when the browser takes the database away later. Rejects where it gives none. */
export type OpenDatabase = (onLost: (reason: string) => void) => Promise<Database>;

/** The mark of a row whose alert is still to be told. */
export const UNTOLD = 1;

const VERSION = 3;

/**
 * Opens (and on the first visit makes) the database. Rejects where the browser gives none: private
 * windows, a full disk, a version from the future. `onLost`: as in `OpenDatabase`.
 */
export function openDatabase(name: string, onLost: (reason: string) => void): Promise<Database> {
  return openDB<TocsinSchema>(name, VERSION, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        const made = database.createObjectStore('alerts', { keyPath: 'id' });
        made.createIndex('createdAt', 'createdAt');
        database.createObjectStore('rules', { keyPath: 'id' });
        database.createObjectStore('values');
      }
      if (oldVersion < 2) {
        const alerts = transaction.objectStore('alerts');
        alerts.createIndex('symbol', ['symbol', 'createdAt']);
        alerts.createIndex('indicator', ['indicator', 'createdAt']);
      }
      if (oldVersion < 3) {
        transaction.objectStore('alerts').createIndex('untold', 'untold');
        database.createObjectStore('candles');
      }
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
