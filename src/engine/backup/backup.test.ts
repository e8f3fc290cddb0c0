import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../domain/result.ts';
import { priceLevelRule, READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { createFakeAlertStore } from '../../testing/fake-alert-store.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createStorageBench } from '../../testing/storage-bench.ts';
import { createBackupDesk } from './backup.ts';

const OWN_RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });
const [FIRST_RULE] = READY_MADE_RULES;
const SETTINGS = { ...DEFAULT_SETTINGS, historySize: 500, enableAudio: false };
const WATCHLIST = { symbols: ['SOLUSDT', '币安人生USDT'], intervals: ['4h'] } as const;
const LONG = 'x'.repeat(200_000);
const BROKEN = { ...OWN_RULE, id: 'broken', side: 'HOLD', extra: { deep: [1] } };

async function openMachine() {
  const bench = createStorageBench();
  await bench.storage.profile.load();
  const desk = createBackupDesk({ clock: bench.clock, storage: bench.storage });
  const everything = async () => {
    const alerts = await bench.alertsOnDisk();
    return bench.onDisk(async (other) => ({
      settings: await other.get('values', 'settings'),
      watchlist: await other.get('values', 'watchlist'),
      rules: await other.getAll('rules'),
      alerts,
    }));
  };
  return { ...bench, desk, everything };
}

async function openFullMachine() {
  const machine = await openMachine();
  const { profile, alerts } = machine.storage;
  await machine.onDisk((other) => other.put('rules', BROKEN));
  await profile.load();
  await profile.saveSettings(SETTINGS);
  await profile.saveWatchlist(WATCHLIST);
  await profile.saveRule(OWN_RULE);
  await profile.saveRule({ ...(FIRST_RULE ?? OWN_RULE), isEnabled: false });
  await profile.saveJudged({ 'SOLUSDT@4h': 5 });
  for (let time = 1; time <= 5; time++) {
    const announcedAt = time === 5 ? null : time;
    await alerts.add(sampleAlert({ id: `alert-${time}`, createdAt: time, announcedAt }));
  }
  return machine;
}

describe('an export', () => {
  it('is one JSON text with everything that the user has made', async () => {
    const { desk, clock } = await openFullMachine();
    const { text, contents, leftOut, isWhole } = await desk.exportData();
    expect(JSON.parse(text)).toMatchObject({
      format: 'tocsin-backup',
      version: 1,
      exportedAt: clock.now(),
      settings: SETTINGS,
      watchlist: WATCHLIST,
      brokenRules: [BROKEN],
    });
    expect(contents).toEqual({
      rules: 3,
      alerts: 5,
      symbols: 2,
      exportedAt: clock.now(),
      customAddresses: [],
    });
    expect([leftOut, isWhole]).toEqual([0, true]);
  });

  it('holds every alert, newest first, however many there are', async () => {
    const { clock, storage } = await openMachine();
    const alerts = Array.from({ length: 2_345 }, (_, index) =>
      sampleAlert({ id: `${index}`, createdAt: index }),
    );
    const long = { ...storage, profile: storage.profile, alerts: createFakeAlertStore(alerts) };
    const { text, contents } = await createBackupDesk({ clock, storage: long }).exportData();
    expect(contents.alerts).toBe(2_345);
    expect(JSON.parse(text)).toMatchObject({ alerts: alerts.toReversed() });
  });

  it('says when some of what is stored could not be read', async () => {
    const { desk, onDisk, database } = await openFullMachine();
    await onDisk((other) => other.put('alerts', { ...sampleAlert(), price: '-1' }));
    expect(await desk.exportData()).toMatchObject({ isWhole: false, contents: { alerts: 5 } });
    database.fail('break', 'readAlerts');
    expect(await desk.exportData()).toMatchObject({ isWhole: false, contents: { alerts: 5 } });
  });

  it('goes without broken rules that an import would refuse, and says so', async () => {
    const loop: Record<string, unknown> = { id: 'loop' };
    loop['self'] = loop;
    const { desk, onDisk, storage } = await openFullMachine();
    for (const row of [loop, { id: 'big', value: 1n }, { id: 7 }, { id: 'long', name: LONG }]) {
      await onDisk((other) => other.put('rules', row));
    }
    await storage.profile.load();
    const { text, contents, isWhole } = await desk.exportData();
    expect([contents.rules, isWhole]).toEqual([3, false]);
    expect(await desk.importData(text, true)).toEqual({ contents, faults: [] });
  });
});

describe('an import', () => {
  it('on another machine brings everything, and nobody is told of the alerts', async () => {
    const from = await openFullMachine();
    const to = await openMachine();
    const { text, contents } = await from.desk.exportData();
    expect(await to.desk.importData(text, true)).toEqual({ contents, faults: [] });
    expect((await to.everything()).rules).toEqual([]);
    expect(await to.desk.importData(text, false)).toEqual({ contents, faults: [] });
    const [there, here] = [await from.everything(), await to.everything()];
    expect(here).toMatchObject({ ...there, alerts: expect.anything() });
    const told = there.alerts.map((alert) => ({
      ...alert,
      announcedAt: alert.announcedAt ?? contents.exportedAt,
    }));
    expect(here.alerts).toEqual(told);
    const loaded = await to.storage.profile.load();
    expect(loaded).toEqual({ ...(await from.storage.profile.load()), judged: {} });
    expect(loaded.brokenRules.map(({ id }) => id)).toEqual(['broken']);
  });

  it('twice changes nothing more', async () => {
    const from = await openFullMachine();
    const { text } = await from.desk.exportData();
    const to = await openMachine();
    await to.desk.importData(text, false);
    const once = await to.everything();
    await to.desk.importData(text, false);
    expect(await to.everything()).toEqual(once);
  });

  it('where it came from leaves alerts as they have become since, and an untold one untold', async () => {
    const machine = await openFullMachine();
    const { text } = await machine.desk.exportData();
    await machine.storage.alerts.change(['alert-1'], { status: 'DISMISSED', dismissedAt: 9 });
    const before = await machine.everything();
    await machine.desk.importData(text, false);
    expect(await machine.everything()).toEqual(before);
  });

  it('keeps rules that are not in it, and never breaks one that can be read', async () => {
    const from = await openFullMachine();
    const { text } = await from.desk.exportData();
    const to = await openMachine();
    const mended = { ...OWN_RULE, id: 'broken', name: 'Mended' };
    const other = { ...OWN_RULE, id: 'other' };
    await to.storage.profile.saveRule(mended);
    await to.storage.profile.saveRule(other);
    await to.desk.importData(text, false);
    const { rules, brokenRules } = await to.storage.profile.load();
    expect(rules).toEqual(expect.arrayContaining([mended, other, OWN_RULE]));
    expect(brokenRules).toEqual([]);
  });

  it('works in memory where there is no database, and is stored when there is', async () => {
    const from = await openFullMachine();
    const { text } = await from.desk.exportData();
    const to = createStorageBench();
    to.database.fail('break', 'open');
    await to.storage.profile.load();
    const desk = createBackupDesk({ clock: to.clock, storage: to.storage });
    expect((await desk.importData(text, false)).faults).toEqual([]);
    expect((await to.storage.profile.load()).watchlist).toEqual(WATCHLIST);
    expect(await desk.exportData()).toMatchObject({ isWhole: false, contents: { alerts: 5 } });
    to.database.repair();
    await to.pass(1_000);
    expect(await to.alertsOnDisk()).toHaveLength(5);
    expect(await desk.exportData()).toMatchObject({ isWhole: true, contents: { rules: 3 } });
  });

  it('tells which exchange of the user’s own it would connect to', async () => {
    const { desk, storage } = await openMachine();
    await storage.profile.saveSettings({
      ...SETTINGS,
      venue: 'custom',
      customStreamUrl: 'wss://stream.example',
      customRestUrl: 'https://rest.example',
    });
    const { contents } = await desk.exportData();
    expect(contents.customAddresses).toEqual(['wss://stream.example', 'https://rest.example']);
  });
});

describe('a damaged file', () => {
  type File = Record<string, unknown> & { alerts: Record<string, unknown>[] };
  const damage = (change: (file: File) => unknown) => (text: string) => {
    const file = JSON.parse(text) as File;
    return JSON.stringify(change(file) ?? file);
  };
  const without = (field: string) =>
    damage((file) => {
      delete file[field];
    });

  it.each<[string, (text: string) => string, RegExp]>([
    ['cut off', (text) => text.slice(0, -20), /^file: .* allowed: an export of Tocsin$/],
    ['empty', () => '', /^file: "" is refused/],
    ['of another kind', () => '{"rules":[]}', /^file: /],
    ['no object', () => '[1,2]', /^file: /],
    [
      'of a newer version',
      damage((file) => ({ ...file, version: 2 })),
      /^version: 2 .*allowed: 1;/,
    ],
    ['without a time', without('exportedAt'), /^exportedAt: undefined/],
    ['without settings', without('settings'), /^settings: undefined .*an object$/],
    ['without a watchlist', without('watchlist'), /^watchlist: undefined/],
    ['without rules', without('rules'), /^rules: undefined .*a list$/],
    ['without broken rules', without('brokenRules'), /^brokenRules: /],
    ['without alerts', without('alerts'), /^alerts: /],
    [
      'with a wrong setting',
      damage((file) => ({ ...file, settings: { ...SETTINGS, historySize: 3 } })),
      /^settings.historySize: 3 is refused; allowed: 10 to 10000 alerts, whole$/,
    ],
    [
      'with a wrong symbol',
      damage((file) => ({ ...file, watchlist: { symbols: ['BAD SYMBOL'], intervals: ['1h'] } })),
      /^watchlist.symbols: "BAD SYMBOL"/,
    ],
    [
      'with a wrong rule',
      damage((file) => ({ ...file, rules: [OWN_RULE, { ...OWN_RULE, side: 'HOLD' }] })),
      /^rules\[1\].side: "HOLD" is refused; allowed: BUY, SELL$/,
    ],
    [
      'with a broken rule that has no id',
      damage((file) => ({ ...file, brokenRules: [{ name: 'x' }] })),
      /^brokenRules\[0\].id: undefined/,
    ],
    [
      'with a broken rule that is huge',
      damage((file) => ({ ...file, brokenRules: [{ id: 'x', name: LONG }] })),
      /^brokenRules\[0\]: "200020 characters" .*at most 131072/,
    ],
    [
      'with a broken rule so deep that no database would keep it',
      damage((file) => ({
        ...file,
        brokenRules: [{ id: 'x', deep: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) }],
      })),
      /^brokenRules\[0\]: .*at most 100 levels/,
    ],
    [
      'of a time that no calendar has',
      damage((file) => ({ ...file, exportedAt: 9e15 })),
      /^exportedAt: 9/,
    ],
    [
      'with a wrong alert',
      damage((file) => {
        Object.assign(file.alerts[3] ?? {}, { strength: 7 });
      }),
      /^alerts\[3\].strength: 7 is refused; allowed: 0 to 1$/,
    ],
  ])('%s: it says where and what would be right, and nothing is changed', async (_, harm, told) => {
    const from = await openFullMachine();
    const { text } = await from.desk.exportData();
    const to = await openMachine();
    await to.storage.profile.saveSettings(DEFAULT_SETTINGS);
    const before = await to.everything();
    for (const isTrial of [true, false]) {
      const { contents, faults } = await to.desk.importData(harm(text), isTrial);
      expect(contents).toBeNull();
      expect(faults.map(describeFault).join('\n')).toMatch(told);
    }
    expect(await to.everything()).toEqual(before);
  });

  it('names twenty faults and counts the others', async () => {
    const { desk } = await openMachine();
    const { text } = await desk.exportData();
    const file = JSON.parse(text) as File;
    const { faults } = await desk.importData(
      JSON.stringify({ ...file, alerts: Array.from({ length: 30 }, () => null) }),
      true,
    );
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toMatchObject({ field: 'file', value: '"10 more faults"' });
  });

  it('larger than allowed is not even parsed', async () => {
    const { desk } = await openMachine();
    const { faults } = await desk.importData(' '.repeat(LARGEST_BACKUP_BYTES + 1), true);
    expect(faults.map(describeFault)).toEqual([
      'file: "67108865 characters" is refused; allowed: at most 64 MB',
    ]);
  });

  it('in any way, is refused or read, and never throws', async () => {
    const from = await openFullMachine();
    const { text } = await from.desk.exportData();
    const { desk } = await openMachine();
    const position = fc.nat(text.length - 1);
    await fc.assert(
      fc.asyncProperty(position, position, fc.string(), async (start, end, inserted) => {
        const harmed = text.slice(0, start) + inserted + text.slice(end);
        const { contents, faults } = await desk.importData(harmed, true);
        expect(faults.length > 0).toBe(contents === null);
      }),
      { numRuns: 300 },
    );
  });
});
