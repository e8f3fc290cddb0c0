import 'fake-indexeddb/auto';
import type { Alert } from '../domain/alert.ts';
import { parseAlert } from '../domain/parse-alert.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import { createStorage } from '../engine/storage.ts';
import { openDatabase } from '../engine/store/database.ts';
import type { Database, OpenDatabase } from '../engine/store/database.ts';
import type { Profile } from '../engine/store/profile-store.ts';
import { createFakeClock, settle } from './fake-clock.ts';
import { createFaultyDatabase } from './faulty-database.ts';

export const FIRST_WATCHLIST: Watchlist = { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1h'] };

let databases = 0;

/** fake-indexeddb works in macrotasks of its own, which no fake clock drives. */
export async function turn(): Promise<void> {
  for (let index = 0; index < 25; index++) {
    await new Promise((resolve) => setImmediate(resolve));
    await settle();
  }
}

/** A storage over a database with faults, its clock driven by hand, and all that it told. */
export function createStorageBench({
  name = `bench-${databases++}`,
  open,
}: { readonly name?: string; readonly open?: OpenDatabase } = {}) {
  const clock = createFakeClock();
  const database = createFaultyDatabase(name);
  const told: string[] = [];
  const late: Profile[] = [];
  const storage = createStorage({
    clock,
    open: open ?? database.open,
    firstWatchlist: FIRST_WATCHLIST,
    onMissing: (reason) => told.push(reason),
    onRecovered: () => told.push('recovered'),
    onLoadedLate: (profile) => late.push(profile),
  });

  /** By another connection, as another tab would. */
  const onDisk = async <T>(work: (other: Database) => Promise<T>): Promise<T> => {
    const other = await openDatabase(name, () => undefined);
    try {
      return await work(other);
    } finally {
      other.close();
    }
  };

  return {
    name,
    clock,
    database,
    storage,
    told,
    late,
    onDisk,
    alertsOnDisk: () =>
      onDisk(async (other): Promise<readonly Alert[]> => {
        const rows = await other.getAll('alerts');
        return rows.flatMap((row) => {
          const parsed = parseAlert(row);
          return parsed.ok ? [parsed.value] : [];
        });
      }),
    /** Lets time pass, and the database work meanwhile. */
    async pass(ms: number): Promise<void> {
      await turn();
      for (let left = ms; left > 0; left -= 500) {
        clock.advance(Math.min(left, 500));
        await turn();
      }
    },
  };
}
