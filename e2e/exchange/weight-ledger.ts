import type { Limits } from './limits.ts';
import type { Timing } from './timing.ts';

const MINUTE = 60_000;

/** What a request meets at the gate. */
export interface WeightVerdict {
  /** Weight used within this minute, the request included. */
  readonly used: number;
  /** 429 or 418 when the request is refused. */
  readonly refusal?: {
    readonly status: 429 | 418;
    readonly retryAfterSeconds: number;
    /** Machine's time (ms) until which the address is refused. */
    readonly until: number;
  };
}

/** Counts request weight per minute, as Binance does per address (here there is only one). */
export interface WeightLedger {
  charge(weight: number): WeightVerdict;
  /** Forgets what was used, and any ban. */
  clear(): void;
}

/** Over the limit answers 429 until the minute ends; going on all the same brings 418. */
export function createWeightLedger(limits: Limits, timing: Timing): WeightLedger {
  let minute = 0;
  let used = 0;
  let refusedInMinute = 0;
  let bannedUntil = 0;

  const refused = (status: 429 | 418, until: number): WeightVerdict => ({
    used,
    refusal: {
      status,
      retryAfterSeconds: Math.max(1, Math.ceil((until - timing.now()) / 1000)),
      until,
    },
  });

  return {
    charge(weight) {
      const now = timing.now();
      if (Math.floor(now / MINUTE) !== minute) {
        minute = Math.floor(now / MINUTE);
        used = 0;
        refusedInMinute = 0;
      }
      used += weight;
      if (now < bannedUntil) return refused(418, bannedUntil);
      if (used <= limits.maxWeight) return { used };
      refusedInMinute += 1;
      if (refusedInMinute <= limits.requestsBeforeBan) return refused(429, (minute + 1) * MINUTE);
      bannedUntil = now + limits.banMs;
      return refused(418, bannedUntil);
    },
    clear() {
      used = 0;
      refusedInMinute = 0;
      bannedUntil = 0;
    },
  };
}
