import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { sampleAlert } from '../testing/sample-alert.ts';
import { createStorageBench, FIRST_WATCHLIST, turn } from '../testing/storage-bench.ts';
import { MOST_UNSAVED } from './store/held-alerts.ts';

const RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });
const OTHER_RULE = { ...RULE, id: 'other' };

/** Loads the profile of a database that is not there in time, and waits for the first answer. */
async function loadWithout(bench: ReturnType<typeof createStorageBench>) {
  const loading = bench.storage.profile.load();
  await bench.pass(3_000);
  return loading;
}

describe('a browser without a database', () => {
  it.each<[string, () => Promise<never>, RegExp]>([
    ['refused', () => Promise.reject(new Error('SecurityError')), /SecurityError/],
    [
      'missing altogether',
      () => {
        throw new ReferenceError('indexedDB is not defined');
      },
      /not defined/,
    ],
  ])('that is %s leaves memory, and the reason is told', async (_, open, reason) => {
    const { storage, told } = createStorageBench({ open });
    expect((await storage.profile.load()).watchlist).toBeNull();
    await storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 500 });
    expect((await storage.profile.load()).settings.historySize).toBe(500);
    expect(await storage.alerts.add(sampleAlert())).toEqual(sampleAlert());
    expect((await storage.alerts.newest(5)).alerts).toEqual([sampleAlert()]);
    expect(storage.isStored).toBe(false);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(reason);
  });

  it(`keeps ${MOST_UNSAVED} alerts; the oldest are given up, and counted`, async () => {
    const open = () => Promise.reject(new Error('SecurityError'));
    const { storage } = createStorageBench({ open });
    await storage.profile.load();
    for (let index = 0; index < MOST_UNSAVED + 7; index++) {
      await storage.alerts.add(sampleAlert({ id: `${index}`, createdAt: index }));
    }
    const { alerts } = await storage.alerts.newest(Infinity);
    expect(alerts).toHaveLength(MOST_UNSAVED);
    expect(alerts.at(-1)?.id).toBe('7');
    expect(storage.givenUp).toBe(7);
  });

  it('that a newer version of the app has written says so, and is left alone', async () => {
    const bench = createStorageBench();
    const future = await openDB(bench.name, 99, {
      upgrade: (database) => void database.createObjectStore('of-the-future'),
    });
    future.close();
    await bench.storage.profile.load();
    await bench.storage.profile.saveSettings(DEFAULT_SETTINGS);
    await bench.pass(5_000);
    expect(bench.told).toEqual([
      'a newer version of Tocsin has written the database: reload this page',
    ]);
    expect([...(await openDB(bench.name)).objectStoreNames]).toEqual(['of-the-future']);
  });
});

describe('a database that is deleted under the app', () => {
  it('is made anew with everything that memory holds', async () => {
    const { name, storage, pass, told, alertsOnDisk, onDisk } = createStorageBench();
    await storage.profile.load();
    await pass(0);
    await storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 500 });
    await storage.profile.saveRule(RULE);
    await storage.profile.saveJudged({ 'BTCUSDT@1h': 5 });
    await storage.alerts.add(sampleAlert({ id: 'before' }));
    await deleteDB(name);
    expect(told).toEqual(['the database is being deleted']);
    await storage.alerts.add(sampleAlert({ id: 'meanwhile' }));
    await storage.alerts.change(['before', 'meanwhile'], { announcedAt: 9 });
    await pass(1_000);
    expect(told).toEqual(['the database is being deleted', 'recovered']);
    expect(storage.isStored).toBe(true);
    expect(await alertsOnDisk()).toEqual([
      sampleAlert({ id: 'before', announcedAt: 9 }),
      sampleAlert({ id: 'meanwhile', announcedAt: 9 }),
    ]);
    await onDisk(async (other) => {
      expect(await other.get('values', 'settings')).toMatchObject({ historySize: 500 });
      expect(await other.get('values', 'judged')).toEqual({ 'BTCUSDT@1h': 5 });
      expect(await other.getAll('rules')).toEqual([RULE]);
    });
  });
});

describe('a new database', () => {
  it('is given nothing before it is known that it is new', async () => {
    const { name, storage, database, pass, onDisk } = createStorageBench();
    await storage.profile.load();
    await pass(0);
    await storage.profile.saveRule(RULE);
    await deleteDB(name);
    database.fail('hang', 'readAlerts');
    await pass(1_500);
    await storage.profile.saveJudged({ 'BTCUSDT@1h': 5 });
    await storage.alerts.add(sampleAlert());
    database.repair();
    await pass(10_000);
    expect(await onDisk((other) => other.getAll('rules'))).toEqual([RULE]);
    expect(storage.isStored).toBe(true);
  });
});

describe('an upgrade that another tab blocks', () => {
  it('leaves memory after 3 seconds, and goes through when that tab is closed', async () => {
    const bench = createStorageBench();
    const { name, storage, pass, told, onDisk } = bench;
    // An older version, frozen: it does not make room.
    const older = await openDB(name, 1, {
      upgrade(database) {
        database
          .createObjectStore('alerts', { keyPath: 'id' })
          .createIndex('createdAt', 'createdAt');
        database.createObjectStore('rules', { keyPath: 'id' });
        database.createObjectStore('values');
      },
    });
    await older.put('rules', OTHER_RULE);
    await older.put('alerts', sampleAlert({ id: 'stored' }));
    await loadWithout(bench);
    expect(told).toEqual([
      'the browser did not open the database in time; another tab may be holding it',
    ]);
    await storage.alerts.add(sampleAlert());
    await pass(100_000);
    older.close();
    await pass(100);
    expect(told.at(-1)).toBe('recovered');
    const { alerts } = await storage.alerts.newest(9, Infinity, { symbol: 'BTCUSDT' });
    expect(alerts).toHaveLength(2);
    expect(await onDisk((other) => other.getAll('rules'))).toEqual([OTHER_RULE]);
    expect(bench.late[0]?.rules).toContainEqual(OTHER_RULE);
  });

  it('a newer version in another tab is given room, and that is said', async () => {
    const { name, storage, told, pass } = createStorageBench();
    await storage.profile.load();
    await pass(0);
    (await openDB(name, 99)).close();
    expect(told).toEqual(['a newer version of Tocsin in another tab needs the database']);
    await pass(1_000);
    expect(told.at(-1)).toBe(
      'a newer version of Tocsin has written the database: reload this page',
    );
  });
});

describe('a database that appears late', () => {
  const stored = {
    settings: { ...DEFAULT_SETTINGS, historySize: 500, enableAudio: false },
    watchlist: { symbols: ['SOLUSDT', 'ETHUSDT'], intervals: ['4h', '1h'] },
    judged: { 'BTCUSDT@1h': 5, 'SOLUSDT@4h': 6 },
    coverage: { spans: ['stored'] },
    attempts: [1, 2],
  };

  async function openLate() {
    const bench = createStorageBench();
    await bench.onDisk(async (other) => {
      for (const [key, row] of Object.entries(stored)) await other.put('values', row, key);
      await other.put('rules', OTHER_RULE);
      await other.put('alerts', sampleAlert({ id: 'stored' }));
    });
    bench.database.fail('hang', 'open');
    const first = await loadWithout(bench);
    return { ...bench, first };
  }

  it('does not hold up the first screen, nor is it overwritten with a first start', async () => {
    const { storage, database, pass, first, late, told, onDisk } = await openLate();
    expect(first.watchlist).toBeNull();
    await storage.profile.saveWatchlist(FIRST_WATCHLIST);
    database.repair();
    await pass(500);
    expect(told.at(-1)).toBe('recovered');
    expect(late).toMatchObject([{ settings: stored.settings, watchlist: stored.watchlist }]);
    expect(await storage.profile.load()).toEqual(late[0]);
    expect(await onDisk((other) => other.get('values', 'watchlist'))).toEqual(stored.watchlist);
    expect((await storage.alerts.newest(9)).alerts.map(({ id }) => id)).toEqual(['stored']);
  });

  it('takes what the user changed meanwhile, and keeps everything else', async () => {
    const { storage, database, pass, late, onDisk, alertsOnDisk } = await openLate();
    const { profile } = storage;
    await profile.saveWatchlist(FIRST_WATCHLIST);
    await profile.saveWatchlist({ symbols: ['BTCUSDT', 'XRPUSDT'], intervals: ['1h', '1m'] });
    await profile.saveSettings({ ...DEFAULT_SETTINGS, enableBrowser: true, historySize: 50 });
    await profile.saveRule(RULE);
    await profile.saveJudged({ 'BTCUSDT@1h': 9, 'XRPUSDT@1h': 9 });
    await profile.saveAttempts([3]);
    await profile.saveCoverage({ spans: ['meanwhile'] });
    await storage.alerts.add(sampleAlert({ id: 'meanwhile' }));
    database.repair();
    await pass(500);
    expect(late).toHaveLength(1);
    expect(late[0]).toMatchObject({
      settings: { ...stored.settings, enableBrowser: true, historySize: 50 },
      watchlist: { symbols: ['SOLUSDT', 'XRPUSDT'], intervals: ['4h', '1h', '1m'] },
      judged: { 'BTCUSDT@1h': 5, 'SOLUSDT@4h': 6, 'XRPUSDT@1h': 9 },
    });
    expect(late[0]?.rules).toEqual(expect.arrayContaining([RULE, OTHER_RULE]));
    expect(await alertsOnDisk()).toHaveLength(2);
    expect(await onDisk((other) => other.get('values', 'coverage'))).toEqual(stored.coverage);
    expect(await profile.loadAttempts()).toEqual([1, 2, 3]);
    expect(await profile.load()).toEqual(late[0]);
  });

  it('is not overwritten by the engine that began without it, while that ends', async () => {
    const { storage, database, pass } = await openLate();
    const { profile } = storage;
    database.repair();
    await pass(500);
    await profile.saveJudged({ 'BTCUSDT@1h': 9 });
    await profile.saveWatchlist({ ...FIRST_WATCHLIST, symbols: ['BTCUSDT', 'ETHUSDT', 'XRPUSDT'] });
    const { judged, watchlist } = await profile.load();
    expect(judged).toEqual(stored.judged);
    expect(watchlist?.symbols).toEqual(['SOLUSDT', 'ETHUSDT', 'XRPUSDT']);
    await profile.saveJudged({ 'BTCUSDT@1h': 9 });
    expect((await profile.load()).judged).toEqual({ 'BTCUSDT@1h': 9 });
  });

  it('is read whole where a rule was deleted meanwhile', async () => {
    const { storage, database, pass, late } = await openLate();
    await storage.profile.deleteRule(OTHER_RULE.id);
    database.repair();
    await pass(500);
    expect(late[0]?.rules.map(({ id }) => id)).not.toContain(OTHER_RULE.id);
  });

  it('with nothing in it is no reason to begin again', async () => {
    const bench = createStorageBench();
    bench.database.fail('hang', 'open');
    await loadWithout(bench);
    await bench.storage.profile.saveWatchlist(FIRST_WATCHLIST);
    bench.database.repair();
    await bench.pass(500);
    expect(bench.late).toEqual([]);
    expect(bench.told.at(-1)).toBe('recovered');
    await bench.storage.profile.saveWatchlist({ symbols: [], intervals: ['1h'] });
    expect((await bench.storage.profile.load()).watchlist?.symbols).toEqual([]);
  });

  it('what was imported meanwhile is taken as it is', async () => {
    const { storage, database, pass, late } = await openLate();
    const row = DEFAULT_SETTINGS;
    await storage.takeIn([{ store: 'values', key: 'settings', row }], [], 1);
    database.repair();
    await pass(500);
    expect(late[0]?.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('is asked for three times at most while it does not answer', async () => {
    const { database, pass } = await openLate();
    await pass(600_000);
    expect(database.openings).toBe(3);
    database.repair();
    await turn();
  });
});
