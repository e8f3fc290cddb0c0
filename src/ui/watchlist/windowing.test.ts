import { describe, expect, it } from 'vitest';
import { rowWindow, scrollTopFor } from './windowing.ts';

describe('rows that exist', () => {
  it('are all of a short list', () =>
    expect(rowWindow(60, 32, 500, 100)).toEqual({ from: 0, to: 60 }));

  it('are those in view and a few around of a long one', () => {
    expect(rowWindow(1000, 32, 3200, 640)).toEqual({ from: 94, to: 126 });
    expect(rowWindow(1000, 32, 0, 640)).toEqual({ from: 0, to: 26 });
    expect(rowWindow(1000, 32, 31_360, 640)).toEqual({ from: 974, to: 1000 });
  });

  it('are never outside the list, wherever a stale scroll position points', () => {
    expect(rowWindow(100, 32, 99_999, 640)).toEqual({ from: 100, to: 100 });
  });
});

describe('scrolling to a row', () => {
  it('goes no further than it must', () => {
    expect(scrollTopFor(0, 32, 320, 320)).toBe(0);
    expect(scrollTopFor(12, 32, 320, 320)).toBe(320);
    expect(scrollTopFor(20, 32, 320, 320)).toBe(352);
  });
});
