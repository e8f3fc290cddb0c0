/**
 * What becomes of a value of the profile when the database appears after the engine has begun without
 * it. The user's changes made meanwhile win; everything else comes from the database:
 * - settings: those that the user changed, the others as stored;
 * - watchlist: what was stored, with what was added meanwhile and without what was removed;
 * - judged times: the earlier ones, so that the time before is caught up with; what was raised
 *   meanwhile exists already and is not told again;
 * - attempts: both, since the exchange has counted both;
 * - anything else (`coverage`): as stored.
 * A rule that was saved or deleted meanwhile is so; the others are as stored.
 */
import type { Watchlist } from '../../domain/watchlist.ts';
import { DEFAULT_SETTINGS, parseSettings, SETTING_KEYS } from '../../protocol/settings.ts';
import type { Settings } from '../../protocol/settings.ts';
import { readAttempts, readJudged, readWatchlist } from './read-profile.ts';

/** `first`: the watchlist of a first start, from which the user set out. `stored` is there. */
export function mergeLate(key: string, held: unknown, stored: unknown, first: Watchlist): unknown {
  switch (key) {
    case 'settings':
      return mergeSettings(parseSettings(held).settings, parseSettings(stored).settings);
    case 'watchlist':
      return mergeWatchlists(readWatchlist(held).value, readWatchlist(stored).value, first);
    case 'judged':
      return earlierOf(readJudged(held), readJudged(stored));
    case 'attempts':
      return [...new Set([...readAttempts(stored), ...readAttempts(held)])].toSorted(
        (a, b) => a - b,
      );
    default:
      return stored;
  }
}

function mergeSettings(held: Settings, stored: Settings): Settings {
  const changed = SETTING_KEYS.filter((key) => held[key] !== DEFAULT_SETTINGS[key]);
  const changes = Object.fromEntries(changed.map((key) => [key, held[key]]));
  // Each is right on its own; together they may contradict each other.
  return parseSettings({ ...stored, ...changes }).settings;
}

function mergeWatchlists(
  held: Watchlist | null,
  stored: Watchlist | null,
  first: Watchlist,
): Watchlist | null {
  if (!held || !stored) return held ?? stored;
  return {
    symbols: mergeLists(held.symbols, stored.symbols, first.symbols),
    intervals: mergeLists(held.intervals, stored.intervals, first.intervals),
  };
}

function mergeLists<T>(
  held: readonly T[],
  stored: readonly T[],
  first: readonly T[],
): readonly T[] {
  const added = held.filter((item) => !first.includes(item) && !stored.includes(item));
  const removed = first.filter((item) => !held.includes(item));
  return [...stored.filter((item) => !removed.includes(item)), ...added];
}

type Times = Readonly<Record<string, number>>;

function earlierOf(held: Times, stored: Times): Times {
  const both = { ...held, ...stored };
  return Object.fromEntries(
    Object.entries(both).map(([key, time]) => [key, Math.min(time, held[key] ?? time)]),
  );
}
