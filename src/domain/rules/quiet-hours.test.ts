import { describe, expect, it } from 'vitest';
import { isQuietAt } from './quiet-hours.ts';

const MINUTE = 60_000;
const berlin = (from: string, to: string) => ({ from, to, timeZone: 'Europe/Berlin' });

/** How many minutes of a day, from midnight there to the next, are quiet. */
function quietMinutes(from: string, to: string, midnight: string, hours: number): number {
  const start = Date.parse(midnight);
  const minutes = Array.from({ length: hours * 60 }, (_, minute) => start + minute * MINUTE);
  return minutes.filter((time) => isQuietAt(berlin(from, to), time)).length;
}

describe('quiet hours', () => {
  it('begin at the first minute and end before the last', () => {
    const hours = { from: '22:00', to: '23:00', timeZone: 'UTC' };
    const at = (time: string) => isQuietAt(hours, Date.parse(`2026-07-01T${time}Z`));
    expect(['21:59:59', '22:00:00', '22:59:59', '23:00:00'].map(at)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('may go past midnight', () => {
    const at = (time: string) => isQuietAt(berlin('22:00', '07:00'), Date.parse(time));
    expect(at('2026-07-01T20:00:00Z')).toBe(true);
    expect(at('2026-07-02T04:59:00Z')).toBe(true);
    expect(at('2026-07-02T05:00:00Z')).toBe(false);
    expect(at('2026-01-01T20:59:00Z')).toBe(false);
    expect(at('2026-01-02T05:59:00Z')).toBe(true);
  });

  it('follow the clocks on the days on which they change', () => {
    // 29 March 2026 has no 02:00 to 03:00 in Berlin; 25 October has it twice.
    expect(quietMinutes('01:00', '05:00', '2026-03-29T00:00+01:00', 23)).toBe(180);
    expect(quietMinutes('01:00', '05:00', '2026-10-25T00:00+02:00', 25)).toBe(300);
    expect(quietMinutes('02:10', '02:50', '2026-03-29T00:00+01:00', 23)).toBe(0);
    expect(quietMinutes('02:10', '02:50', '2026-10-25T00:00+02:00', 25)).toBe(80);
    expect(quietMinutes('22:00', '07:00', '2026-07-01T00:00+02:00', 24)).toBe(540);
  });
});
