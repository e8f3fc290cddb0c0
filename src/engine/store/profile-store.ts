import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';
import { parseRule } from '../../domain/rules/parse-rule.ts';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { parseIntervals, parseSymbols } from '../../domain/watchlist.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { BrokenRule } from '../../protocol/messages.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../protocol/settings.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { JudgedTimes } from '../signals/judged-ledger.ts';
import type { Database } from './database.ts';

/** What the user chose: settings, watchlist and rules. */
export interface Profile {
  readonly settings: Settings;
  /** Null on a first start. */
  readonly watchlist: Watchlist | null;
  readonly rules: readonly Rule[];
  readonly brokenRules: readonly BrokenRule[];
  readonly judged: JudgedTimes;
  /** What was stored but could not be read; the rest is kept, and so are the rows on disk. */
  readonly faults: readonly Fault[];
}

/** Saves may reject. */
export interface ProfileStore {
  load(): Promise<Profile>;
  saveSettings(settings: Settings): Promise<void>;
  saveWatchlist(watchlist: Watchlist): Promise<void>;
  saveRule(rule: Rule): Promise<void>;
  deleteRule(ruleId: string): Promise<void>;
  loadAttempts(): Promise<readonly number[]>;
  saveAttempts(times: readonly number[]): Promise<void>;
  saveJudged(times: JudgedTimes): Promise<void>;
}

export const FIRST_PROFILE: Profile = {
  settings: DEFAULT_SETTINGS,
  watchlist: null,
  rules: READY_MADE_RULES,
  brokenRules: [],
  judged: {},
  faults: [],
};

export function createProfileStore(database: Database): ProfileStore {
  const save = async (key: string, value: unknown): Promise<void> => {
    await database.put('values', value, key);
  };

  return {
    async load() {
      const transaction = database.transaction(['values', 'rules']);
      const values = transaction.objectStore('values');
      const [settings, watchlist, judged, rules] = await Promise.all([
        values.get('settings'),
        values.get('watchlist'),
        values.get('judged'),
        transaction.objectStore('rules').getAll(),
        transaction.done,
      ]);
      return readProfile(settings, watchlist, rules, judged);
    },
    saveSettings: (settings) => save('settings', settings),
    saveWatchlist: (watchlist) => save('watchlist', watchlist),
    async saveRule(rule) {
      await database.put('rules', rule);
    },
    async deleteRule(ruleId) {
      await database.delete('rules', ruleId);
    },
    async loadAttempts() {
      const times = await database.get('values', 'attempts');
      return Array.isArray(times) ? times.filter((time) => Number.isFinite(time)) : [];
    },
    saveAttempts: (times) => save('attempts', times),
    saveJudged: (times) => save('judged', times),
  };
}

/** Ready-made rules are code: the store holds only those that the user changed, and the user's own. */
export function readProfile(
  storedSettings: unknown,
  storedWatchlist: unknown,
  storedRules: readonly unknown[],
  storedJudged: unknown,
): Profile {
  const { settings, faults: settingFaults } =
    storedSettings === undefined
      ? { settings: DEFAULT_SETTINGS, faults: [] }
      : parseSettings(storedSettings);
  const watchlist = readWatchlist(storedWatchlist);
  const rules = new Map(READY_MADE_RULES.map((rule) => [rule.id, rule]));
  const brokenRules: BrokenRule[] = [];
  for (const row of storedRules) {
    const parsed = parseRule(row);
    if (parsed.ok) {
      rules.set(parsed.value.id, parsed.value);
      continue;
    }
    const id = textOf(row, 'id');
    brokenRules.push({ id, name: textOf(row, 'name') || id, faults: parsed.faults });
    // What the user made of a ready-made rule is not known any more: it says nothing until then.
    const readyMade = rules.get(id);
    if (readyMade) rules.set(id, { ...readyMade, isEnabled: false });
  }
  return {
    settings,
    watchlist: watchlist.value,
    rules: [...rules.values()],
    brokenRules,
    judged: readJudged(storedJudged),
    faults: [...settingFaults, ...watchlist.faults],
  };
}

/** Every stored rule has an id, since the id is its key; anything else may be missing. */
function textOf(row: unknown, field: 'id' | 'name'): string {
  const value = (row as Readonly<Record<string, unknown>> | null)?.[field];
  return typeof value === 'string' ? value : '';
}

/** An entry that is no time is left out: that series begins anew. */
function readJudged(stored: unknown): JudgedTimes {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, time]) => Number.isSafeInteger(time) && time >= 0),
  ) as JudgedTimes;
}

function readWatchlist(stored: unknown): { value: Watchlist | null; faults: readonly Fault[] } {
  if (stored === undefined) return { value: null, faults: [] };
  const row = typeof stored === 'object' && stored !== null ? stored : {};
  const { symbols, intervals } = row as Partial<Record<keyof Watchlist, unknown>>;
  if (!Array.isArray(symbols) || !Array.isArray(intervals)) {
    return { value: null, faults: [fault('watchlist', stored, 'symbols and intervals')] };
  }
  const readSymbols = parseSymbols(symbols, 'watchlist.symbols');
  const readIntervals = parseIntervals(intervals, 'watchlist.intervals');
  const value = { symbols: readSymbols.kept, intervals: readIntervals.kept };
  return { value, faults: [...readSymbols.faults, ...readIntervals.faults] };
}
