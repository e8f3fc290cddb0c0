import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import { describeFault } from '../../domain/result.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { openDatabase } from './database.ts';
import { createIndexedAlertStore } from './indexed-alert-store.ts';

let databases = 0;

async function openTabs() {
  const name = `alerts-${databases++}`;
  const database = await openDatabase(name, () => undefined);
  const other = await openDatabase(name, () => undefined);
  return {
    database,
    store: createIndexedAlertStore(database),
    otherStore: createIndexedAlertStore(other),
  };
}

const alertAt = (createdAt: number, id = `at-${createdAt}`): Alert =>
  sampleAlert({ id, createdAt });

describe('adding', () => {
  it('stores an alert and answers that very alert', async () => {
    const { store } = await openTabs();
    const alert = sampleAlert();
    expect(await store.add(alert)).toBe(alert);
    expect(await store.newest(10)).toEqual({ alerts: [alert], faults: [], older: 'none' });
  });

  it('an id that is there already keeps its row, whatever became of it', async () => {
    const { store, otherStore } = await openTabs();
    const first = sampleAlert({ announcedAt: 5 });
    await store.add(first);
    expect(await otherStore.add(sampleAlert({ strength: 0.1 }))).toEqual(first);
    expect((await store.newest(10)).alerts).toEqual([first]);
  });

  it('two tabs at once agree on one row', async () => {
    const { store, otherStore } = await openTabs();
    const [mine, theirs] = await Promise.all([
      store.add(sampleAlert({ createdAt: 1 })),
      otherStore.add(sampleAlert({ createdAt: 2 })),
    ]);
    expect(mine).toEqual(theirs);
    expect((await store.newest(10)).alerts).toEqual([mine]);
  });

  it('puts an alert in the place of a row that cannot be read', async () => {
    const { database, store } = await openTabs();
    const alert = sampleAlert();
    await database.put('alerts', { id: alert.id, createdAt: alert.createdAt });
    expect(await store.add(alert)).toEqual(alert);
    expect(await store.newest(10)).toEqual({ alerts: [alert], faults: [], older: 'none' });
  });

  it('what cannot be stored rejects, and leaves nothing behind', async () => {
    const { store } = await openTabs();
    const alert = { ...sampleAlert(), message: (() => '') as unknown as string };
    await expect(store.add(alert)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await store.newest(10)).toEqual({ alerts: [], faults: [], older: 'none' });
  });
});

describe('changing', () => {
  it('changes the rows that are there and answers them as they are now', async () => {
    const { store } = await openTabs();
    await store.add(alertAt(1));
    await store.add(alertAt(2));
    const changed = await store.change(['at-2', 'unknown', 'at-1'], { announcedAt: 9 });
    expect(changed).toEqual([
      { ...alertAt(2), announcedAt: 9 },
      { ...alertAt(1), announcedAt: 9 },
    ]);
    expect((await store.newest(10)).alerts).toEqual(changed);
  });

  it('two tabs at once lose neither change', async () => {
    const { store, otherStore } = await openTabs();
    await store.add(alertAt(1));
    await Promise.all([
      store.change(['at-1'], { status: 'DISMISSED', dismissedAt: 7 }),
      otherStore.change(['at-1'], { announcedAt: 8 }),
      otherStore.change(['at-1'], { status: 'EXPIRED' }),
    ]);
    expect((await store.newest(1)).alerts).toEqual([
      { ...alertAt(1), status: 'DISMISSED', dismissedAt: 7, announcedAt: 8 },
    ]);
  });

  it('the first announcement counts', async () => {
    const { store } = await openTabs();
    await store.add(alertAt(1));
    await store.change(['at-1'], { announcedAt: 8 });
    await store.change(['at-1'], { announcedAt: 9 });
    expect((await store.newest(1)).alerts[0]?.announcedAt).toBe(8);
  });

  it('a row that cannot be read stays as it is', async () => {
    const { database, store } = await openTabs();
    const row = { ...alertAt(1), price: '-1' };
    await database.put('alerts', row);
    expect(await store.change(['at-1'], { status: 'DISMISSED' })).toEqual([]);
    expect(await database.get('alerts', 'at-1')).toEqual(row);
  });
});

describe('accounts from elsewhere', () => {
  it('are stored where they are new, and merged where they are not, in any order', async () => {
    const { store } = await openTabs();
    const told = { ...alertAt(1), announcedAt: 5 };
    const dismissed: Alert = { ...alertAt(1), status: 'DISMISSED', dismissedAt: 7 };
    await store.upsert([alertAt(2), told]);
    await store.upsert([dismissed, alertAt(2), dismissed]);
    await store.upsert([told]);
    expect((await store.newest(10)).alerts).toEqual([alertAt(2), { ...dismissed, announcedAt: 5 }]);
  });

  it('may be stored otherwise where they are new', async () => {
    const { store } = await openTabs();
    await store.add(alertAt(1));
    await store.upsert([alertAt(1), alertAt(2)], (alert) => ({ ...alert, announcedAt: 9 }));
    const times = (await store.newest(10)).alerts.map(({ announcedAt }) => announcedAt);
    expect(times).toEqual([9, null]);
  });
});

describe('a history that has grown too long', () => {
  it('loses its oldest alerts, a thousand at a time', async () => {
    const { database, store } = await openTabs();
    expect(await store.isEmpty()).toBe(true);
    await store.upsert(Array.from({ length: 1_050 }, (_, time) => alertAt(time)));
    expect(await store.trim(1_050)).toBe(true);
    expect(await store.trim(20)).toBe(false);
    expect(await store.trim(20)).toBe(true);
    const { alerts } = await store.newest(Infinity);
    expect([alerts.length, alerts.at(-1)?.createdAt]).toEqual([20, 1_030]);
    expect(await database.count('alerts')).toBe(20);
    expect(await store.isEmpty()).toBe(false);
  });
});

describe('the newest alerts', () => {
  it('page backwards through time without losing or repeating any', async () => {
    const { store } = await openTabs();
    for (const time of [5, 1, 4, 2, 3]) await store.add(alertAt(time));
    const first = (await store.newest(2)).alerts;
    const second = (await store.newest(2, 3.5)).alerts;
    const third = (await store.newest(2, 1.5)).alerts;
    const times = [first, second, third].map((page) => page.map(({ createdAt }) => createdAt));
    expect(times).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('a burst within one millisecond is never cut by a page', async () => {
    const { store } = await openTabs();
    for (const id of ['a', 'b', 'c', 'd']) await store.add(alertAt(2, id));
    for (const id of ['e', 'f']) await store.add(alertAt(1, id));
    const ids = async (limit: number, before?: number) =>
      (await store.newest(limit, before)).alerts.map(({ id }) => id).toSorted();
    expect(await ids(2)).toEqual(['a', 'b', 'c', 'd']);
    // A caller that holds only a part of the burst is given the rest of it, and goes on.
    expect(await ids(1, 2)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(await ids(1, 1)).toEqual(['e', 'f']);
    expect(await ids(1, 0)).toEqual([]);
  });

  it('corrupt rows are named with what would be right, and the rest is kept', async () => {
    const { database, store } = await openTabs();
    await store.add(alertAt(1));
    await store.add(alertAt(3));
    await database.put('alerts', { ...alertAt(2), strength: 7, status: 'RINGING' });
    const { alerts, faults } = await store.newest(10);
    expect(alerts.map(({ createdAt }) => createdAt)).toEqual([3, 1]);
    expect(faults.map(describeFault)).toEqual([
      'alert at-2.strength: 7 is refused; allowed: 0 to 1',
      'alert at-2.status: "RINGING" is refused; allowed: ACTIVE, DISMISSED, EXPIRED',
    ]);
    expect(await database.count('alerts')).toBe(3);
  });

  it('corrupt rows take no place of good ones', async () => {
    const { database, store } = await openTabs();
    for (const time of [2, 3]) await database.put('alerts', { ...alertAt(time), late: 'no' });
    await store.add(alertAt(1));
    expect((await store.newest(1)).alerts).toEqual([alertAt(1)]);
  });

  it('a row whose content JSON cannot write is a fault too, not an exception', async () => {
    const { database, store } = await openTabs();
    const loop: { self?: unknown } = {};
    loop.self = loop;
    await database.put('alerts', { ...alertAt(1), price: 10n, message: loop });
    const { faults } = await store.newest(10);
    expect(faults.map(({ field, value }) => [field, value])).toEqual([
      ['alert at-1.price', '10'],
      ['alert at-1.message', 'an object'],
    ]);
  });

  it('rows without a time of creation are counted among the faults of a first page', async () => {
    const { database, store } = await openTabs();
    await store.add(alertAt(1));
    await database.put('alerts', { id: 'timeless' });
    await database.put('alerts', { ...alertAt(2), createdAt: 'yesterday' });
    const { alerts, faults } = await store.newest(10);
    expect(alerts).toEqual([alertAt(1)]);
    expect(faults.map(({ field, value }) => [field, value])).toEqual([['alerts', '2']]);
    expect((await store.newest(10, 5)).faults).toEqual([]);
  });
});

describe('a connection that is gone', () => {
  const CLOSED = { name: 'InvalidStateError' };
  const ABORTED = { name: 'AbortError' };

  it('rejects each operation', async () => {
    const { database, store } = await openTabs();
    database.close();
    await expect(store.add(alertAt(1))).rejects.toMatchObject(CLOSED);
    await expect(store.change(['at-1'], { announcedAt: 1 })).rejects.toMatchObject(CLOSED);
    await expect(store.newest(1)).rejects.toMatchObject(CLOSED);
  });

  it('in the middle of an operation rejects once, with nothing left unhandled', async () => {
    const { database, store } = await openTabs();
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const aborting = new Proxy(database, {
      get(target, key) {
        if (key !== 'transaction') return Reflect.get(target, key) as unknown;
        return (...names: Parameters<typeof target.transaction>) => {
          const transaction = target.transaction(...names);
          queueMicrotask(() => transaction.abort());
          return transaction;
        };
      },
    });
    const broken = createIndexedAlertStore(aborting);
    await expect(broken.add(alertAt(1))).rejects.toMatchObject(ABORTED);
    await expect(broken.change(['at-1'], { announcedAt: 1 })).rejects.toMatchObject(ABORTED);
    await expect(broken.newest(1)).rejects.toMatchObject(ABORTED);
    // Several turns of the event loop, after any of which Node would have told.
    for (let turn = 0; turn < 3; turn++) await store.newest(1);
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('what is still to be told', () => {
  it('is found however old it is, until it is told or dismissed', async () => {
    const { store } = await openTabs();
    for (const id of ['a', 'b', 'c', 'd']) await store.add(alertAt(1, id));
    await store.upsert([alertAt(2, 'told elsewhere')], (alert) => ({ ...alert, announcedAt: 9 }));
    await store.add({ ...alertAt(3, 'mute'), channels: { sound: false, notification: false } });
    await store.change(['a'], { announcedAt: 5 });
    await store.change(['b'], { status: 'DISMISSED', dismissedAt: 5 });
    await store.change(['c'], { status: 'EXPIRED' });
    const untold = await store.untold();
    expect(untold.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(untold[1]).toEqual(alertAt(1, 'd'));
  });
});
