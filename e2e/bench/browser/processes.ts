/** CPU time of processes and their threads, as Linux counts it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A thread and the CPU it has used so far. */
export interface ThreadUse {
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly ms: number;
}

/** The process and all that came of it. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const parent = Number.isInteger(pid) ? parentOf(pid) : undefined;
    if (parent !== undefined) parents.set(pid, parent);
  }
  const isWithin = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isWithin(parents.get(pid)));
  return [...parents.keys()].filter(isWithin);
}

/** Threads that ended meanwhile are left out. */
export function threadsOf(pids: readonly number[]): readonly ThreadUse[] {
  return pids.flatMap((pid) => {
    const folder = `/proc/${pid}/task`;
    const tids = existsSync(folder) ? readOr(() => readdirSync(folder), []) : [];
    return tids.flatMap((tid) => {
      const name = readOr(() => readFileSync(`${folder}/${tid}/comm`, 'utf8').trim(), '');
      // Nanoseconds on a processor; /proc/…/stat has hundredths of a second only.
      const text = readOr(() => readFileSync(`${folder}/${tid}/schedstat`, 'utf8'), '');
      const ns = Number(text.split(' ')[0]);
      return text === '' ? [] : [{ pid, tid: Number(tid), name, ms: ns / 1e6 }];
    });
  });
}

/** What was used between two readings, thread by thread; new threads count from nothing. */
export function usedBetween(
  before: readonly ThreadUse[],
  after: readonly ThreadUse[],
): readonly ThreadUse[] {
  const known = new Map(before.map(({ tid, ms }) => [tid, ms]));
  return after.map((thread) => ({ ...thread, ms: thread.ms - (known.get(thread.tid) ?? 0) }));
}

export function sumMs(threads: readonly ThreadUse[]): number {
  return threads.reduce((sum, { ms }) => sum + ms, 0);
}

function parentOf(pid: number): number | undefined {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  // After the name in parentheses, which may hold anything: state, parent.
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return parent === undefined ? undefined : Number(parent);
}

/** A process may end while it is being looked at. */
function readOr<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
