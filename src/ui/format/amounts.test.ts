import { describe, expect, it } from 'vitest';
import { formatBytes, formatCompact } from './compact.ts';
import { formatPercent } from './percent.ts';

describe('formatPercent', () => {
  it('always has its sign, but for zero', () => {
    expect(formatPercent(2.314)).toBe('+2.31%');
    expect(formatPercent(-0.4)).toBe('−0.40%');
    expect(formatPercent(0.001)).toBe('0.00%');
    expect(formatPercent(-0.001)).toBe('0.00%');
    expect(formatPercent(1234.5)).toBe('+1,234.50%');
  });
});

describe('formatCompact', () => {
  it.each([
    [12.4, '12.40'],
    [999.9, '999.90'],
    [1_000, '1.00K'],
    [845_100, '845.1K'],
    [999_990, '1.00M'],
    [1_234_000_000, '1.23B'],
    [2.5e12, '2.50T'],
    [Number.NaN, '–'],
  ])('%d is %s', (amount, shown) => expect(formatCompact(amount)).toBe(shown));
});

describe('formatBytes', () => {
  it('steps by 1,024', () => {
    expect(formatBytes(512)).toBe('512 B');
    expect(formatBytes(20_480)).toBe('20.0 KB');
    expect(formatBytes(5 * 1024 ** 2)).toBe('5.0 MB');
  });
});
