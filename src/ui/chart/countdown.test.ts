import { expect, it } from 'vitest';
import { formatCountdown } from './countdown.ts';

it.each([
  [0, ''],
  [-5, ''],
  [1, '00:00'],
  [42_999, '00:42'],
  [61_000, '01:01'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [11_525_000, '3:12:05'],
  [86_400_000 * 4 + 3_600_000 * 3.5, '4d 3h'],
])('%d ms are shown as “%s”', (left, shown) => expect(formatCountdown(left)).toBe(shown));
