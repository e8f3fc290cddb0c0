import type { Fault } from '../../domain/result.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { BrokenRule } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { JudgedTimes } from '../signals/judged-ledger.ts';
import type { HeldProfile } from './held-profile.ts';
import type { ProfileRow } from './profile-rows.ts';
import { readAttempts, readProfile } from './read-profile.ts';

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

/**
 * Nothing here rejects. What is saved is in memory at once; a save answers when it is in the database
 * too, or when it has turned out that this has to wait.
 */
export interface ProfileStore {
  /** What the database holds, or memory where there is none. May be called again. */
  load(): Promise<Profile>;
  /** Without a look at the database. */
  current(): Profile;
  /** The rules that are not as in the code, the unreadable ones among them, as they are stored. */
  ruleRows(): readonly unknown[];
  saveSettings(settings: Settings): Promise<void>;
  saveWatchlist(watchlist: Watchlist): Promise<void>;
  saveRule(rule: Rule): Promise<void>;
  deleteRule(ruleId: string): Promise<void>;
  loadAttempts(): Promise<readonly number[]>;
  saveAttempts(times: readonly number[]): Promise<void>;
  saveJudged(times: JudgedTimes): Promise<void>;
  /** Undefined where there is none yet; its owner reads it. */
  loadCoverage(): Promise<unknown>;
  saveCoverage(coverage: unknown): Promise<void>;
  /** When its owner was last alive: too often to write the whole of it. */
  loadCoverageSign(): Promise<unknown>;
  saveCoverageSign(sign: unknown): Promise<void>;
}

export function createProfileStore(parts: {
  readonly held: HeldProfile;
  /** Brings what memory holds up to date with the database. */
  readonly refresh: () => Promise<void>;
  /** To the database. */
  readonly write: (rows: readonly ProfileRow[]) => Promise<void>;
}): ProfileStore {
  const { held, refresh, write } = parts;
  const save = (row: ProfileRow): Promise<void> => write([held.save(row)]);
  const saveValue = (key: string, row: unknown): Promise<void> =>
    save({ store: 'values', key, row });
  const value = (key: string): unknown => held.rows.values.get(key);
  return {
    async load() {
      await refresh();
      held.noteTold();
      return readProfile(held.rows);
    },
    current: () => readProfile(held.rows),
    ruleRows: () => [...held.rows.rules.values()],
    saveSettings: (settings) => saveValue('settings', settings),
    saveWatchlist: (watchlist) => saveValue('watchlist', watchlist),
    saveRule: (rule) => save({ store: 'rules', key: rule.id, row: rule }),
    deleteRule: (ruleId) => save({ store: 'rules', key: ruleId, row: undefined }),
    loadAttempts: () => Promise.resolve(readAttempts(value('attempts'))),
    saveAttempts: (times) => saveValue('attempts', times),
    saveJudged: (times) => saveValue('judged', times),
    loadCoverage: () => Promise.resolve(value('coverage')),
    saveCoverage: (coverage) => saveValue('coverage', coverage),
    loadCoverageSign: () => Promise.resolve(value('coverageSign')),
    saveCoverageSign: (sign) => saveValue('coverageSign', sign),
  };
}
