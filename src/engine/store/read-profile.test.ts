import { describe, expect, it } from 'vitest';
import { describeFault } from '../../domain/result.ts';
import { priceLevelRule, READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { readAttempts, readProfile } from './read-profile.ts';

const OWN_RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });

function read(values: Readonly<Record<string, unknown>>, rules: readonly { id: string }[] = []) {
  return readProfile({
    values: new Map(Object.entries(values)),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
  });
}

describe('a stored profile', () => {
  it('that holds nothing is the defaults, without a watchlist', () => {
    expect(read({})).toEqual({
      settings: DEFAULT_SETTINGS,
      watchlist: null,
      rules: READY_MADE_RULES,
      brokenRules: [],
      judged: {},
      faults: [],
    });
  });

  it('remembers an empty watchlist as the choice that it is', () => {
    const watchlist = { symbols: [], intervals: ['1h'] };
    expect(read({ watchlist }).watchlist).toEqual(watchlist);
  });
});

describe('a corrupt profile', () => {
  it('setting: its default stands, the others are kept, the fault names it', () => {
    const { settings, faults } = read({
      settings: { historySize: 5, bufferSize: 1_000, volume: 11 },
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, bufferSize: 1_000 });
    expect(faults.map(({ field, allowed }) => [field, allowed.slice(0, 24)])).toEqual([
      ['settings.historySize', '10 to 10000 alerts, whol'],
      ['settings.volume', 'one of venue, customStre'],
    ]);
  });

  it.each([null, 7, 'text', [[]], [1]].flat())('settings of %j are the defaults', (stored) => {
    const { settings, faults } = read({ settings: stored });
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(faults).toMatchObject([{ field: 'settings', allowed: 'an object' }]);
  });

  it('watchlist: bad symbols and intervals are named, the others are kept', () => {
    const stored = { symbols: ['BTCUSDT', 'BAD SYMBOL', 7], intervals: ['1H', '1h'] };
    const { watchlist, faults } = read({ watchlist: stored });
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
      const { watchlist, faults } = read({ watchlist: stored });
      expect(watchlist).toBeNull();
      expect(faults).toMatchObject([{ field: 'watchlist' }]);
    },
  );

  it('rule: it is named with what is wrong in it, the others are judged', () => {
    const broken = { ...OWN_RULE, id: 'broken', name: 'Mine', side: 'HOLD' };
    const { rules, brokenRules, faults } = read({}, [broken, OWN_RULE]);
    expect(rules).toEqual([...READY_MADE_RULES, OWN_RULE]);
    expect(faults).toEqual([]);
    expect(brokenRules).toMatchObject([{ id: 'broken', name: 'Mine' }]);
    expect(brokenRules[0]?.faults.map(describeFault)).toEqual([
      'side: "HOLD" is refused; allowed: BUY, SELL',
    ]);
  });

  it('change of a ready-made rule: the rule is off until it is mended', () => {
    const changed = { id: 'macd-cross-up', isEnabled: 'perhaps' };
    const { rules, brokenRules } = read({}, [changed]);
    expect(rules.find(({ id }) => id === 'macd-cross-up')?.isEnabled).toBe(false);
    expect(brokenRules).toMatchObject([{ id: 'macd-cross-up', name: 'macd-cross-up' }]);
  });

  it('judged times: what is not a time is left out, and that series begins anew', () => {
    const judged = { 'BTCUSDT@1h': 5, 'ETHUSDT@1h': 'x', X: -1 };
    expect(read({ judged }).judged).toEqual({ 'BTCUSDT@1h': 5 });
    expect(read({ judged: 'never' }).judged).toEqual({});
  });

  it('attempts: what is not a time is left out', () => {
    expect(readAttempts([1, '2', Number.NaN, null, 3])).toEqual([1, 3]);
    expect(readAttempts('never')).toEqual([]);
  });
});
