/** What the user chose: settings and watchlist, in memory and on disk. */
import type { Fault } from '../domain/result.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import { parseSettingChanges } from '../protocol/settings.ts';
import type { Settings } from '../protocol/settings.ts';
import type { Profile, ProfileStore } from './store/profile-store.ts';

export interface Choices {
  readonly settings: Settings;
  readonly watchlist: Watchlist;
  /** What does not validate is refused and changes nothing. */
  changeSettings(changes: Readonly<Record<string, unknown>>): void;
  setWatchlist(watchlist: Watchlist): void;
}

export function createChoices(parts: {
  readonly profile: Pick<Profile, 'settings' | 'watchlist' | 'faults'>;
  /** For a first start. */
  readonly first: Watchlist;
  readonly store: Pick<ProfileStore, 'saveSettings' | 'saveWatchlist'>;
  readonly refuse: (faults: readonly Fault[]) => void;
  readonly onSettings: (settings: Settings, before: Settings) => void;
  readonly onWatchlist: (watchlist: Watchlist) => void;
}): Choices {
  const { profile, first, store, refuse, onSettings, onWatchlist } = parts;
  let { settings } = profile;
  let watchlist = profile.watchlist ?? first;
  if (watchlist.intervals.length === 0) watchlist = { ...watchlist, intervals: first.intervals };

  const saveWatchlist = (): void => void store.saveWatchlist(watchlist);
  // What is stored but cannot be read stays on disk until the user chooses anew.
  if (!profile.watchlist && profile.faults.length === 0) saveWatchlist();

  return {
    get settings() {
      return settings;
    },
    get watchlist() {
      return watchlist;
    },
    changeSettings(changes) {
      const parsed = parseSettingChanges(settings, changes);
      if (!parsed.ok) return refuse(parsed.faults);
      const before = settings;
      settings = parsed.value;
      void store.saveSettings(settings);
      onSettings(settings, before);
    },
    setWatchlist(next) {
      watchlist = next;
      saveWatchlist();
      onWatchlist(watchlist);
    },
  };
}
