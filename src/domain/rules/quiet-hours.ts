import { minuteOfDayAt, parseTimeOfDay } from '../time-of-day.ts';

/**
 * A part of every day, from `from` up to but without `to`; past midnight where `to` is the earlier.
 * It is read off the clocks of the place: on a day with a change to or from daylight time it is as
 * much longer or shorter as the clocks there make it.
 */
export interface QuietHours {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly from: string;
  readonly to: string;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

/** Whether `time` (epoch milliseconds) lies in the quiet hours. */
export function isQuietAt({ from, to, timeZone }: QuietHours, time: number): boolean {
  const start = parseTimeOfDay(from) ?? 0;
  const end = parseTimeOfDay(to) ?? 0;
  const minute = minuteOfDayAt(timeZone, time);
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}
