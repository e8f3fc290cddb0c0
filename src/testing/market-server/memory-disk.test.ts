/** The simulated disk against a faithful IndexedDB: what the app relies on is the same in both. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../engine/store/database.ts';
import type { Database } from '../../engine/store/database.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { createTimeLine } from './time-line.ts';

function createStage() {
  const line = createTimeLine(0);
  const disk = createMemoryDisk(line);
  const process = line.openProcess((error) => {
    throw error;
  });
  const losses: string[] = [];
  const open = (): Promise<Database> => disk.open(process, (reason) => losses.push(reason));
  const settle = async <T>(work: Promise<T>): Promise<T> => {
    const outcome = Promise.allSettled([work]);
    await line.run(1_000);
    const [result] = await outcome;
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };
  return { line, disk, process, losses, open, settle };
}

type Story = (database: Database) => Promise<unknown>;

const ALERTS = [
  { id: 'b', createdAt: 3, symbol: 'X' },
  { id: 'a', createdAt: 3, symbol: 'Y' },
  { id: 'd', createdAt: 1, symbol: 'X' },
  { id: 'c', createdAt: 2, symbol: 'Y' },
  { id: 'e', createdAt: 4 },
];

async function withAlerts(database: Database): Promise<void> {
  const { store, done } = database.transaction('alerts', 'readwrite');
  await Promise.all([...ALERTS.map((alert) => store.put(alert)), done]);
}

const STORIES: Readonly<Record<string, Story>> = {
  'single values': async (database) => {
    await database.put('values', { deep: [1] }, 'key');
    await database.put('values', { deep: [2] }, 'key');
    return [await database.get('values', 'key'), await database.get('values', 'other')];
  },
  'rows by key': async (database) => {
    await withAlerts(database);
    await database.delete('alerts', 'c');
    return [await database.getAll('alerts'), await database.count('alerts')];
  },
  'an index, newest first': async (database) => {
    await withAlerts(database);
    const { store, done } = database.transaction('alerts');
    const walk = async (): Promise<unknown[]> => {
      const seen: unknown[] = [];
      const range = IDBKeyRange.upperBound(2);
      for (const within of [null, range]) {
        let cursor = await store.index('createdAt').openCursor(within, 'prev');
        while (cursor) {
          seen.push([cursor.key, cursor.primaryKey, cursor.value]);
          cursor = await cursor.continue();
        }
      }
      return seen;
    };
    const [seen] = await Promise.all([walk(), done]);
    return seen;
  },
  'an index of two fields': async (database) => {
    await withAlerts(database);
    const { store, done } = database.transaction('alerts');
    const read = async (): Promise<unknown> => {
      const index = store.index('symbol');
      const range = IDBKeyRange.bound(['X', 1], ['X', 3], false, true);
      const end = await index.openKeyCursor(IDBKeyRange.bound(['Y', 0], ['Y', 9]), 'prev');
      const last = end?.primaryKey;
      const before = await end?.advance(1);
      return [await index.getAll(range), last, before?.key, await index.count()];
    };
    const [answer] = await Promise.all([read(), done]);
    return answer;
  },
  'a transaction that is aborted': async (database) => {
    await withAlerts(database);
    const transaction = database.transaction('alerts', 'readwrite');
    await transaction.store.put({ id: 'a', createdAt: 99 });
    await transaction.store.delete('b');
    transaction.abort();
    const [end] = await Promise.allSettled([transaction.done]);
    return [end.status, await database.getAll('alerts')];
  },
  'transactions one after another': async (database) => {
    const addOne = async (): Promise<void> => {
      const { store, done } = database.transaction('values', 'readwrite');
      const count = async (): Promise<void> => {
        const before = Number((await store.get('count')) ?? 0);
        await store.put(before + 1, 'count');
      };
      await Promise.all([count(), done]);
    };
    await Promise.all([addOne(), addOne(), addOne()]);
    return database.get('values', 'count');
  },
};

describe('the simulated disk', () => {
  it.each(Object.entries(STORIES))(
    'tells the story of %s as IndexedDB does',
    async (name, story) => {
      globalThis.indexedDB = new IDBFactory();
      const faithful = await story(await openDatabase(name, () => undefined));
      const { open, settle } = createStage();
      expect(await settle(open().then(story))).toEqual(faithful);
    },
  );

  it('undoes what a killed process had not finished, and lets others go on', async () => {
    const { line, disk, process, open, settle } = createStage();
    const database = await settle(open());
    const { store } = database.transaction('alerts', 'readwrite');
    let sizeBefore = 0;
    void store.put({ id: 'a', createdAt: 1 }).then(() => {
      sizeBefore = disk.rows.alerts.size;
      process.kill();
    });
    await line.run(10);
    expect(sizeBefore).toBe(1);
    expect(disk.rows.alerts.size).toBe(0);
    const other = line.openProcess(() => undefined);
    const next = await settle(disk.open(other, () => undefined));
    await settle(next.put('alerts', { id: 'b', createdAt: 1 }));
    expect([...disk.rows.alerts.keys()]).toEqual(['b']);
  });

  it('fails a step as asked, and nothing of its transaction is left', async () => {
    const { disk, open, settle } = createStage();
    const database = await settle(open());
    disk.fail('commit', 'reject');
    await expect(settle(database.put('values', 1, 'key'))).rejects.toThrow('the disk is full');
    expect(disk.rows.values.size).toBe(0);
    disk.repair();
    await settle(database.put('values', 2, 'key'));
    expect(disk.rows.values.get('key')).toBe(2);
  });

  it('that hangs answers with an error once it is repaired', async () => {
    const { line, disk, open, settle } = createStage();
    const database = await settle(open());
    disk.fail('values.put', 'hang');
    let outcome = 'waiting';
    database.put('values', 1, 'key').catch(() => (outcome = 'failed'));
    await line.run(60_000);
    expect(outcome).toBe('waiting');
    disk.repair();
    await line.run(1);
    expect(outcome).toBe('failed');
  });

  it('tells everyone who has it open when it is taken away', async () => {
    const { line, disk, losses, open, settle } = createStage();
    const database = await settle(open());
    disk.lose('deleted');
    await line.run(1);
    expect(losses).toEqual(['deleted']);
    expect(() => database.transaction('alerts')).toThrow('closed');
  });
});
