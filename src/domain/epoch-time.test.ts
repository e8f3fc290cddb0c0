import { describe, expect, it } from 'vitest';
import { isTime } from './epoch-time.ts';

describe('a time', () => {
  it.each([0, 1_700_000_000_000, 1e14 - 1])('is %d', (value) => {
    expect(isTime(value)).toBe(true);
    expect(() => new Date(value).toISOString()).not.toThrow();
  });

  it.each([-1, 1.5, 1e14, 9e15, Number.NaN, Infinity, '5', null, undefined, new Date(0)])(
    'is not %s',
    (value) => expect(isTime(value)).toBe(false),
  );
});
