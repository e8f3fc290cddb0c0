import type { Clock } from '../binance/ports.ts';

export interface FakeClock extends Clock {
  /** Moves time on, running due timers in order; timers set meanwhile run too when they fall due. */
  advance(ms: number): void;
  /** As `advance`, letting promises settle before and after each timer. */
  advanceAsync(ms: number): Promise<void>;
  /** Sets the wall clock without running timers, as a changed system clock does. */
  jump(ms: number): void;
  readonly pendingTimers: number;
}

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

/** Time driven by hand. Timers run on a monotonic scale of their own, as they do in a browser. */
export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let elapsed = 0;
  let wallOffset = start;
  let order = 0;
  const entries = new Set<Entry>();

  const nextDue = (until: number): Entry | undefined =>
    [...entries]
      .filter((entry) => entry.due <= until)
      .toSorted((a, b) => a.due - b.due || a.order - b.order)[0];

  const run = (entry: Entry): void => {
    entries.delete(entry);
    elapsed = Math.max(elapsed, entry.due);
    entry.callback();
  };

  return {
    now: () => wallOffset + elapsed,
    setTimer(callback, delayMs) {
      const entry = { due: elapsed + Math.max(0, delayMs), order: order++, callback };
      entries.add(entry);
      return { cancel: () => void entries.delete(entry) };
    },
    advance(ms) {
      const until = elapsed + ms;
      for (let entry = nextDue(until); entry; entry = nextDue(until)) run(entry);
      elapsed = until;
    },
    async advanceAsync(ms) {
      const until = elapsed + ms;
      await settle();
      for (let entry = nextDue(until); entry; entry = nextDue(until)) {
        run(entry);
        await settle();
      }
      elapsed = until;
    },
    jump(ms) {
      wallOffset += ms;
    },
    get pendingTimers() {
      return entries.size;
    },
  };
}

/** Lets every promise that can settle now do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
