/**
 * What one link has of what it should have, stream by stream. Pure bookkeeping: `subscriptions.ts`
 * decides when to send.
 */

/** `unsure`: asked for without an answer, so the server may have it or not. */
type Presence = 'absent' | 'present' | 'unsure';

interface StreamEntry {
  presence: Presence;
  /** Fruitless messages in a row. */
  failures: number;
  /** Refusals among them: these shrink the batch, to find the one name that is wrong. */
  refusals: number;
  /** Must not be tried now. */
  isResting: boolean;
  /** There, as the server says, but not delivered: to be removed and added again. */
  isDoubted: boolean;
}

export interface StreamLedger {
  setDesired(streams: ReadonlySet<string>): void;
  /** Names for the next message, empty if there is nothing to do. */
  nextRemovals(): string[];
  nextAdditions(): string[];
  asked(streams: readonly string[]): void;
  confirmed(streams: readonly string[], isPresent: boolean): void;
  /** Puts the names to rest and tells how often the most unlucky of them has failed. */
  failed(streams: readonly string[], isRefusal: boolean): number;
  rested(streams: readonly string[]): void;
  /** Those that may be there are removed, and then added again. */
  renew(streams: readonly string[]): void;
  /** Compares with the server's own list; returns the names that it had lost. */
  reconcile(listed: readonly string[]): string[];
  readonly acknowledged: number;
  failedStreams(): string[];
  /** Every desired stream is there, or known to be refused; nothing else is. */
  readonly isSettled: boolean;
}

export const STREAMS_PER_LINK = 1024;
/** Names a message, by refusals so far. */
const BATCH_SIZES = [200, 25, 5, 1] as const;
/** From here on a stream counts as failed and is tried only now and then. */
export const FAILURES_TO_GIVE_UP = 6;

export function createStreamLedger(): StreamLedger {
  let desired: ReadonlySet<string> = new Set();
  const entries = new Map<string, StreamEntry>();

  const entryOf = (stream: string): StreamEntry => {
    const existing = entries.get(stream);
    if (existing) return existing;
    const entry: StreamEntry = {
      presence: 'absent',
      failures: 0,
      refusals: 0,
      isResting: false,
      isDoubted: false,
    };
    entries.set(stream, entry);
    return entry;
  };

  const batchSize = (refusals: number): number => BATCH_SIZES[refusals] ?? 1;

  const collect = (
    streams: Iterable<string>,
    isWanted: (stream: string, entry: StreamEntry) => boolean,
    room: number,
  ): string[] => {
    const batch: string[] = [];
    let refusals: number | undefined;
    for (const stream of streams) {
      const entry = entryOf(stream);
      if (entry.isResting || !isWanted(stream, entry)) continue;
      refusals ??= entry.refusals;
      if (batch.length >= Math.min(room, batchSize(refusals))) break;
      if (entry.refusals === refusals) batch.push(stream);
    }
    return batch;
  };

  const forgetUnneeded = (stream: string, entry: StreamEntry): void => {
    if (entry.presence === 'absent' && !entry.isResting && !desired.has(stream)) {
      entries.delete(stream);
    }
  };

  const occupied = (): number => {
    let count = 0;
    for (const entry of entries.values()) if (entry.presence !== 'absent') count++;
    return count;
  };

  const isFailed = (entry: StreamEntry | undefined): boolean =>
    entry !== undefined && entry.failures >= FAILURES_TO_GIVE_UP;

  return {
    setDesired(streams) {
      desired = streams;
      for (const [stream, entry] of entries) forgetUnneeded(stream, entry);
    },
    nextRemovals: () =>
      collect(
        entries.keys(),
        (stream, entry) => entry.presence !== 'absent' && (entry.isDoubted || !desired.has(stream)),
        Infinity,
      ),
    nextAdditions: () => {
      const room = STREAMS_PER_LINK - occupied();
      const isRetry = (entry: StreamEntry): boolean =>
        entry.presence === 'unsure' && !entry.isDoubted;
      // Asking again for one that may be there takes no new place.
      const retries = collect(desired, (_, entry) => isRetry(entry), Infinity);
      return retries.length > 0
        ? retries
        : collect(desired, (_, entry) => entry.presence === 'absent', room);
    },
    asked(streams) {
      for (const stream of streams) entryOf(stream).presence = 'unsure';
    },
    confirmed(streams, isPresent) {
      for (const stream of streams) {
        const entry = entryOf(stream);
        entry.presence = isPresent ? 'present' : 'absent';
        entry.failures = 0;
        entry.refusals = 0;
        if (!isPresent) entry.isDoubted = false;
        forgetUnneeded(stream, entry);
      }
    },
    failed(streams, isRefusal) {
      let most = 0;
      for (const stream of streams) {
        const entry = entryOf(stream);
        entry.failures++;
        if (isRefusal) entry.refusals++;
        entry.isResting = true;
        most = Math.max(most, entry.failures);
      }
      return most;
    },
    rested(streams) {
      for (const stream of streams) {
        const entry = entries.get(stream);
        if (!entry) continue;
        entry.isResting = false;
        forgetUnneeded(stream, entry);
      }
    },
    renew(streams) {
      for (const stream of streams) {
        const entry = entries.get(stream);
        if (entry && entry.presence !== 'absent') entry.isDoubted = true;
      }
    },
    reconcile(listed) {
      const present = new Set(listed);
      const lost: string[] = [];
      for (const [stream, entry] of entries) {
        if (entry.presence !== 'present' || present.has(stream)) continue;
        entry.presence = 'absent';
        entry.isDoubted = false;
        lost.push(stream);
      }
      for (const stream of listed) {
        const entry = entryOf(stream);
        if (entry.presence === 'absent') entry.presence = 'unsure';
      }
      return lost;
    },
    get acknowledged() {
      let count = 0;
      for (const stream of desired) if (entries.get(stream)?.presence === 'present') count++;
      return count;
    },
    failedStreams: () =>
      [...desired].filter((stream) => {
        const entry = entries.get(stream);
        return entry?.presence !== 'present' && isFailed(entry);
      }),
    get isSettled() {
      for (const stream of desired) {
        const entry = entries.get(stream);
        const isThere = entry?.presence === 'present' && !entry.isDoubted;
        if (!isThere && !isFailed(entry)) return false;
      }
      return true;
    },
  };
}
