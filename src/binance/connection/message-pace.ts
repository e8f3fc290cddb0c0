/**
 * Binance closes a connection that sends more than 5 messages a second, and bans repeat offenders.
 *
 * Guarantees: one message at a time waits for its answer, and the next leaves at least 260 ms after
 * that answer (or after 5 s without one). So no second holds more than 4, as we send them and, since
 * an answered message has arrived, as the server receives them, even when the network delays a few
 * and delivers them together. Timers alone decide, never the wall clock: setting it changes nothing.
 */
import type { Clock, Timer } from '../ports.ts';

export interface MessagePace {
  readonly isFree: boolean;
  /** Call when a message leaves. `onUnanswered` follows if `answered` does not within 5 s. */
  started(onUnanswered: () => void): void;
  answered(): void;
  stop(): void;
}

const SPACING_MS = 260;
const ANSWER_TIMEOUT_MS = 5000;

export function createMessagePace(clock: Clock, onFree: () => void): MessagePace {
  let timer: Timer | undefined;

  const rest = (): void => {
    timer?.cancel();
    timer = clock.setTimer(() => {
      timer = undefined;
      onFree();
    }, SPACING_MS);
  };

  return {
    get isFree() {
      return timer === undefined;
    },
    started(onUnanswered) {
      timer = clock.setTimer(() => {
        rest();
        onUnanswered();
      }, ANSWER_TIMEOUT_MS);
    },
    answered: rest,
    stop() {
      timer?.cancel();
      timer = undefined;
    },
  };
}
