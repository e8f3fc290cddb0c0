import type { TimeZone } from '../../format/time.ts';
import { partText, text } from '../../text/text.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Seconds matter in what is shorter. */
const LONG_MS = 10 * MINUTE;

/** A span as exactly as one cares to know, rounded down: `12 s`, `3 min 20 s`, `21 min`, `1 h 5 min`. */
export function formatSpan(spanMs: number): string {
  const { units } = text().time;
  const inUnits = (size: number, unit: string, smaller: number, smallerUnit: string): string => {
    const rest = Math.floor((spanMs % size) / smaller);
    const whole = `${Math.floor(spanMs / size)} ${unit}`;
    return rest === 0 ? whole : `${whole} ${rest} ${smallerUnit}`;
  };
  if (spanMs < SECOND) return partText().coverage.lessThanSecond;
  if (spanMs < MINUTE) return `${Math.floor(spanMs / SECOND)} ${units.second}`;
  if (spanMs < LONG_MS) return inUnits(MINUTE, units.minute, SECOND, units.second);
  if (spanMs < HOUR) return `${Math.floor(spanMs / MINUTE)} ${units.minute}`;
  return inUnits(HOUR, units.hour, MINUTE, units.minute);
}

/** `02:10–02:31`, `02:10:03 – 02:10:24`; with the day where it did not begin on that of `now`. */
export function formatRange(from: number, to: number, now: number, zone: TimeZone): string {
  return formatter(from, to - from, now, zone).formatRange(from, to);
}

/** The beginning of a span that lasts: `02:10:03`, `21 Nov, 22:10`. */
export function formatBeginning(from: number, now: number, zone: TimeZone): string {
  return formatter(from, now - from, now, zone).format(from);
}

const DAY = { day: 'numeric', month: 'short' } as const;
const MINUTES = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const SECONDS = { ...MINUTES, second: '2-digit' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(from: number, spanMs: number, now: number, zone: TimeZone): Intl.DateTimeFormat {
  const day = dayFormatter(zone);
  const isToday = day.format(from) === day.format(now);
  const time = spanMs < LONG_MS ? SECONDS : MINUTES;
  return cached(isToday ? time : { ...DAY, ...time }, zone);
}

const dayFormatter = (zone: TimeZone): Intl.DateTimeFormat =>
  cached({ day: 'numeric', month: 'numeric', year: 'numeric' }, zone);

/** Making a formatter costs a hundred times its use. */
function cached(options: Intl.DateTimeFormatOptions, zone: TimeZone): Intl.DateTimeFormat {
  const { locale } = text();
  const key = `${locale}:${zone}:${Object.keys(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  const inZone = zone === 'utc' ? { ...options, timeZone: 'UTC' } : options;
  const made = new Intl.DateTimeFormat(locale, inZone);
  formatters.set(key, made);
  return made;
}
