import { text } from '../text/text.ts';
import type { TimeZone } from './time.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A mark on a time axis, as short as the step between marks allows: `14:30`, `22 Nov`, `2025`. */
export function formatAxisTime(time: number, stepMs: number, zone: TimeZone): string {
  const date = new Date(time);
  const isUtc = zone === 'utc';
  const options = isUtc ? { timeZone: 'UTC' } : {};
  const format = (fields: Intl.DateTimeFormatOptions) =>
    date.toLocaleString(text().locale, { ...fields, ...options });
  if (stepMs >= 360 * DAY) return format({ year: 'numeric' });
  if (stepMs >= 28 * DAY) return format({ month: 'short', year: '2-digit' });
  const hours = isUtc ? date.getUTCHours() : date.getHours();
  const minutes = isUtc ? date.getUTCMinutes() : date.getMinutes();
  const seconds = isUtc ? date.getUTCSeconds() : date.getSeconds();
  const isMidnight = hours + minutes + seconds === 0;
  if (stepMs >= DAY || isMidnight) return format({ day: 'numeric', month: 'short' });
  const parts = stepMs < MINUTE ? [hours, minutes, seconds] : [hours, minutes];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
