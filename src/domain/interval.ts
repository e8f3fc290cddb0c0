import { accept, refuse } from './result.ts';
import type { Result } from './result.ts';

/** Every candle interval that Binance serves. `1m` is a minute, `1M` a month. */
export const INTERVALS = [
  '1s',
  '1m',
  '3m',
  '5m',
  '15m',
  '30m',
  '1h',
  '2h',
  '4h',
  '6h',
  '8h',
  '12h',
  '1d',
  '3d',
  '1w',
  '1M',
] as const;

export type Interval = (typeof INTERVALS)[number];

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A table, because a length is asked for several times with each candle that comes. */
const LENGTH_MS: Readonly<Record<Interval, number>> = {
  '1s': SECOND_MS,
  '1m': MINUTE_MS,
  '3m': 3 * MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '30m': 30 * MINUTE_MS,
  '1h': HOUR_MS,
  '2h': 2 * HOUR_MS,
  '4h': 4 * HOUR_MS,
  '6h': 6 * HOUR_MS,
  '8h': 8 * HOUR_MS,
  '12h': 12 * HOUR_MS,
  '1d': DAY_MS,
  '3d': 3 * DAY_MS,
  '1w': 7 * DAY_MS,
  '1M': 30 * DAY_MS,
};

/** 1970-01-05, the first Monday of the epoch: weekly candles open on Mondays, 00:00 UTC. */
const FIRST_MONDAY = 4 * DAY_MS;

export function isInterval(text: string): text is Interval {
  return Object.hasOwn(LENGTH_MS, text);
}

export function parseInterval(value: unknown, field: string): Result<Interval> {
  if (typeof value === 'string' && isInterval(value)) return accept(value);
  return refuse(field, value, INTERVALS.join(', '));
}

/** Length in milliseconds; a month counts as 30 days, so use it for paces, not for open times. */
export function intervalMs(interval: Interval): number {
  return LENGTH_MS[interval];
}

/** Open time of the candle that contains `time` (epoch milliseconds, UTC as at the exchange). */
export function openTimeAt(interval: Interval, time: number): number {
  if (interval === '1M') {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }
  const anchor = interval === '1w' ? FIRST_MONDAY : 0;
  const length = intervalMs(interval);
  return Math.floor((time - anchor) / length) * length + anchor;
}

/**
 * Whether a candle of the interval can open at `time`. Binance does not say from which day it counts
 * candles of three days, so any day may begin one.
 */
export function isOpenTime(interval: Interval, time: number): boolean {
  return openTimeAt(interval === '3d' ? '1d' : interval, time) === time;
}

/** Open time of the candle `count` after (or, negative, before) the one that opens at `openTime`. */
export function shiftOpenTime(interval: Interval, openTime: number, count: number): number {
  if (interval === '1M') {
    const date = new Date(openTime);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
  }
  return openTime + count * intervalMs(interval);
}
