import { describe, expect, it } from 'vitest';
import type { CoverageGroup, CoverageReport, UnwatchedSpan } from '../../../protocol/coverage.ts';
import { gapsOf } from './gaps.ts';
import { monitoredTenths } from './monitored-share.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

function report(spans: Readonly<Record<string, readonly UnwatchedSpan[]>>): CoverageReport {
  const groups = Object.entries(spans).map(([symbols, unwatched]): CoverageGroup => {
    const missedMs = unwatched.reduce((total, { from, to }) => total + to - from, 0);
    return { symbols: symbols.split(' '), from: 0, watchedMs: DAY - missedMs, unwatched };
  });
  return { from: 0, to: DAY, groups };
}

const offline = (from: number, to: number): UnwatchedSpan => ({ from, to, reason: 'offline' });
const filling = (from: number, to: number): UnwatchedSpan => ({ from, to, reason: 'filling' });

describe('gaps', () => {
  it('are one line for all symbols that they concern, newest first', () => {
    const early = offline(MINUTE, 3 * MINUTE);
    const late = offline(60 * MINUTE, 61 * MINUTE);
    expect(gapsOf(report({ 'A B': [early, late], C: [early] }))).toMatchObject([
      { from: late.from, to: late.to, symbols: ['A', 'B'], isAlike: true, isLasting: false },
      { from: early.from, to: early.to, symbols: ['A', 'B', 'C'], isAlike: true },
    ]);
  });

  it('that begin together and end one after the other are one, as long as the longest', () => {
    const spans = { A: [filling(0, 2_000)], B: [filling(300, 5_000)], C: [filling(900, 9_000)] };
    expect(gapsOf(report(spans))).toEqual([
      {
        reason: 'filling',
        from: 0,
        to: 9_000,
        symbols: ['A', 'B', 'C'],
        isLasting: false,
        isAlike: false,
      },
    ]);
  });

  it('of one symbol that takes hours is not that of others that take seconds', () => {
    const spans = { A: [filling(0, 180 * MINUTE)], 'B C': [filling(0, 2_000)] };
    expect(gapsOf(report(spans)).map(({ symbols, to }) => [symbols, to])).toEqual([
      [['A'], 180 * MINUTE],
      [['B', 'C'], 2_000],
    ]);
  });

  it('for different reasons are different', () => {
    const gaps = gapsOf(report({ A: [offline(0, MINUTE)], B: [filling(0, MINUTE)] }));
    expect(gaps).toHaveLength(2);
  });

  it('that last come first, apart from those that have just ended', () => {
    const spans = { A: [offline(DAY - MINUTE, DAY)], B: [offline(DAY - MINUTE, DAY - 2_000)] };
    expect(gapsOf(report(spans))).toMatchObject([
      { symbols: ['A'], isLasting: true },
      { symbols: ['B'], isLasting: false },
    ]);
  });

  it('of a thousand symbols that are filled over minutes are a few lines', () => {
    const spans = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`S${index}`, [filling(0, 300 * (index + 1))]]),
    );
    const gaps = gapsOf(report(spans));
    expect(gaps.length).toBeLessThan(8);
    expect(gaps.flatMap(({ symbols }) => symbols)).toHaveLength(1_000);
  });
});

describe('the monitored share', () => {
  it('is never rounded up', () => {
    expect(monitoredTenths(report({ A: [offline(0, DAY * 0.0004)] }))).toBe(999);
    expect(monitoredTenths(report({ 'A B': [], C: [offline(0, 1)] }))).toBe(999);
    expect(monitoredTenths(report({ A: [offline(0, DAY * 0.008)] }))).toBe(992);
    expect(monitoredTenths(report({ A: [] }))).toBe(1000);
    expect(monitoredTenths(report({ A: [offline(0, DAY)] }))).toBe(0);
  });

  it('counts every symbol for as long as it was wanted', () => {
    const groups = [
      { symbols: ['A', 'B'], from: 0, watchedMs: DAY, unwatched: [] },
      { symbols: ['C'], from: DAY / 2, watchedMs: 0, unwatched: [offline(DAY / 2, DAY)] },
    ];
    expect(monitoredTenths({ from: 0, to: DAY, groups })).toBe(800);
  });

  it('is unknown of no time', () => {
    expect(monitoredTenths({ from: 5, to: 5, groups: [] })).toBeNull();
  });
});
