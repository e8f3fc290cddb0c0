import { describe, expect, it } from 'vitest';
import type { Gap } from './gaps.ts';
import { timelineMarks, timelineTicks } from './timeline-marks.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const WHOLE = { from: 0, to: DAY };

function aGap(part: Partial<Gap>): Gap {
  return {
    reason: 'offline',
    from: 0,
    to: HOUR,
    symbols: ['A', 'B'],
    isLasting: false,
    isAlike: true,
    ...part,
  };
}

describe('marks on the timeline', () => {
  it('stand where the gap was, as high as the share of its symbols', () => {
    const gap = aGap({ from: 6 * HOUR, to: 12 * HOUR });
    expect(timelineMarks(WHOLE, [gap], 4)).toEqual([
      { reason: 'offline', left: 0.25, width: 0.25, height: 0.5 },
    ]);
  });

  it('of one symbol in a thousand are high enough to be seen', () => {
    const [mark] = timelineMarks(WHOLE, [aGap({ symbols: ['A'] })], 1_000);
    expect(mark?.height).toBe(0.3);
  });

  it('that cannot be told apart are one; of another reason they are not', () => {
    const gaps = Array.from({ length: 100 }, (_, index) =>
      aGap({ from: index * 10_000, to: index * 10_000 + 1_000 }),
    );
    const other = aGap({ reason: 'filling', from: 1_000, to: 2_000 });
    const marks = timelineMarks(WHOLE, [...gaps, other], 2);
    expect(marks.map(({ reason }) => reason)).toEqual(['filling', 'offline']);
    expect(marks[1]?.width).toBeCloseTo(991_000 / DAY, 9);
  });

  it('are not there where there is no time', () => {
    expect(timelineMarks({ from: 5, to: 5 }, [aGap({})], 2)).toEqual([]);
  });
});

describe('ticks', () => {
  it('are round times on the clock that is shown', () => {
    const from = Date.UTC(2025, 10, 21, 14, 3);
    const { stepMs, times } = timelineTicks(from, from + DAY, 0);
    expect(stepMs).toBe(6 * HOUR);
    expect(times.map((time) => new Date(time).getUTCHours())).toEqual([18, 0, 6]);
    const inIndia = timelineTicks(from, from + DAY, 5.5 * HOUR);
    expect(inIndia.times.map((time) => new Date(time + 5.5 * HOUR).getUTCHours())).toEqual([
      0, 6, 12,
    ]);
  });

  it.each([10_000, 60_000, 4 * 60_000, HOUR, 5 * HOUR, 13 * HOUR, DAY])(
    'are four at the most in %i ms',
    (span) => {
      expect(timelineTicks(1_000_003, 1_000_003 + span, 0).times.length).toBeLessThanOrEqual(4);
    },
  );
});
