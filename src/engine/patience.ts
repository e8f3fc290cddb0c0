import type { Clock } from '../binance/ports.ts';

/** The outcome of `work`, or a rejection with `reason` once it has taken longer than `patienceMs`. */
export function orGiveUp<T>(
  clock: Clock,
  work: Promise<T>,
  patienceMs: number,
  reason: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(() => reject(new Error(reason)), patienceMs);
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
