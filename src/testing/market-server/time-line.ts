/**
 * The time of a simulated world, in which computers sleep, tabs freeze and workers die.
 *
 * Guarantees: events happen in order of their time, those of one millisecond in the order of asking;
 * between two of them every promise that can settle has settled; nothing happens in a process that is
 * frozen before it is thawed, and nothing ever again in one that was killed. The world's own clock is
 * the exchange's; what a process reads is that of its computer, which may be wrong.
 */
import type { Clock } from '../../binance/ports.ts';
import { createEventHeap } from './event-heap.ts';
import type { HeapEvent } from './event-heap.ts';

export interface TimeLine {
  /** True time, epoch milliseconds. */
  readonly now: number;
  /** What a process reads off its computer's clock, minus the true time. */
  readonly clockErrorMs: number;
  setClock(errorMs: number): void;
  /** Something that happens in the world, outside of any process. */
  after(delayMs: number, callback: () => void): { cancel(): void };
  openProcess(onError: (error: unknown) => void): Process;
  /** Lets the world go on to that time. */
  runUntil(time: number): Promise<void>;
  run(ms: number): Promise<void>;
}

/** A thread of a browser: a page or a worker. */
export interface Process {
  readonly clock: Clock;
  readonly isAlive: boolean;
  readonly isFrozen: boolean;
  readonly pendingTimers: number;
  /** What comes from outside (a message, an answer); it waits while the process is frozen. */
  receive(delayMs: number, callback: () => void): void;
  /** May be called more than once; each freeze needs a thaw. */
  freeze(): void;
  /**
   * `late`: timers that fell due meanwhile run now, as after a page was frozen. `paused`: they still
   * have their rest to wait, as on computers whose timers sleep too.
   */
  thaw(timers: 'late' | 'paused'): void;
  kill(): void;
  /** Answers how to stop listening. */
  onKilled(listener: () => void): () => void;
}

interface Entry extends HeapEvent {
  readonly callback: () => void;
  readonly process: ProcessState | null;
  /** Later than `time` where it was postponed while it waited in the heap. */
  due: number;
  isCancelled: boolean;
}

interface ProcessState {
  isAlive: boolean;
  freezes: number;
  frozenAt: number;
  readonly timers: Set<Entry>;
  /** Fell due while it was frozen. */
  stalled: Entry[];
  readonly onError: (error: unknown) => void;
  readonly killListeners: Set<() => void>;
}

const TURNS_BETWEEN_BREATHS = 2_000;

export function createTimeLine(startTime: number): TimeLine {
  const heap = createEventHeap<Entry>();
  let now = startTime;
  let order = 0;
  let clockErrorMs = 0;

  const schedule = (
    delayMs: number,
    callback: () => void,
    process: ProcessState | null = null,
  ): Entry => {
    // Whole milliseconds, as browsers give them.
    const time = now + Math.max(0, Math.round(delayMs));
    const entry = { time, due: time, order: order++, callback, process, isCancelled: false };
    heap.push(entry);
    return entry;
  };

  const happenAt = (time: number, entry: Entry): void => {
    entry.due = time;
    entry.time = time;
    entry.order = order++;
    heap.push(entry);
  };

  /** Answers whether a process has taken a turn, after which promises may have to settle. */
  const happen = (entry: Entry): boolean => {
    const { process, callback } = entry;
    if (entry.due > now) happenAt(entry.due, entry);
    else if (!process) callback();
    else if (process.freezes > 0) process.stalled.push(entry);
    else if (process.isAlive) return takeTurn(entry, process);
    return false;
  };

  const takeTurn = (entry: Entry, process: ProcessState): boolean => {
    process.timers.delete(entry);
    try {
      entry.callback();
    } catch (error) {
      process.onError(error);
    }
    return true;
  };

  const runUntil = async (time: number): Promise<void> => {
    await breathe();
    let turns = 0;
    for (let entry = heap.first; entry && entry.time <= time; entry = heap.first) {
      heap.pop();
      if (entry.isCancelled) continue;
      now = Math.max(now, entry.time);
      if (!happen(entry)) continue;
      await settled();
      if (++turns % TURNS_BETWEEN_BREATHS === 0) await breathe();
    }
    await breathe();
    now = Math.max(now, time);
  };

  const thaw = (process: ProcessState, timers: 'late' | 'paused'): void => {
    const frozenMs = now - process.frozenAt;
    if (timers === 'paused') for (const entry of process.timers) entry.due += frozenMs;
    for (const entry of process.stalled) {
      if (!entry.isCancelled) happenAt(Math.max(now, entry.due), entry);
    }
    process.stalled = [];
  };

  const openProcess = (onError: (error: unknown) => void): Process => {
    const state: ProcessState = {
      isAlive: true,
      freezes: 0,
      frozenAt: 0,
      timers: new Set(),
      stalled: [],
      onError,
      killListeners: new Set(),
    };
    return {
      clock: {
        now: () => now + clockErrorMs,
        setTimer(callback, delayMs) {
          if (!state.isAlive) return { cancel: () => undefined };
          const entry = schedule(delayMs, callback, state);
          state.timers.add(entry);
          return {
            cancel() {
              entry.isCancelled = true;
              state.timers.delete(entry);
            },
          };
        },
      },
      get isAlive() {
        return state.isAlive;
      },
      get isFrozen() {
        return state.freezes > 0;
      },
      get pendingTimers() {
        return state.timers.size;
      },
      receive(delayMs, callback) {
        if (state.isAlive) schedule(delayMs, callback, state);
      },
      freeze() {
        if (state.freezes++ === 0) state.frozenAt = now;
      },
      thaw(timers) {
        if (state.freezes === 0 || --state.freezes > 0) return;
        thaw(state, timers);
      },
      kill() {
        if (!state.isAlive) return;
        state.isAlive = false;
        for (const entry of state.timers) entry.isCancelled = true;
        state.timers.clear();
        state.stalled = [];
        for (const listener of state.killListeners) listener();
      },
      onKilled(listener) {
        state.killListeners.add(listener);
        return () => void state.killListeners.delete(listener);
      },
    };
  };

  return {
    get now() {
      return now;
    },
    get clockErrorMs() {
      return clockErrorMs;
    },
    setClock(errorMs) {
      clockErrorMs = errorMs;
    },
    after(delayMs, callback) {
      const entry = schedule(delayMs, callback);
      return { cancel: () => void (entry.isCancelled = true) };
    },
    openProcess,
    runUntil,
    run: (ms) => runUntil(now + ms),
  };
}

/** Node's next tick comes when every promise that can settle has settled. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

/** Lets the test runner have a turn too. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
