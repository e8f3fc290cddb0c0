import { isTime } from '../../domain/epoch-time.ts';
import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';
import { parseRule } from '../../domain/rules/parse-rule.ts';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { parseIntervals, parseSymbols } from '../../domain/watchlist.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { BrokenRule } from '../../protocol/messages.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../protocol/settings.ts';
import type { JudgedTimes } from '../signals/judged-ledger.ts';
import type { ProfileRows } from './profile-rows.ts';
import type { Profile } from './profile-store.ts';

/** Ready-made rules are code: the store holds only those that the user changed, and the user's own. */
export function readProfile({ values, rules: storedRules }: ProfileRows): Profile {
  const storedSettings = values.get('settings');
  const { settings, faults: settingFaults } =
    storedSettings === undefined
      ? { settings: DEFAULT_SETTINGS, faults: [] }
      : parseSettings(storedSettings);
  const watchlist = readWatchlist(values.get('watchlist'));
  const rules = new Map(READY_MADE_RULES.map((rule) => [rule.id, rule]));
  const brokenRules: BrokenRule[] = [];
  for (const [id, row] of storedRules) {
    const parsed = parseRule(row);
    if (parsed.ok) {
      rules.set(parsed.value.id, parsed.value);
      continue;
    }
    brokenRules.push({ id, name: nameOf(row) || id, faults: parsed.faults });
    // What the user made of a ready-made rule is not known any more: it says nothing until then.
    const readyMade = rules.get(id);
    if (readyMade) rules.set(id, { ...readyMade, isEnabled: false });
  }
  return {
    settings,
    watchlist: watchlist.value,
    rules: [...rules.values()],
    brokenRules,
    judged: readJudged(values.get('judged')),
    faults: [...settingFaults, ...watchlist.faults],
  };
}

function nameOf(row: unknown): string {
  const name = (row as { readonly name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
}

/** An entry that is no time is left out: that series begins anew. */
export function readJudged(stored: unknown): JudgedTimes {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, time]) => isTime(time)),
  ) as JudgedTimes;
}

export function readAttempts(stored: unknown): readonly number[] {
  return Array.isArray(stored) ? stored.filter((time) => Number.isFinite(time)) : [];
}

export function readWatchlist(stored: unknown): {
  readonly value: Watchlist | null;
  readonly faults: readonly Fault[];
} {
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
