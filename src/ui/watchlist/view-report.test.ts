import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createViewReport } from './view-report.ts';
import type { ViewReport } from './view-report.ts';

const NAMES = Array.from({ length: 100 }, (_, index) => `S${index}`);

let told: string[][];
let report: ViewReport;
/** Ten rows in view, and two on either side. */
const scrollTo = (first: number) =>
  report.see(NAMES.slice(first, first + 10), NAMES.slice(Math.max(0, first - 2), first + 12));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  told = [];
  report = createViewReport((symbols) => told.push([...symbols]));
});
afterEach(() => {
  report.stop();
  vi.useRealTimers();
});

describe('the rows that the engine is told of', () => {
  it('are the first in view and around, at once', () => {
    report.see([], NAMES.slice(0, 6));
    scrollTo(0);
    expect(told).toEqual([NAMES.slice(0, 12)]);
    vi.advanceTimersByTime(2000);
    expect(told).toHaveLength(1);
  });

  it('are others once the view rests', () => {
    scrollTo(0);
    scrollTo(30);
    vi.advanceTimersByTime(299);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([NAMES.slice(0, 12), NAMES.slice(28, 42)]);
  });

  it('are not those that fly by', () => {
    scrollTo(90);
    told = [];
    for (let first = 0; first < 50; first += 10) {
      scrollTo(first);
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(300);
    expect(told).toEqual([NAMES.slice(38, 52)]);
  });

  it('are told once a second while the view does not rest', () => {
    scrollTo(90);
    told = [];
    for (let first = 0; first < 85; first += 5) {
      scrollTo(first);
      vi.advanceTimersByTime(100);
    }
    expect(told).toHaveLength(1);
    expect(told[0]).toEqual(NAMES.slice(43, 57));
  });

  it('are not told again for a few rows to and fro', () => {
    scrollTo(20);
    vi.advanceTimersByTime(300);
    for (const first of [21, 22, 19, 18, 20]) {
      scrollTo(first);
      vi.advanceTimersByTime(400);
    }
    expect(told).toHaveLength(1);
  });

  it('are none while the list is out of sight', () => {
    scrollTo(0);
    vi.advanceTimersByTime(300);
    report.see([], NAMES.slice(0, 6));
    vi.advanceTimersByTime(300);
    expect(told.at(-1)).toEqual([]);
    report.see([], NAMES.slice(0, 6));
    vi.advanceTimersByTime(2000);
    expect(told).toHaveLength(2);
  });

  it('are told to a new engine, if any were told before', () => {
    report.repeat();
    expect(told).toEqual([]);
    scrollTo(0);
    vi.advanceTimersByTime(300);
    report.repeat();
    expect(told).toEqual([NAMES.slice(0, 12), NAMES.slice(0, 12)]);
  });
});
