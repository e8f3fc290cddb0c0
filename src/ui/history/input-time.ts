/** Times as a field for date and time has them: `2025-11-22T14:03`, on no particular clock. */
import type { TimeZone } from '../format/time.ts';

const MINUTE_MS = 60_000;

export function inputTime(time: number, zone: TimeZone): string {
  const offsetMs = zone === 'utc' ? 0 : new Date(time).getTimezoneOffset() * MINUTE_MS;
  return new Date(time - offsetMs).toISOString().slice(0, 16);
}

/** Epoch milliseconds of the minute's beginning, or of its last millisecond; null for an empty field. */
export function readInputTime(value: string, zone: TimeZone, isEnd: boolean): number | null {
  const time = Date.parse(zone === 'utc' ? `${value}Z` : value);
  if (Number.isNaN(time)) return null;
  return isEnd ? time + MINUTE_MS - 1 : time;
}
