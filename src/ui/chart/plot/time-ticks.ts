import type { TimeZone } from '../../format/time.ts';

const SECOND = 1000;
const DAY_SECONDS = 86_400;
const DAY = DAY_SECONDS * SECOND;

/** Steps within a day, in seconds: all of them divide it. */
const SECONDS = [
  1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200,
] as const;
const DAYS = [1, 2, 5, 10] as const;
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

export interface TimeTicks {
  readonly times: readonly number[];
  /** From one to the next, as the clock counts: what a label need not tell. */
  readonly stepMs: number;
}

/**
 * Round moments between two others, at most `most` of them: what clocks in that place show as round,
 * whatever daylight saving did in between. Times in epoch milliseconds.
 */
export function timeTicks(from: number, to: number, most: number, zone: TimeZone): TimeTicks {
  const least = (to - from) / Math.max(1, most);
  const seconds = SECONDS.find((step) => step * SECOND >= least);
  if (seconds !== undefined) return ticksWithin(from, to, seconds, zone);
  const days = DAYS.find((step) => step * DAY >= least);
  if (days !== undefined) return ticksOfDays(from, to, days, zone);
  const months = MONTHS.find((step) => step * 30 * DAY >= least) ?? 240;
  return ticksOfMonths(from, to, months, zone);
}

function ticksWithin(from: number, to: number, step: number, zone: TimeZone): TimeTicks {
  const { year, month, day, second } = fieldsOf(from, zone);
  const first = Math.floor(second / step) * step;
  const last = first + Math.ceil((to - from) / SECOND) + step + 2 * 3600;
  const times: number[] = [];
  for (let count = first; count <= last; count += step) {
    const time = momentOf(
      zone,
      year,
      month,
      day + Math.floor(count / DAY_SECONDS),
      count % DAY_SECONDS,
    );
    add(times, time, from, to);
  }
  return { times, stepMs: step * SECOND };
}

/** Counted within each month, so that the days stay the same while the view moves. */
function ticksOfDays(from: number, to: number, step: number, zone: TimeZone): TimeTicks {
  const { year, month } = fieldsOf(from, zone);
  const times: number[] = [];
  for (let count = 0; momentOf(zone, year, month + count, 1) <= to; count++) {
    const next = momentOf(zone, year, month + count + 1, 1);
    for (let day = 1; day <= 31; day += step) {
      const time = momentOf(zone, year, month + count, day);
      // The last one of a month stands back where the next month's first is too near.
      if (day === 1 || next - time > (step * DAY) / 2 + DAY / 4)
        add(times, time, from, Math.min(to, next - 1));
    }
  }
  return { times, stepMs: step * DAY };
}

function ticksOfMonths(from: number, to: number, step: number, zone: TimeZone): TimeTicks {
  const { year, month } = fieldsOf(from, zone);
  const first = Math.floor((year * 12 + month) / step) * step;
  const times: number[] = [];
  for (let count = first; ; count += step) {
    const time = momentOf(zone, 0, count, 1);
    if (time > to) break;
    add(times, time, from, to);
  }
  return { times, stepMs: step * 30 * DAY };
}

/** An hour that a clock skips is the next one that it shows, which is there already. */
function add(times: number[], time: number, from: number, to: number): void {
  if (time >= from && time <= to && time > (times.at(-1) ?? -Infinity)) times.push(time);
}

function fieldsOf(time: number, zone: TimeZone) {
  const date = new Date(time);
  return zone === 'utc'
    ? {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth(),
        day: date.getUTCDate(),
        second: date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds(),
      }
    : {
        year: date.getFullYear(),
        month: date.getMonth(),
        day: date.getDate(),
        second: date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds(),
      };
}

/** When the clocks show this; months, days and seconds may be beyond their year, month and day. */
function momentOf(zone: TimeZone, year: number, month: number, day: number, second = 0): number {
  const years = year + Math.floor(month / 12);
  const rest = month - Math.floor(month / 12) * 12;
  return zone === 'utc'
    ? Date.UTC(years, rest, day, 0, 0, second)
    : new Date(years, rest, day, 0, 0, second).getTime();
}
