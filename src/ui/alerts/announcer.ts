import type { Alert } from '../../domain/alert.ts';

/**
 * What a screen reader is told of new alerts. The first is told whole and at once; those that come
 * within the pause after it are counted and told in one sentence when the pause ends.
 */
export interface AnnouncerPorts {
  readonly setTimer: (run: () => void, delayMs: number) => unknown;
  readonly say: (words: string) => void;
  readonly describe: (alert: Alert) => string;
  readonly summarize: (total: number, buy: number, sell: number) => string;
}

export interface Announcer {
  announce(alerts: readonly Alert[]): void;
}

export const PAUSE_MS = 4_000;

export function createAnnouncer({ setTimer, say, describe, summarize }: AnnouncerPorts): Announcer {
  let isPausing = false;
  let waiting: Alert[] = [];

  const pause = () => {
    isPausing = true;
    setTimer(() => {
      isPausing = false;
      if (waiting.length > 0) sayWaiting();
    }, PAUSE_MS);
  };
  const sayWaiting = () => {
    const told = waiting;
    waiting = [];
    const [only] = told;
    const buy = told.filter((alert) => alert.signalType === 'BUY').length;
    say(
      told.length === 1 && only ? describe(only) : summarize(told.length, buy, told.length - buy),
    );
    pause();
  };

  return {
    announce(alerts) {
      if (alerts.length === 0) return;
      if (isPausing) {
        waiting.push(...alerts);
        return;
      }
      const [first, ...rest] = alerts;
      if (!first) return;
      say(describe(first));
      waiting.push(...rest);
      pause();
    },
  };
}
