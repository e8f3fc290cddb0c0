import type { StartOptions } from '../protocol/messages.ts';
import type { EnginePorts } from './engine-ports.ts';
import { createStorage } from './storage.ts';
import type { Storage } from './storage.ts';
import { firstWatchlist, profileName } from './venues.ts';

/** Who is told of the storage's troubles now. */
export interface StorageWatcher {
  onMissing(reason: string): void;
  onRecovered(): void;
  onLoadedLate(): void;
}

/** The storage of one worker: what memory holds in place of a database survives a change of roles. */
export interface WorkerStorage {
  readonly storage: Storage;
  /** Replaces the watcher before; told at once of a trouble that lasts. Null: nobody. */
  setWatcher(watcher: StorageWatcher | null): void;
}

export function createWorkerStorage(ports: EnginePorts, options: StartOptions): WorkerStorage {
  let watcher: StorageWatcher | null = null;
  let trouble: string | undefined;
  const storage = createStorage({
    clock: ports.clock,
    open: (onLost) => ports.openDatabase(profileName(options), onLost),
    firstWatchlist: firstWatchlist(options),
    onMissing(reason) {
      trouble = reason;
      watcher?.onMissing(reason);
    },
    onRecovered() {
      trouble = undefined;
      watcher?.onRecovered();
    },
    onLoadedLate: () => watcher?.onLoadedLate(),
  });
  return {
    storage,
    setWatcher(next) {
      watcher = next;
      if (trouble !== undefined) watcher?.onMissing(trouble);
    },
  };
}
