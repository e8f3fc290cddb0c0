/**
 * Two ways of doing the same, run alternately in one process (A B A B …): what slows the machine down
 * for a while slows both, and their ratio stays. What is counted is CPU, with that of the garbage
 * collector's threads, so that others on the same machine count for little.
 */

/** What is timed; `prepare` is not. */
export type Work = (() => unknown) | { prepare(): () => unknown };

export interface Paired {
  /** CPU of the first way as a multiple of the second's, one a round. */
  readonly ratios: readonly number[];
  /** Milliseconds of CPU a run. */
  readonly firstMs: readonly number[];
  readonly secondMs: readonly number[];
}

/** An engine is made anew for each run, and V8 compiles again for the first of them: 7 % in runs 3 to 5. */
const WARM_UPS = 5;

/** Both do the same amount of work, and none so little that the clock's grain counts. */
export function measurePairs(rounds: number, first: Work, second: Work): Paired {
  for (let count = 0; count < WARM_UPS; count++) {
    timeOf(first);
    timeOf(second);
  }
  const firstMs: number[] = [];
  const secondMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    firstMs.push(timeOf(first));
    secondMs.push(timeOf(second));
  }
  const ratios = firstMs.map((ms, round) => ms / (secondMs[round] ?? Number.NaN));
  return { ratios, firstMs, secondMs };
}

/**
 * The young garbage of the run before is not collected at this one's cost. A full collection would
 * also throw away compiled code, and a short run would then measure the compiler.
 */
function timeOf(work: Work): number {
  const run = typeof work === 'function' ? work : work.prepare();
  globalThis.gc?.({ type: 'minor' });
  const start = process.cpuUsage();
  kept = run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What was computed is kept, so that no compiler may leave it out. */
let kept: unknown;
export function lastResult(): unknown {
  return kept;
}
