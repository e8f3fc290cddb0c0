import type { Clock } from '../binance/ports.ts';
import type { AlertStore } from './alerts/alert-store.ts';
import { NO_ALERT_STORE } from './alerts/alert-store.ts';
import type { Database } from './store/database.ts';
import { createIndexedAlertStore } from './store/indexed-alert-store.ts';
import { createProfileStore, FIRST_PROFILE } from './store/profile-store.ts';
import type { ProfileStore } from './store/profile-store.ts';
import { orGiveUp } from './patience.ts';

export interface Storage {
  readonly alerts: AlertStore;
  readonly profile: ProfileStore;
  /** Whether anything outlives the page. */
  readonly isStored: boolean;
}

/** How long a database may take to open and to be read: a blocked one would hold up everything. */
const OPENING_PATIENCE_MS = 3_000;

/** Keeps nothing: the engine's own memory holds the choices for as long as the page lives. */
const MEMORY: Storage = {
  alerts: NO_ALERT_STORE,
  profile: {
    load: () => Promise.resolve(FIRST_PROFILE),
    saveSettings: () => Promise.resolve(),
    saveWatchlist: () => Promise.resolve(),
    saveRule: () => Promise.resolve(),
    deleteRule: () => Promise.resolve(),
    loadAttempts: () => Promise.resolve([]),
    saveAttempts: () => Promise.resolve(),
    saveJudged: () => Promise.resolve(),
  },
  isStored: false,
};

/** The database, or memory and the reason where the browser gives none. Never rejects. */
export async function openStorage(
  clock: Clock,
  open: () => Promise<Database>,
  onMissing: (reason: string) => void,
): Promise<Storage> {
  let opening: Promise<Database> | undefined;
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    orGiveUp(clock, work, OPENING_PATIENCE_MS, 'the browser did not open the database in time');
  try {
    opening = open();
    const database = await inTime(opening);
    const profile = createProfileStore(database);
    // A database that cannot be read is none: what was chosen must not be overwritten with defaults.
    const loaded = await inTime(profile.load());
    return {
      alerts: createIndexedAlertStore(database),
      profile: { ...profile, load: () => Promise.resolve(loaded) },
      isStored: true,
    };
  } catch (error) {
    onMissing(String(error));
    // One that opens after all would only stand in the way of a newer version.
    opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    return MEMORY;
  }
}
