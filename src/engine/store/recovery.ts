/**
 * Gets out of trouble again. Guarantees: after a failure the same attempt is made after 1 s, then 2 s,
 * 4 s … 60 s, without end, until one succeeds during which nothing else failed; only one is under way at
 * a time. Trouble is told when it begins and when an attempt fails for another reason; its end once.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { troubleInWords } from './storage-trouble.ts';

export interface Recovery {
  readonly isInTrouble: boolean;
  /** Makes the attempt now; answers when it is over, however it ends. */
  tryNow(): Promise<void>;
  /** Something failed: there will be another attempt. */
  fail(error: unknown): void;
  dispose(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export function createRecovery(parts: {
  readonly clock: Clock;
  readonly attempt: () => Promise<void>;
  readonly onTrouble: (reason: string) => void;
  readonly onEnd: () => void;
}): Recovery {
  const { clock, attempt, onTrouble, onEnd } = parts;
  let trouble: string | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: Timer | undefined;
  let underway: Promise<void> | undefined;
  /** Since the last attempt began: what else fails then is mostly a consequence. */
  let hasFailed = false;
  let isDisposed = false;

  const tryLater = (): void => {
    if (timer || underway || isDisposed) return;
    timer = clock.setTimer(() => void tryNow(), pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  };

  const fail = (error: unknown): void => {
    if (isDisposed) return;
    const reason = troubleInWords(error);
    const isFirst = !hasFailed;
    hasFailed = true;
    if (isFirst && reason !== trouble) {
      trouble = reason;
      onTrouble(reason);
    }
    tryLater();
  };

  const makeAttempt = async (): Promise<void> => {
    timer?.cancel();
    timer = undefined;
    hasFailed = false;
    try {
      await attempt();
    } catch (error) {
      fail(error);
    }
    underway = undefined;
    if (hasFailed) return tryLater();
    pauseMs = FIRST_PAUSE_MS;
    if (trouble === undefined) return;
    trouble = undefined;
    if (!isDisposed) onEnd();
  };

  const tryNow = (): Promise<void> => (underway ??= makeAttempt());

  return {
    get isInTrouble() {
      return trouble !== undefined;
    },
    tryNow,
    fail,
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}
