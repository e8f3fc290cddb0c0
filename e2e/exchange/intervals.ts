const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 1970-01-05, the first Monday of the epoch: weekly candles open on Mondays, 00:00 UTC. */
const FIRST_MONDAY = 4 * DAY;

const LENGTHS = {
  '1s': SECOND,
  '1m': MINUTE,
  '3m': 3 * MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '4h': 4 * HOUR,
  '6h': 6 * HOUR,
  '8h': 8 * HOUR,
  '12h': 12 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
  '1w': 7 * DAY,
} as const;

/** A candle interval of Binance's; `1m` is a minute and `1M` a month. */
export type Interval = keyof typeof LENGTHS | '1M';

/** All intervals, shortest first. */
export const INTERVALS: readonly Interval[] = [
  ...(Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]),
  '1M',
];

/** Whether the text names an interval that exists. */
export function isInterval(text: string): text is Interval {
  return (INTERVALS as readonly string[]).includes(text);
}

function monthStart(time: number, monthsOn: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOn, 1);
}

/** Opening time (ms) of the candle that contains `time`. */
export function openTimeAt(interval: Interval, time: number): number {
  if (interval === '1M') return monthStart(time, 0);
  const length = LENGTHS[interval];
  const origin = interval === '1w' ? FIRST_MONDAY : 0;
  return origin + Math.floor((time - origin) / length) * length;
}

/** Opening time of the candle after the one that opens at `openTime`. */
export function nextOpenTime(interval: Interval, openTime: number): number {
  return interval === '1M' ? monthStart(openTime, 1) : openTime + LENGTHS[interval];
}

/** Opening time of the candle before the one that opens at `openTime`. */
export function previousOpenTime(interval: Interval, openTime: number): number {
  return interval === '1M' ? monthStart(openTime, -1) : openTime - LENGTHS[interval];
}

/** Last millisecond of the candle, as Binance gives it. */
export function closeTimeOf(interval: Interval, openTime: number): number {
  return nextOpenTime(interval, openTime) - 1;
}
