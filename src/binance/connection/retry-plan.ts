/**
 * When and where to try next.
 *
 * Guarantees: the counters return to zero only when told that a link was stable; after
 * `maxReconnectAttempts` at one endpoint the next one is due, with short delays again on the first
 * round through the list and long ones on later rounds; it never says to stop.
 */
import type { Random } from '../ports.ts';
import { backoffDelayMs } from './backoff.ts';
import type { EndpointCursor } from './endpoint-cursor.ts';
import type { ConnectionOptions, Endpoint } from './status.ts';

export interface RetryPlan {
  /** An attempt starts. */
  started(endpoint: Endpoint): void;
  /** It was in vain, or a link was lost. Returns the delay of the next attempt. */
  failed(): number;
  opened(): void;
  stable(): void;
  /** Begin afresh, because a person asked for it. */
  reset(): void;
  /** Attempts since a link was last stable. */
  readonly attempts: number;
  /** An endpoint has failed as often as allowed, and nothing has opened since. */
  readonly hasExhausted: boolean;
}

export function createRetryPlan(
  cursor: EndpointCursor,
  options: () => ConnectionOptions,
  random: Random,
): RetryPlan {
  let endpoint: Endpoint | undefined;
  let attempts = 0;
  let attemptsHere = 0;
  let hasExhausted = false;

  const forget = (): void => {
    attempts = 0;
    attemptsHere = 0;
  };

  return {
    started(next) {
      if (next.url !== endpoint?.url) attemptsHere = 0;
      endpoint = next;
      attempts++;
      attemptsHere++;
    },
    failed() {
      const { maxReconnectAttempts, minReconnectDelayMs, maxReconnectDelayMs } = options();
      let retry = Math.max(0, attemptsHere - 1);
      if (endpoint && attemptsHere >= maxReconnectAttempts) {
        cursor.failed(endpoint);
        attemptsHere = 0;
        hasExhausted = true;
        retry = 0;
      }
      const bounds = { minMs: minReconnectDelayMs, maxMs: maxReconnectDelayMs };
      return backoffDelayMs(retry + cursor.laps * maxReconnectAttempts, bounds, random);
    },
    opened() {
      hasExhausted = false;
    },
    stable() {
      forget();
      cursor.worked();
    },
    reset() {
      forget();
      hasExhausted = false;
    },
    get attempts() {
      return attempts;
    },
    get hasExhausted() {
      return hasExhausted;
    },
  };
}
