import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { openDatabase } from './database.ts';
import { createIndexedAlertStore } from './indexed-alert-store.ts';

let databases = 0;
const newName = () => `database-${databases++}`;

describe('openDatabase', () => {
  it('makes its stores on the first visit and finds them on the next', async () => {
    const name = newName();
    const first = await openDatabase(name, () => undefined);
    await createIndexedAlertStore(first).add(sampleAlert());
    first.close();
    const second = await openDatabase(name, () => undefined);
    expect([...second.objectStoreNames]).toEqual(['alerts', 'candles', 'rules', 'values']);
    expect((await createIndexedAlertStore(second).newest(1)).alerts).toEqual([sampleAlert()]);
  });

  it('finds by its new indexes what an older version has stored', async () => {
    const name = newName();
    const older = await openDB(name, 1, {
      upgrade(database) {
        database
          .createObjectStore('alerts', { keyPath: 'id' })
          .createIndex('createdAt', 'createdAt');
        database.createObjectStore('rules', { keyPath: 'id' });
        database.createObjectStore('values');
      },
    });
    await older.put('alerts', sampleAlert());
    await older.put('values', [1], 'attempts');
    older.close();
    const database = await openDatabase(name, () => undefined);
    const store = createIndexedAlertStore(database);
    for (const filter of [{ symbol: 'BTCUSDT' }, { indicator: 'RSI leaves oversold' }, {}]) {
      expect((await store.newest(1, Infinity, filter)).alerts).toEqual([sampleAlert()]);
    }
    expect(await database.get('values', 'attempts')).toEqual([1]);
  });

  it('rejects a version from the future and leaves it alone', async () => {
    const name = newName();
    const future = await openDB(name, 99, {
      upgrade: (database) => void database.createObjectStore('of-the-future'),
    });
    future.close();
    await expect(openDatabase(name, () => undefined)).rejects.toThrow(/version/i);
    const reopened = await openDB(name);
    expect([...reopened.objectStoreNames]).toEqual(['of-the-future']);
  });

  it('makes room for a newer version in another tab, and says so', async () => {
    const name = newName();
    const lost: string[] = [];
    await openDatabase(name, (reason) => lost.push(reason));
    const newer = await openDB(name, 99);
    expect(newer.version).toBe(99);
    expect(lost).toEqual(['a newer version of Tocsin in another tab needs the database']);
  });

  it('does not stand in the way of being deleted, says so, and rejects from then on', async () => {
    const name = newName();
    const lost: string[] = [];
    const database = await openDatabase(name, (reason) => lost.push(reason));
    await deleteDB(name);
    expect(lost).toEqual(['the database is being deleted']);
    await expect(createIndexedAlertStore(database).add(sampleAlert())).rejects.toMatchObject({
      name: 'InvalidStateError',
    });
  });
});
