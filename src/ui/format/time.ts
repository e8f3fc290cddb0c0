import { text } from '../text/text.ts';

/** Whose clock is shown: the user's, or the exchange's day and night. */
export type TimeZone = 'local' | 'utc';

/** `14:03:22` */
export function formatTime(time: number, zone: TimeZone): string {
  return formatter('time', zone).format(time);
}

/** `22 Nov 2025, 14:03:22` */
export function formatDateTime(time: number, zone: TimeZone): string {
  return formatter('dateTime', zone).format(time);
}

/** `14:03:22` on the day of `now`, `22 Nov, 14:03` on another. */
export function formatMoment(time: number, now: number, zone: TimeZone): string {
  const day = formatter('day', zone);
  if (day.format(time) === day.format(now)) return formatTime(time, zone);
  return formatter('dayTime', zone).format(time);
}

/** `14:03` on the day of `now`, `22 Nov, 14:03` on another. */
export function formatShortMoment(time: number, now: number, zone: TimeZone): string {
  const day = formatter('day', zone);
  const isToday = day.format(time) === day.format(now);
  return formatter(isToday ? 'minute' : 'dayTime', zone).format(time);
}

/** How long ago, in the largest unit that fits: `3 s ago`, `5 min ago`. */
export function formatAge(time: number, now: number): string {
  return text().time.ago(formatDuration(now - time));
}

/** A span in its largest whole unit: `45 s`, `12 min`, `3 h`, `2 d`. Never below zero. */
export function formatDuration(spanMs: number): string {
  const seconds = Math.max(0, Math.round(spanMs / 1000));
  const units = text().time.units;
  if (seconds < 60) return `${seconds} ${units.second}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${units.minute}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} ${units.hour}`;
  return `${Math.floor(seconds / 86_400)} ${units.day}`;
}

const FORMATS = {
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
  dayTime: {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  day: { day: 'numeric', month: 'numeric', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times its use. */
function formatter(name: keyof typeof FORMATS, zone: TimeZone): Intl.DateTimeFormat {
  const key = `${text().locale}:${name}:${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions = { ...FORMATS[name] };
  if (zone === 'utc') options.timeZone = 'UTC';
  const made = new Intl.DateTimeFormat(text().locale, options);
  formatters.set(key, made);
  return made;
}
