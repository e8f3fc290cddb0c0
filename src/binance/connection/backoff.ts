/**
 * How long to wait before attempt n (0 is the first retry): doubling, capped, with jitter.
 *
 * Guarantees: never below `minMs`, never above `maxMs`, and half of every delay is random, so that
 * clients cut off together do not come back together.
 */
import type { Random } from '../ports.ts';

export interface BackoffBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Milliseconds, uniform in [max(min, cap/2), cap] with cap = min(max, min * 2^(n+1)). */
export function backoffDelayMs(
  attempt: number,
  { minMs, maxMs }: BackoffBounds,
  random: Random,
): number {
  const highest = Math.max(minMs, maxMs);
  const cap = Math.min(highest, minMs * 2 ** (Math.max(0, attempt) + 1));
  const floor = Math.max(minMs, cap / 2);
  return floor + random() * (cap - floor);
}
