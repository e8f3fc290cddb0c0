import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2025, 10, 22, 12);

const local = (time: number) => {
  const date = new Date(time);
  return `${date.getDate()}. ${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
};

describe('ticks in UTC', () => {
  const iso = (from: number, to: number, most: number) =>
    timeTicks(from, to, most, 'utc').times.map((time) => new Date(time).toISOString().slice(0, 16));

  it('are round, within the span, and no more than there is room for', () => {
    expect(iso(NOON - 90 * 60_000, NOON, 4)).toEqual([
      '2025-11-22T10:30',
      '2025-11-22T11:00',
      '2025-11-22T11:30',
      '2025-11-22T12:00',
    ]);
    expect(iso(NOON, NOON + 2 * DAY - 1, 4)).toEqual([
      '2025-11-22T12:00',
      '2025-11-23T00:00',
      '2025-11-23T12:00',
      '2025-11-24T00:00',
    ]);
  });

  it('count days within each month', () => {
    expect(iso(Date.UTC(2025, 9, 20), Date.UTC(2025, 10, 15), 6)).toEqual([
      '2025-10-21T00:00',
      '2025-10-26T00:00',
      '2025-11-01T00:00',
      '2025-11-06T00:00',
      '2025-11-11T00:00',
    ]);
  });

  it('are first days of months and years over longer spans', () => {
    expect(iso(Date.UTC(2024, 10, 5), Date.UTC(2025, 10, 5), 5)).toEqual([
      '2025-01-01T00:00',
      '2025-04-01T00:00',
      '2025-07-01T00:00',
      '2025-10-01T00:00',
    ]);
    expect(iso(Date.UTC(2017, 7, 17), Date.UTC(2026, 0, 5), 10)).toEqual(
      [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => `${year}-01-01T00:00`),
    );
  });

  it('never exceed what there is room for, and are always in order', () => {
    for (let span = 1000; span < 40 * 365 * DAY; span *= 1.7) {
      for (const most of [3, 7, 20]) {
        const { times } = timeTicks(NOON - span, NOON, most, 'utc');
        expect(times.length).toBeLessThanOrEqual(most + 2);
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      }
    }
  });
});

describe('ticks on clocks that change', () => {
  const zone = process.env['TZ'];
  beforeAll(() => (process.env['TZ'] = 'Europe/Berlin'));
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('stay round when summer begins: 29 March 2026, 2:00 is 3:00', () => {
    const from = new Date(2026, 2, 28, 20).getTime();
    const { times } = timeTicks(from, new Date(2026, 2, 29, 16).getTime(), 6, 'local');
    expect(times.map(local)).toEqual([
      '28. 20:00',
      '29. 0:00',
      '29. 4:00',
      '29. 8:00',
      '29. 12:00',
      '29. 16:00',
    ]);
    const hours = timeTicks(
      new Date(2026, 2, 29).getTime(),
      new Date(2026, 2, 29, 5).getTime(),
      6,
      'local',
    );
    expect(hours.times.map(local)).toEqual([
      '29. 0:00',
      '29. 1:00',
      '29. 3:00',
      '29. 4:00',
      '29. 5:00',
    ]);
  });

  it('stay round when winter begins: 25 October 2026, 3:00 is 2:00', () => {
    const from = new Date(2026, 9, 24, 20).getTime();
    const { times } = timeTicks(from, new Date(2026, 9, 25, 16).getTime(), 6, 'local');
    expect(times.map(local)).toEqual([
      '24. 20:00',
      '25. 0:00',
      '25. 4:00',
      '25. 8:00',
      '25. 12:00',
      '25. 16:00',
    ]);
  });

  it('are midnights of the place, also where a day has 23 hours', () => {
    const { times } = timeTicks(
      new Date(2026, 2, 27).getTime(),
      new Date(2026, 2, 31).getTime(),
      5,
      'local',
    );
    expect(times.map(local)).toEqual(['27. 0:00', '28. 0:00', '29. 0:00', '30. 0:00', '31. 0:00']);
  });
});
