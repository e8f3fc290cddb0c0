import { describe, expect, it } from 'vitest';
import { inputTime, readInputTime } from './input-time.ts';

const NOON = Date.UTC(2025, 10, 22, 14, 3);

describe('a time in a field', () => {
  it('is on the clock of its zone', () => {
    expect(inputTime(NOON, 'utc')).toBe('2025-11-22T14:03');
    for (const zone of ['utc', 'local'] as const) {
      expect(readInputTime(inputTime(NOON, zone), zone, false)).toBe(NOON);
    }
  });

  it('is the whole minute where it is an end', () => {
    expect(readInputTime('2025-11-22T14:03', 'utc', true)).toBe(NOON + 59_999);
  });

  it('is none where the field is empty', () => {
    expect(readInputTime('', 'utc', false)).toBeNull();
    expect(readInputTime('', 'local', true)).toBeNull();
  });
});
