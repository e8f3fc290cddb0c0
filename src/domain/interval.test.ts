import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INTERVALS,
  intervalMs,
  isInterval,
  openTimeAt,
  parseInterval,
  shiftOpenTime,
} from './interval.ts';
import type { Interval } from './interval.ts';

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(`${text}Z`);
const shown = (time: number): string => new Date(time).toISOString().slice(0, 19);

const anyInterval = fc.constantFrom(...INTERVALS);
/** From 1970 to 2100, and so past every leap rule that matters. */
const anyTime = fc.integer({ min: 0, max: Date.UTC(2100, 11, 31) });

describe('parseInterval', () => {
  it.each(INTERVALS)('accepts %s', (interval) => {
    expect(parseInterval(interval, 'interval')).toEqual({ ok: true, value: interval });
  });

  it.each(['1H', '2m', '1D', '', ' 1m', '1m ', '60m', 'toString', null, 60, ['1m']])(
    'refuses %j with the list of valid ones',
    (value) => {
      const parsed = parseInterval(value, 'intervals');
      expect(parsed.ok ? [] : parsed.faults).toMatchObject([
        { field: 'intervals', allowed: INTERVALS.join(', ') },
      ]);
    },
  );

  it('tells a minute from a month', () => {
    expect([isInterval('1m'), isInterval('1M'), isInterval('3M')]).toEqual([true, true, false]);
    expect(intervalMs('1m')).toBe(60_000);
    expect(intervalMs('1M')).toBe(30 * DAY);
  });
});

describe('intervalMs', () => {
  it('grows along the list', () => {
    const lengths = INTERVALS.map(intervalMs);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(lengths).size).toBe(INTERVALS.length);
  });

  it.each<[Interval, number]>([
    ['1s', 1_000],
    ['15m', 900_000],
    ['12h', 43_200_000],
    ['3d', 3 * DAY],
    ['1w', 7 * DAY],
  ])('%s', (interval, length) => {
    expect(intervalMs(interval)).toBe(length);
  });
});

describe('openTimeAt', () => {
  it.each<[Interval, string, string]>([
    ['1s', '2024-02-29T12:34:56.789', '2024-02-29T12:34:56'],
    ['1m', '2024-02-29T12:34:56', '2024-02-29T12:34:00'],
    ['3m', '2024-02-29T12:35:59', '2024-02-29T12:33:00'],
    ['5m', '2024-02-29T12:34:56', '2024-02-29T12:30:00'],
    ['15m', '2024-02-29T12:44:59', '2024-02-29T12:30:00'],
    ['30m', '2024-02-29T12:30:00', '2024-02-29T12:30:00'],
    ['1h', '2024-02-29T12:59:59', '2024-02-29T12:00:00'],
    ['2h', '2024-02-29T13:00:00', '2024-02-29T12:00:00'],
    ['4h', '2024-02-29T15:59:59', '2024-02-29T12:00:00'],
    ['6h', '2024-02-29T17:59:59', '2024-02-29T12:00:00'],
    ['8h', '2024-02-29T15:59:59', '2024-02-29T08:00:00'],
    ['12h', '2024-02-29T11:59:59', '2024-02-29T00:00:00'],
    ['1d', '2024-02-29T23:59:59', '2024-02-29T00:00:00'],
    ['3d', '1970-01-06T23:59:59', '1970-01-04T00:00:00'],
    ['1w', '2024-02-29T12:34:56', '2024-02-26T00:00:00'],
    ['1M', '2024-02-29T23:59:59', '2024-02-01T00:00:00'],
    ['1M', '2024-03-01T00:00:00', '2024-03-01T00:00:00'],
    ['1M', '2023-12-31T23:59:59', '2023-12-01T00:00:00'],
  ])('%s at %s opens at %s', (interval, time, openTime) => {
    expect(shown(openTimeAt(interval, at(time)))).toBe(openTime);
  });

  it('a week opens on Monday and lasts through Sunday, also over the turn of a year', () => {
    const monday = at('2024-12-30T00:00:00');
    for (let day = 0; day < 7; day++) {
      expect(openTimeAt('1w', monday + day * DAY)).toBe(monday);
      expect(openTimeAt('1w', monday + day * DAY + DAY - 1)).toBe(monday);
    }
    expect(openTimeAt('1w', monday - 1)).toBe(monday - 7 * DAY);
  });

  it('every week opens on a Monday, 00:00 UTC', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const open = new Date(openTimeAt('1w', time)).toISOString();
        expect(new Date(open).getUTCDay()).toBe(1);
        expect(open.slice(10)).toBe('T00:00:00.000Z');
      }),
    );
  });

  it('holds its time: open ≤ time < next open', () => {
    fc.assert(
      fc.property(anyInterval, anyTime, (interval, time) => {
        const open = openTimeAt(interval, time);
        expect(open).toBeLessThanOrEqual(time);
        expect(time).toBeLessThan(shiftOpenTime(interval, open, 1));
      }),
    );
  });

  it('an open time is its own open time', () => {
    fc.assert(
      fc.property(anyInterval, anyTime, (interval, time) => {
        const open = openTimeAt(interval, time);
        expect(openTimeAt(interval, open)).toBe(open);
      }),
    );
  });
});

describe('shiftOpenTime', () => {
  it.each<[Interval, string, number, string]>([
    ['1m', '2024-02-28T23:59:00', 1, '2024-02-29T00:00:00'],
    ['1d', '2024-02-28T00:00:00', 2, '2024-03-01T00:00:00'],
    ['1d', '2023-02-28T00:00:00', 1, '2023-03-01T00:00:00'],
    ['1w', '2024-12-30T00:00:00', 1, '2025-01-06T00:00:00'],
    ['1M', '2024-02-01T00:00:00', 1, '2024-03-01T00:00:00'],
    ['1M', '2024-12-01T00:00:00', 1, '2025-01-01T00:00:00'],
    ['1M', '2024-01-01T00:00:00', -1, '2023-12-01T00:00:00'],
    ['1M', '2024-03-01T00:00:00', -13, '2023-02-01T00:00:00'],
    ['1M', '2024-01-01T00:00:00', 240, '2044-01-01T00:00:00'],
  ])('%s: %s by %i is %s', (interval, from, count, to) => {
    expect(shown(shiftOpenTime(interval, at(from), count))).toBe(to);
  });

  it('months have the lengths that they have', () => {
    const days = (month: string) =>
      (shiftOpenTime('1M', at(`${month}-01T00:00:00`), 1) - at(`${month}-01T00:00:00`)) / DAY;
    expect(['2023-02', '2024-02', '2000-02', '2100-02', '2024-04', '2024-12'].map(days)).toEqual([
      28, 29, 29, 28, 30, 31,
    ]);
  });

  it('there and back is where it was, and steps add up', () => {
    fc.assert(
      fc.property(
        anyInterval,
        anyTime,
        fc.integer({ min: -600, max: 600 }),
        fc.integer({ min: -600, max: 600 }),
        (interval, time, first, second) => {
          const open = openTimeAt(interval, time);
          const there = shiftOpenTime(interval, open, first);
          expect(shiftOpenTime(interval, there, -first)).toBe(open);
          expect(shiftOpenTime(interval, there, second)).toBe(
            shiftOpenTime(interval, open, first + second),
          );
          expect(openTimeAt(interval, there)).toBe(there);
        },
      ),
    );
  });
});
