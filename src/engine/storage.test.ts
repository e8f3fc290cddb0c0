import { describe, expect, it } from 'vitest';
import { priceLevelRule, READY_MADE_RULES } from '../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { sampleAlert } from '../testing/sample-alert.ts';
import { createStorageBench } from '../testing/storage-bench.ts';

const OWN_RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });

describe('the storage', () => {
  it('of a first start holds the defaults, without a watchlist', async () => {
    const { storage, told, late, clock, pass } = createStorageBench();
    expect(await storage.profile.load()).toEqual({
      settings: DEFAULT_SETTINGS,
      watchlist: null,
      rules: READY_MADE_RULES,
      brokenRules: [],
      judged: {},
      faults: [],
    });
    expect(await storage.profile.loadAttempts()).toEqual([]);
    expect(await storage.profile.loadCoverage()).toBeUndefined();
    await pass(0);
    expect(storage.isStored).toBe(true);
    expect([told, late, clock.pendingTimers]).toEqual([[], [], 0]);
  });

  it('gives a later visit what an earlier one was given', async () => {
    const { name, storage } = createStorageBench();
    const settings = { ...DEFAULT_SETTINGS, enableBrowser: true, historySize: 250 };
    const watchlist = { symbols: ['ETHUSDT', '币安人生USDT'], intervals: ['1m', '1M'] } as const;
    await storage.profile.load();
    await storage.profile.saveSettings(settings);
    await storage.profile.saveWatchlist(watchlist);
    await storage.profile.saveRule(OWN_RULE);
    await storage.profile.saveAttempts([1, 2]);
    await storage.profile.saveJudged({ 'BTCUSDT@1h': 7 });
    await storage.profile.saveCoverage({ spans: [1] });
    await storage.alerts.add(sampleAlert());
    const later = createStorageBench({ name }).storage;
    expect(await later.profile.load()).toEqual({
      settings,
      watchlist,
      rules: [...READY_MADE_RULES, OWN_RULE],
      brokenRules: [],
      judged: { 'BTCUSDT@1h': 7 },
      faults: [],
    });
    expect(await later.profile.loadAttempts()).toEqual([1, 2]);
    expect(await later.profile.loadCoverage()).toEqual({ spans: [1] });
    expect((await later.alerts.newest(10)).alerts).toEqual([sampleAlert()]);
  });

  it('keeps a changed ready-made rule in its place, and forgets a deleted one', async () => {
    const { name, storage } = createStorageBench();
    const [first, ...others] = READY_MADE_RULES;
    if (!first) throw new Error('there are ready-made rules');
    const changed = { ...first, isEnabled: !first.isEnabled };
    await storage.profile.load();
    await storage.profile.saveRule(changed);
    await storage.profile.saveRule(OWN_RULE);
    await storage.profile.deleteRule(OWN_RULE.id);
    const later = createStorageBench({ name }).storage;
    expect((await later.profile.load()).rules).toEqual([changed, ...others]);
    expect(later.profile.ruleRows()).toEqual([changed]);
  });

  it('loaded again gives what another tab has stored since', async () => {
    const { name, storage } = createStorageBench();
    const other = createStorageBench({ name }).storage;
    await storage.profile.load();
    await other.profile.load();
    await other.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 20 });
    expect(storage.profile.current().settings.historySize).toBe(100);
    expect((await storage.profile.load()).settings.historySize).toBe(20);
    expect(storage.profile.current().settings.historySize).toBe(20);
  });

  it('two tabs share it', async () => {
    const { name, storage } = createStorageBench();
    const other = createStorageBench({ name }).storage;
    await Promise.all([storage.profile.load(), other.profile.load()]);
    await Promise.all([
      storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 20 }),
      other.profile.saveRule(OWN_RULE),
      storage.alerts.add(sampleAlert({ createdAt: 1 })),
      other.alerts.add(sampleAlert({ createdAt: 2 })),
    ]);
    expect(await storage.profile.load()).toEqual(await other.profile.load());
    expect(await storage.alerts.newest(9)).toEqual(await other.alerts.newest(9));
  });

  it('leaves what cannot be read on disk as it is', async () => {
    const { storage, onDisk } = createStorageBench();
    await onDisk(async (database) => {
      await database.put('values', 'garbage', 'settings');
      await database.put('rules', { id: 'broken' });
    });
    const { faults, brokenRules } = await storage.profile.load();
    expect(faults).toHaveLength(1);
    expect(brokenRules).toHaveLength(1);
    expect(storage.profile.ruleRows()).toEqual([{ id: 'broken' }]);
    await onDisk(async (database) => {
      expect(await database.get('values', 'settings')).toBe('garbage');
      expect(await database.get('rules', 'broken')).toEqual({ id: 'broken' });
    });
  });

  it('once disposed of answers from memory, and sets no timer', async () => {
    const { storage, clock, told, pass } = createStorageBench();
    await storage.profile.load();
    await pass(0);
    storage.dispose();
    expect(await storage.alerts.add(sampleAlert())).toEqual(sampleAlert());
    await storage.profile.saveSettings(DEFAULT_SETTINGS);
    expect([clock.pendingTimers, told]).toEqual([0, []]);
  });
});

describe('alerts taken in from elsewhere', () => {
  const fromElsewhere = [
    sampleAlert({ id: 'known', status: 'DISMISSED', dismissedAt: 7 }),
    sampleAlert({ id: 'untold' }),
    sampleAlert({ id: 'told', announcedAt: 3 }),
  ];

  it('are merged with those that are there; the others count as told', async () => {
    const { storage, alertsOnDisk } = createStorageBench();
    await storage.profile.load();
    await storage.alerts.add(sampleAlert({ id: 'known' }));
    await storage.takeIn([], fromElsewhere, 99);
    await storage.takeIn([], fromElsewhere, 100);
    expect(await alertsOnDisk()).toEqual([
      sampleAlert({ id: 'known', status: 'DISMISSED', dismissedAt: 7 }),
      sampleAlert({ id: 'told', announcedAt: 3 }),
      sampleAlert({ id: 'untold', announcedAt: 99 }),
    ]);
  });

  it('are held in memory while there is no database, and stored when there is', async () => {
    const { database, storage, pass, alertsOnDisk, onDisk } = createStorageBench();
    database.fail('break', 'open');
    await storage.profile.load();
    const row = { store: 'values', key: 'settings', row: { historySize: 500 } } as const;
    await storage.takeIn([row], fromElsewhere, 99);
    expect((await storage.profile.load()).settings.historySize).toBe(500);
    expect((await storage.alerts.newest(10)).alerts).toHaveLength(3);
    database.repair();
    await pass(1_000);
    expect(await alertsOnDisk()).toHaveLength(3);
    expect(await onDisk((other) => other.get('values', 'settings'))).toEqual({ historySize: 500 });
  });
});
