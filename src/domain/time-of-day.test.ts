import { describe, expect, it } from 'vitest';
import { isTimeZone, minuteOfDayAt, parseTimeOfDay } from './time-of-day.ts';

const at = (iso: string) => Date.parse(iso);

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['23:59', 1439],
    ['24:00', undefined],
    ['7:30', undefined],
    ['07:60', undefined],
    ['', undefined],
  ])('%s is minute %s', (text, minute) => {
    expect(parseTimeOfDay(text)).toBe(minute);
  });

  it.each([
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['Europe/Berlin', '2026-01-01T23:30:59Z', 30],
    ['Europe/Berlin', '2026-07-01T23:30:00Z', 90],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', 330],
    ['America/New_York', '2026-03-08T06:59:00Z', 119],
    ['America/New_York', '2026-03-08T07:00:00Z', 180],
  ])('in %s at %s is minute %s', (timeZone, time, minute) => {
    expect(minuteOfDayAt(timeZone, at(time))).toBe(minute);
  });

  it('is that of a place in the database of time zones', () => {
    expect(['UTC', 'Europe/Berlin', 'Etc/GMT+5'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['', 'Berlin', '+02:00', 'Europe/Berlin ', '__proto__'].map(isTimeZone)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});
