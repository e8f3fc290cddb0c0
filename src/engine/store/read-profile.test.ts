import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../domain/result.ts';
import { priceLevelRule, READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { openDatabase } from './database.ts';
import { createProfileStore, FIRST_PROFILE, readProfile } from './profile-store.ts';

let databases = 0;

async function openProfile() {
  const database = await openDatabase(`profile-${databases++}`, () => undefined);
  return { database, profile: createProfileStore(database) };
}

const OWN_RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });

describe('the profile', () => {
  it('of a first start is the defaults, without a watchlist', async () => {
    const { profile } = await openProfile();
    expect(await profile.load()).toEqual(FIRST_PROFILE);
    expect(await profile.loadAttempts()).toEqual([]);
  });

  it('comes back as it was saved', async () => {
    const { profile } = await openProfile();
    const settings = { ...DEFAULT_SETTINGS, enableBrowser: true, historySize: 250 };
    const watchlist = { symbols: ['ETHUSDT', '币安人生USDT'], intervals: ['1m', '1M'] } as const;
    await profile.saveSettings(settings);
    await profile.saveWatchlist(watchlist);
    await profile.saveRule(OWN_RULE);
    await profile.saveAttempts([1, 2]);
    await profile.saveJudged({ 'BTCUSDT@1h': 7 });
    expect(await profile.load()).toEqual({
      settings,
      watchlist,
      rules: [...READY_MADE_RULES, OWN_RULE],
      brokenRules: [],
      judged: { 'BTCUSDT@1h': 7 },
      faults: [],
    });
    expect(await profile.loadAttempts()).toEqual([1, 2]);
  });

  it('keeps a changed ready-made rule in its place, and forgets a deleted one', async () => {
    const { profile } = await openProfile();
    const [first, ...others] = READY_MADE_RULES;
    if (!first) throw new Error('there are ready-made rules');
    const changed = { ...first, isEnabled: !first.isEnabled };
    await profile.saveRule(changed);
    await profile.saveRule(OWN_RULE);
    await profile.deleteRule(OWN_RULE.id);
    expect((await profile.load()).rules).toEqual([changed, ...others]);
  });

  it('remembers an empty watchlist as the choice that it is', async () => {
    const { profile } = await openProfile();
    await profile.saveWatchlist({ symbols: [], intervals: ['1h'] });
    expect((await profile.load()).watchlist).toEqual({ symbols: [], intervals: ['1h'] });
  });

  it('two tabs share it', async () => {
    const name = `profile-${databases++}`;
    const tabs = await Promise.all([0, 1].map(() => openDatabase(name, () => undefined)));
    const [first, second] = tabs.map(createProfileStore);
    await Promise.all([
      first?.saveSettings({ ...DEFAULT_SETTINGS, historySize: 20 }),
      second?.saveRule(OWN_RULE),
    ]);
    expect(await first?.load()).toEqual(await second?.load());
    expect((await second?.load())?.settings.historySize).toBe(20);
    expect((await first?.load())?.rules).toContainEqual(OWN_RULE);
  });
});

describe('a corrupt profile', () => {
  it('setting: its default stands, the others are kept, the fault names it', async () => {
    const { database, profile } = await openProfile();
    await database.put('values', { historySize: 5, bufferSize: 1_000, volume: 11 }, 'settings');
    const { settings, faults } = await profile.load();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, bufferSize: 1_000 });
    expect(faults.map(({ field, allowed }) => [field, allowed.slice(0, 24)])).toEqual([
      ['settings.historySize', '10 to 10000 alerts, whol'],
      ['settings.volume', 'one of venue, customStre'],
    ]);
  });

  it.each([null, 7, 'text', [[]], [1]].flat())('settings of %j are the defaults', (stored) => {
    const { settings, faults } = readProfile(stored, undefined, [], undefined);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(faults).toMatchObject([{ field: 'settings', allowed: 'an object' }]);
  });

  it('watchlist: bad symbols and intervals are named, the others are kept', () => {
    const stored = { symbols: ['BTCUSDT', 'BAD SYMBOL', 7], intervals: ['1H', '1h'] };
    const { watchlist, faults } = readProfile(undefined, stored, [], undefined);
    expect(watchlist).toEqual({ symbols: ['BTCUSDT'], intervals: ['1h'] });
    expect(faults.map(({ field, value }) => [field, value])).toEqual([
      ['watchlist.symbols', '"BAD SYMBOL"'],
      ['watchlist.symbols', '7'],
      ['watchlist.intervals', '"1H"'],
    ]);
  });

  it.each([null, 'BTCUSDT', {}, { symbols: 'BTCUSDT', intervals: ['1h'] }, { symbols: [] }])(
    'watchlist of %j is none, and a fault',
    (stored) => {
      const { watchlist, faults } = readProfile(undefined, stored, [], undefined);
      expect(watchlist).toBeNull();
      expect(faults).toMatchObject([{ field: 'watchlist' }]);
    },
  );

  it('rule: it is kept and named with what is wrong in it, the others are judged', async () => {
    const { database, profile } = await openProfile();
    await database.put('rules', { ...OWN_RULE, id: 'broken', name: 'Mine', side: 'HOLD' });
    await profile.saveRule(OWN_RULE);
    const { rules, brokenRules, faults } = await profile.load();
    expect(rules).toEqual([...READY_MADE_RULES, OWN_RULE]);
    expect(faults).toEqual([]);
    expect(brokenRules).toMatchObject([{ id: 'broken', name: 'Mine' }]);
    expect(brokenRules[0]?.faults.map(describeFault)).toEqual([
      'side: "HOLD" is refused; allowed: BUY, SELL',
    ]);
  });

  it('change of a ready-made rule: the rule is off until it is mended', async () => {
    const { database, profile } = await openProfile();
    await database.put('rules', { id: 'macd-cross-up', isEnabled: 'perhaps' });
    const { rules, brokenRules } = await profile.load();
    expect(rules.find(({ id }) => id === 'macd-cross-up')?.isEnabled).toBe(false);
    expect(brokenRules.map(({ id }) => id)).toEqual(['macd-cross-up']);
  });

  it('judged times: what is not a time is left out, and that series begins anew', async () => {
    const { database, profile } = await openProfile();
    await database.put('values', { 'BTCUSDT@1h': 5, 'ETHUSDT@1h': 'x', X: -1 }, 'judged');
    expect((await profile.load()).judged).toEqual({ 'BTCUSDT@1h': 5 });
    await database.put('values', 'never', 'judged');
    expect((await profile.load()).judged).toEqual({});
  });

  it('attempts: what is not a time is left out', async () => {
    const { database, profile } = await openProfile();
    await database.put('values', [1, '2', Number.NaN, null, 3], 'attempts');
    expect(await profile.loadAttempts()).toEqual([1, 3]);
    await database.put('values', 'never', 'attempts');
    expect(await profile.loadAttempts()).toEqual([]);
  });

  it('rows stay on disk as they are', async () => {
    const { database, profile } = await openProfile();
    await database.put('values', 'garbage', 'settings');
    await database.put('rules', { id: 'broken' });
    await profile.load();
    expect(await database.get('values', 'settings')).toBe('garbage');
    expect(await database.get('rules', 'broken')).toEqual({ id: 'broken' });
  });
});
