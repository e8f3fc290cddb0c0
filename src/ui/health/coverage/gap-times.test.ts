import { describe, expect, it } from 'vitest';
import '../../testing/part-texts.ts';
import { formatBeginning, formatRange, formatSpan } from './gap-times.ts';

const NOW = Date.UTC(2025, 10, 22, 14, 3, 22);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Browsers differ in the spaces that they write around the dash. */
const plain = (range: string): string => range.replace(/\s*–\s*/, ' – ');

describe('a span', () => {
  it.each([
    [400, 'less than 1 s'],
    [59_999, '59 s'],
    [3 * MINUTE + 20_400, '3 min 20 s'],
    [3 * MINUTE, '3 min'],
    [21 * MINUTE + 59_000, '21 min'],
    [HOUR + 5 * MINUTE + 59_000, '1 h 5 min'],
    [24 * HOUR, '24 h'],
  ])('of %i ms is %s', (ms, shown) => expect(formatSpan(ms)).toBe(shown));
});

describe('a range', () => {
  it('has seconds where it is short, and the day where it began on another', () => {
    const from = Date.UTC(2025, 10, 22, 2, 10, 3);
    const range = (start: number, ms: number) => plain(formatRange(start, start + ms, NOW, 'utc'));
    expect(range(from, 21 * MINUTE)).toBe('02:10 – 02:31');
    expect(range(from, 21_000)).toBe('02:10:03 – 02:10:24');
    expect(range(from - 10 * HOUR, 21_000)).toBe('21 Nov, 16:10:03 – 16:10:24');
    expect(range(from - 4 * HOUR, 4 * HOUR)).toBe('21 Nov, 22:10 – 22 Nov, 02:10');
  });

  it('that lasts has its beginning', () => {
    expect(formatBeginning(NOW - 5_000, NOW, 'utc')).toBe('14:03:17');
    expect(formatBeginning(NOW - 15 * HOUR, NOW, 'utc')).toBe('21 Nov, 23:03');
  });
});
