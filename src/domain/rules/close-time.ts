import { intervalMs, shiftOpenTime } from '../interval.ts';
import type { Interval } from '../interval.ts';

/**
 * From the open time of a candle to the instant at which it closes and the next one opens; both in
 * epoch milliseconds. Made once per interval, since it is asked for every candle.
 */
export function closeTimeOf(interval: Interval): (openTime: number) => number {
  if (interval === '1M') return (openTime) => shiftOpenTime(interval, openTime, 1);
  const length = intervalMs(interval);
  return (openTime) => openTime + length;
}
