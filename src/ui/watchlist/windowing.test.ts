import { describe, expect, it } from 'vitest';
import { offsetsOf, rowAt, rowsInView, rowsWorthHaving, scrollTopFor } from './windowing.ts';

const rows = (count: number) =>
  offsetsOf(
    Array.from({ length: count }, () => 32),
    count,
  );
const existing = (count: number, scrollTop: number, viewHeight: number) => {
  const offsets = rows(count);
  return rowsWorthHaving(offsets, rowsInView(offsets, scrollTop, viewHeight));
};

describe('rows that exist', () => {
  it('are all of a short list', () => expect(existing(60, 500, 100)).toEqual({ from: 0, to: 60 }));

  it('are those in view and a few around of a long one', () => {
    expect(existing(1000, 3200, 640)).toEqual({ from: 94, to: 126 });
    expect(existing(1000, 0, 640)).toEqual({ from: 0, to: 26 });
    expect(existing(1000, 31_360, 640)).toEqual({ from: 974, to: 1000 });
  });

  it('are never outside the list, wherever a stale scroll position points', () => {
    expect(existing(100, 99_999, 640)).toEqual({ from: 94, to: 100 });
  });
});

describe('rows in view', () => {
  it('are those seen in part, too', () => {
    expect(rowsInView(rows(1000), 16, 64)).toEqual({ from: 0, to: 3 });
    expect(rowsInView(rows(1000), 32, 64)).toEqual({ from: 1, to: 3 });
  });

  it('are none where nothing is shown', () => {
    expect(rowsInView(rows(10), 0, 0)).toEqual({ from: 0, to: 0 });
    expect(rowsInView(rows(0), 0, 100)).toEqual({ from: 0, to: 0 });
  });

  it('may differ in height', () => {
    const offsets = offsetsOf([28, 48, 48, 28, 48], 5);
    expect([...offsets]).toEqual([0, 28, 76, 124, 152, 200]);
    expect(rowsInView(offsets, 80, 48)).toEqual({ from: 2, to: 4 });
    expect([0, 27, 28, 130, 199].map((height) => rowAt(offsets, height))).toEqual([0, 0, 1, 3, 4]);
  });
});

describe('scrolling to a row', () => {
  it('goes no further than it must', () => {
    const offsets = rows(100);
    expect(scrollTopFor(offsets, 0, 320, 320)).toBe(0);
    expect(scrollTopFor(offsets, 12, 320, 320)).toBe(320);
    expect(scrollTopFor(offsets, 20, 320, 320)).toBe(352);
  });
});
