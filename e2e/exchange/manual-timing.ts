import type { Timing } from './timing.ts';

/** Time that stands still until a test moves it. */
export interface ManualTiming extends Timing {
  /** Moves time on by `ms`, running the tasks that fall due in their order. */
  advance(ms: number): void;
}

interface Task {
  readonly run: () => void;
  readonly everyMs: number | undefined;
  dueAt: number;
}

/** Creates a {@link ManualTiming} that starts at `startAt` (ms since the epoch). */
export function createManualTiming(startAt = 1_700_000_000_000): ManualTiming {
  let now = startAt;
  const tasks = new Set<Task>();

  const add = (ms: number, run: () => void, everyMs: number | undefined): (() => void) => {
    const task: Task = { run, everyMs, dueAt: now + ms };
    tasks.add(task);
    return () => {
      tasks.delete(task);
    };
  };

  const nextDue = (until: number): Task | undefined => {
    let next: Task | undefined;
    for (const task of tasks) {
      if (task.dueAt <= until && (next === undefined || task.dueAt < next.dueAt)) next = task;
    }
    return next;
  };

  return {
    now: () => now,
    after: (ms, task) => add(ms, task, undefined),
    every: (ms, task) => add(ms, task, ms),
    advance(ms) {
      const until = now + ms;
      for (let task = nextDue(until); task !== undefined; task = nextDue(until)) {
        now = task.dueAt;
        if (task.everyMs === undefined) tasks.delete(task);
        else task.dueAt += task.everyMs;
        task.run();
      }
      now = until;
    },
  };
}
