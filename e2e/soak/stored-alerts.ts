/** What the app has stored, read from the browser's database as it stands. */
import type { Page } from '@playwright/test';

export interface StoredAlert {
  readonly id: string;
  readonly late: boolean;
  readonly announcedAt: number | null;
}

/** As the app names the database of a local exchange. */
const DATABASE = 'tocsin-local';

export function storedAlerts(page: Page): Promise<StoredAlert[]> {
  return page.evaluate(
    (name) =>
      new Promise<StoredAlert[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        // There is none: nothing is stored, and it is the app that makes it.
        opening.addEventListener('upgradeneeded', () => {
          opening.transaction?.abort();
          resolve([]);
        });
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const all = database.transaction('alerts').objectStore('alerts').getAll();
          all.addEventListener('error', () => reject(all.error));
          all.addEventListener('success', () => {
            database.close();
            const rows = all.result as StoredAlert[];
            resolve(rows.map(({ id, late, announcedAt }) => ({ id, late, announcedAt })));
          });
        });
      }),
    DATABASE,
  );
}

/** Writes rules and settings as an earlier visit would have left them. The next start reads them. */
export function storeProfile(
  page: Page,
  rules: readonly object[],
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  return page.evaluate(
    ([name, rows, values]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction(['rules', 'values'], 'readwrite');
          for (const row of rows) transaction.objectStore('rules').put(row);
          transaction.objectStore('values').put(values, 'settings');
          transaction.addEventListener('error', () => reject(transaction.error));
          transaction.addEventListener('complete', () => {
            database.close();
            resolve();
          });
        });
      }),
    [DATABASE, rules, settings] as const,
  );
}
