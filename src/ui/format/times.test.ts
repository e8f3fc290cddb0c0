import { describe, expect, it } from 'vitest';
import { formatAxisTime } from './axis-time.ts';
import { formatAge, formatDateTime, formatDuration, formatMoment, formatTime } from './time.ts';

const TIME = Date.UTC(2025, 10, 22, 14, 3, 22);
const DAY = 86_400_000;

describe('times', () => {
  it('are written in UTC on request', () => {
    expect(formatTime(TIME, 'utc')).toBe('14:03:22');
    expect(formatDateTime(TIME, 'utc')).toBe('22 Nov 2025, 14:03:22');
  });

  it('name the day only when it is another', () => {
    expect(formatMoment(TIME, TIME + 60_000, 'utc')).toBe('14:03:22');
    expect(formatMoment(TIME, TIME + DAY, 'utc')).toBe('22 Nov, 14:03');
  });

  it.each([
    [-5_000, '0 s'],
    [45_000, '45 s'],
    [754_000, '12 min'],
    [3 * 3_600_000 + 1, '3 h'],
    [2 * DAY, '2 d'],
  ])('a span of %i ms is %s', (span, shown) => expect(formatDuration(span)).toBe(shown));

  it('ages are spans that have passed', () =>
    expect(formatAge(TIME, TIME + 3_000)).toBe('3 s ago'));
});

describe('marks of a time axis', () => {
  it.each([
    [TIME, 60_000, '14:03'],
    [TIME, 15_000, '14:03:22'],
    [TIME, DAY, '22 Nov'],
    [Date.UTC(2025, 10, 22), 3_600_000, '22 Nov'],
    [TIME, 30 * DAY, 'Nov 25'],
    [TIME, 365 * DAY, '2025'],
  ])('%i with steps of %i is %s', (time, step, mark) =>
    expect(formatAxisTime(time, step, 'utc')).toBe(mark),
  );
});
