/** The one pending retry. It never fires before the ledger admits another attempt. */
import type { Clock, Timer } from '../ports.ts';
import type { AttemptLedger } from './attempt-ledger.ts';

export interface RetryTimer {
  set(delayMs: number): void;
  cancel(): void;
  /** Epoch milliseconds, null where none is pending. */
  readonly dueAt: number | null;
}

export function createRetryTimer(
  clock: Clock,
  ledger: AttemptLedger,
  onDue: () => void,
): RetryTimer {
  let timer: Timer | undefined;
  let dueAt: number | null = null;

  const cancel = (): void => {
    timer?.cancel();
    timer = undefined;
    dueAt = null;
  };

  const set = (delayMs: number): void => {
    cancel();
    const waitMs = Math.max(delayMs, ledger.waitMs());
    dueAt = clock.now() + waitMs;
    timer = clock.setTimer(() => {
      cancel();
      if (ledger.waitMs() > 0) set(0);
      else onDue();
    }, waitMs);
  };

  return {
    set,
    cancel,
    get dueAt() {
      return dueAt;
    },
  };
}
