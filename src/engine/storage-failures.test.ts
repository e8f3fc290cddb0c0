import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import type { DatabaseFault, DatabaseStep } from '../testing/faulty-database.ts';
import { sampleAlert, sampleDraft } from '../testing/sample-alert.ts';
import { createStorageBench } from '../testing/storage-bench.ts';
import { createAlertManager } from './alerts/alert-manager.ts';
import type { AlertFact } from './alerts/alert-manager.ts';

const LIMITS = { historySize: 100, notificationTimeoutMs: 3_600_000 };
const WATCHLIST = { symbols: ['SOLUSDT'], intervals: ['4h'] } as const;
const RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });

async function openTab() {
  const bench = createStorageBench();
  const { clock, storage } = bench;
  const start = async () => {
    const loading = storage.profile.load();
    await bench.pass(4_000);
    await loading;
    const alerts = createAlertManager({ clock, store: storage.alerts, limits: LIMITS });
    const restoring = alerts.restore();
    await bench.pass(0);
    await restoring;
    const facts: AlertFact[] = [];
    alerts.observe((fact) => facts.push(fact));
    return { alerts, facts };
  };
  return { ...bench, start };
}

/** Every step that a database can fail at, in every way. */
const FAILURES = (['open', 'readProfile', 'readAlerts', 'writeProfile', 'writeAlerts'] as const)
  .flatMap((step) => (['refuse', 'break', 'hang'] as const).map((fault) => ({ step, fault })))
  .filter(({ step, fault }) => fault !== 'refuse' || step.startsWith('write') || step === 'open');

async function live(tab: Awaited<ReturnType<typeof openTab>>, fail: () => void, isEarly: boolean) {
  const { pass, storage } = tab;
  if (isEarly) fail();
  const { alerts, facts } = await tab.start();
  if (!isEarly) fail();
  const first = alerts.create(sampleDraft());
  await pass(5_500);
  expect((await first).ok).toBe(true);
  const second = alerts.create(sampleDraft({ signalType: 'SELL' }));
  await pass(5_500);
  expect((await second).ok).toBe(true);
  const work = [
    alerts.markAnnounced([sampleDraft().id]),
    alerts.dismiss(sampleDraft().id),
    storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 500 }),
    storage.profile.saveWatchlist(WATCHLIST),
    storage.profile.saveRule(RULE),
    storage.profile.saveJudged({ 'BTCUSDT@1h': 5 }),
    storage.profile.saveAttempts([1, 2]),
    storage.profile.saveCoverage({ spans: [] }),
    alerts.olderThan(Infinity, 10),
  ];
  await pass(21_000);
  await Promise.all(work);
  return { alerts, facts };
}

describe.each([
  { when: 'from the start', isEarly: true },
  { when: 'later', isEarly: false },
])('a database that fails $when', ({ isEarly }) => {
  it.each(FAILURES)(
    '$fault at $step: all is told, nothing throws, and it is stored once it works',
    async (failure) => {
      const { step, fault }: { step: DatabaseStep; fault: DatabaseFault } = failure;
      const tab = await openTab();
      const { database, storage, pass, told, alertsOnDisk, onDisk } = tab;
      const { facts } = await live(tab, () => database.fail(fault, step), isEarly);

      expect(facts.map(({ type, alerts: [alert] }) => [type, alert?.signalType])).toEqual([
        ['raised', 'BUY'],
        ['raised', 'SELL'],
        ['changed', 'BUY'],
        ['changed', 'BUY'],
      ]);
      database.repair();
      await pass(61_000);

      expect(storage.isStored).toBe(true);
      // A step that was not taken again after it began to fail was not noticed.
      expect(told.at(-1) ?? 'recovered').toBe('recovered');
      expect(await alertsOnDisk()).toMatchObject([
        { id: sampleDraft().id, status: 'DISMISSED', announcedAt: expect.any(Number) },
        { id: sampleDraft({ signalType: 'SELL' }).id, status: 'ACTIVE', announcedAt: null },
      ]);
      await onDisk(async (other) => {
        expect(await other.get('values', 'settings')).toMatchObject({ historySize: 500 });
        expect(await other.get('values', 'watchlist')).toEqual(WATCHLIST);
        expect(await other.get('values', 'judged')).toEqual({ 'BTCUSDT@1h': 5 });
        expect(await other.get('values', 'attempts')).toEqual([1, 2]);
        expect(await other.get('values', 'coverage')).toEqual({ spans: [] });
        expect(await other.getAll('rules')).toEqual([RULE]);
      });
    },
  );
});

describe('while the database fails', () => {
  it('an alert waits 5 seconds for one that hangs, and the next ones not at all', async () => {
    const tab = await openTab();
    const { alerts, facts } = await tab.start();
    tab.database.fail('hang', 'open', 'writeAlerts');
    void alerts.create(sampleDraft());
    await tab.pass(4_999);
    expect(facts).toEqual([]);
    await tab.pass(1);
    expect(facts).toHaveLength(1);
    void alerts.create(sampleDraft({ signalType: 'SELL' }));
    await tab.pass(0);
    expect(facts).toHaveLength(2);
  });

  it('one alert that is refused keeps no other from being stored', async () => {
    const { storage, pass, alertsOnDisk, told } = createStorageBench();
    await storage.profile.load();
    const refused = { ...sampleAlert({ id: 'refused' }), message: (() => '') as unknown as string };
    expect(await storage.alerts.add(refused)).toBe(refused);
    await storage.alerts.add(sampleAlert({ id: 'next' }));
    await pass(4_000);
    expect((await alertsOnDisk()).map(({ id }) => id)).toEqual(['next']);
    expect(storage.isStored).toBe(false);
    expect(told.at(-1)).toContain('DataCloneError');
  });

  it('a full disk is named in words, and trouble is over when it has room again', async () => {
    const { database, storage, pass, told } = createStorageBench();
    await storage.profile.load();
    database.fail('refuse', 'writeAlerts');
    await storage.alerts.add(sampleAlert());
    await pass(10_000);
    expect(told).toEqual(['the disk, or the part of it that this site may use, is full']);
    expect(database.openings).toBe(1);
    database.repair();
    await pass(10_000);
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toBe('recovered');
  });

  it('opening is tried again after 1, 2, 4 … 60 seconds, without end', async () => {
    const { database, storage, pass, clock } = createStorageBench();
    database.fail('break', 'open');
    const started = clock.now();
    await storage.profile.load();
    const times = [0];
    while (clock.now() - started < 190_000) {
      await pass(500);
      if (database.openings > times.length) times.push((clock.now() - started) / 1_000);
    }
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
  });

  it('an engine that starts again goes on with what memory holds', async () => {
    const tab = await openTab();
    const { database, storage } = tab;
    database.fail('break', 'open');
    const first = await tab.start();
    await first.alerts.create(sampleDraft());
    await storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: 500 });
    const second = await tab.start();
    expect((await storage.profile.load()).settings.historySize).toBe(500);
    expect(second.alerts.history()).toEqual(first.alerts.history());
    const again = await second.alerts.create(sampleDraft());
    expect(again).toEqual({ ok: true, value: first.alerts.history()[0] });
    expect(second.facts).toEqual([]);
  });

  it('history is answered from memory, and that there may be more is not known', async () => {
    const tab = await openTab();
    const { alerts } = await tab.start();
    await alerts.create(sampleDraft());
    await alerts.create(sampleDraft({ symbol: 'ETHUSDT' }));
    tab.database.fail('break', 'readAlerts');
    const older = await alerts.olderThan(Infinity, 10, { symbol: 'ETHUSDT' });
    expect(older.alerts.map(({ symbol }) => symbol)).toEqual(['ETHUSDT']);
    expect(older.older).toBe('unknown');
  });
});
