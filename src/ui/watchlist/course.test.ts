import { describe, expect, it } from 'vitest';
import { coursePath } from './course.ts';

describe('the course of 24 hours', () => {
  it('goes from edge to edge, the highest close at the top', () =>
    expect(coursePath([1, 3, 2])).toBe('M1.5 18.5L24.0 1.5L46.5 10.0'));

  it('is a line in the middle where nothing moved', () =>
    expect(coursePath([5, 5])).toBe('M1.5 10.0L46.5 10.0'));

  it('is nothing where there is nothing to join', () => {
    expect(coursePath([])).toBe('');
    expect(coursePath([5])).toBe('');
  });
});
