import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { createFakeClock, settle } from '../testing/fake-clock.ts';
import { sampleAlert } from '../testing/sample-alert.ts';
import { openStorage } from './storage.ts';
import { openDatabase } from './store/database.ts';
import type { Database } from './store/database.ts';
import { FIRST_PROFILE } from './store/profile-store.ts';

let databases = 0;
const CLOSED = { name: 'InvalidStateError' };
const newName = () => `storage-${databases++}`;

describe('openStorage', () => {
  it('gives what the database holds', async () => {
    const clock = createFakeClock();
    const missing: string[] = [];
    const database = await openDatabase(newName(), () => undefined);
    await database.put('values', { ...DEFAULT_SETTINGS, historySize: 500 }, 'settings');
    const storage = await openStorage(
      clock,
      () => Promise.resolve(database),
      (reason) => missing.push(reason),
    );
    expect(storage.isStored).toBe(true);
    expect((await storage.profile.load()).settings.historySize).toBe(500);
    await storage.alerts.add(sampleAlert());
    expect((await storage.alerts.newest(1)).alerts).toEqual([sampleAlert()]);
    expect(missing).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
  });

  it.each<[string, () => Promise<Database>]>([
    ['refused', () => Promise.reject(new Error('SecurityError'))],
    [
      'missing altogether',
      () => {
        throw new ReferenceError('indexedDB is not defined');
      },
    ],
  ])('a database that is %s leaves memory, and the reason is told', async (_, open) => {
    const missing: string[] = [];
    const storage = await openStorage(createFakeClock(), open, (reason) => missing.push(reason));
    expect(storage.isStored).toBe(false);
    expect(await storage.profile.load()).toBe(FIRST_PROFILE);
    await storage.profile.saveSettings(DEFAULT_SETTINGS);
    expect(await storage.alerts.add(sampleAlert())).toEqual(sampleAlert());
    expect(missing).toHaveLength(1);
  });

  it('a version from the future leaves memory', async () => {
    const name = newName();
    (await openDB(name, 99)).close();
    const missing: string[] = [];
    const storage = await openStorage(
      createFakeClock(),
      () => openDatabase(name, () => undefined),
      (reason) => missing.push(reason),
    );
    expect(storage.isStored).toBe(false);
    expect(missing[0]).toMatch(/version/i);
  });

  it('a database that does not open in 3 seconds is given up, and closed if it opens after all', async () => {
    const clock = createFakeClock();
    const name = newName();
    const database = await openDatabase(name, () => undefined);
    let open: (database: Database) => void = () => undefined;
    const opening = new Promise<Database>((resolve) => {
      open = resolve;
    });
    const missing: string[] = [];
    const storage = openStorage(
      clock,
      () => opening,
      (reason) => missing.push(reason),
    );
    await clock.advanceAsync(2_999);
    expect(missing).toEqual([]);
    await clock.advanceAsync(1);
    expect((await storage).isStored).toBe(false);
    expect(missing).toEqual(['Error: the browser did not open the database in time']);
    open(database);
    await settle();
    expect(() => database.transaction('alerts')).toThrow(/not allowed/);
  });

  it('a database that opens but cannot be read is not written over with defaults', async () => {
    const database = await openDatabase(newName(), () => undefined);
    database.close();
    const missing: string[] = [];
    const storage = await openStorage(
      createFakeClock(),
      () => Promise.resolve(database),
      (reason) => missing.push(reason),
    );
    expect(storage.isStored).toBe(false);
    expect(missing).toHaveLength(1);
  });

  it('deleted under the app, every operation rejects and none is left unanswered', async () => {
    const name = newName();
    const lost: string[] = [];
    const storage = await openStorage(
      createFakeClock(),
      () => openDatabase(name, (reason) => lost.push(reason)),
      () => undefined,
    );
    await deleteDB(name);
    expect(lost).toHaveLength(1);
    await expect(storage.alerts.add(sampleAlert())).rejects.toMatchObject(CLOSED);
    await expect(storage.profile.saveSettings(DEFAULT_SETTINGS)).rejects.toMatchObject(CLOSED);
    await expect(storage.profile.saveAttempts([1])).rejects.toMatchObject(CLOSED);
    expect(await storage.profile.load()).toEqual(FIRST_PROFILE);
  });
});
