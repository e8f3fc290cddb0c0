import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNWATCHED_REASONS } from '../../protocol/coverage.ts';
import type { UnwatchedSpan } from '../../protocol/coverage.ts';
import { addSpan, clipSpans, strongest, totalMs } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';

const span = fc.record({
  from: fc.nat(60),
  to: fc.nat(60),
  reason: fc.constantFrom(...UNWATCHED_REASONS),
});

const addAll = (added: readonly UnwatchedSpan[]): UnwatchedSpans =>
  added.reduce<UnwatchedSpans>(addSpan, []);

describe('spans', () => {
  it('keep the strongest reason of every moment, in whatever order it is told', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (added) => {
        const spans = addAll(added);
        for (let time = 0; time < 60; time++) {
          const holding = (some: UnwatchedSpans) =>
            some.filter(({ from, to }) => from <= time && time < to).map(({ reason }) => reason);
          const told = holding(added);
          const strong = told.length > 0 ? [told.reduce(strongest)] : [];
          expect(holding(spans)).toEqual(strong);
        }
        expect(addAll(added.toReversed())).toEqual(spans);
      }),
    );
  });

  it('are sorted, do not overlap, are never empty, and are one where they touch', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (added) => {
        const spans = addAll(added);
        for (const [index, { from, to, reason }] of spans.entries()) {
          const before = spans[index - 1];
          expect(to).toBeGreaterThan(from);
          expect(before?.to ?? from).toBeLessThanOrEqual(from);
          expect(before?.to === from && before.reason === reason).toBe(false);
        }
      }),
    );
  });

  it('are the same list where nothing new is said', () => {
    const spans = addAll([{ from: 10, to: 20, reason: 'offline' }]);
    expect(addSpan(spans, { from: 12, to: 15, reason: 'filling' })).toBe(spans);
    expect(addSpan(spans, { from: 10, to: 20, reason: 'offline' })).toBe(spans);
    expect(addSpan(spans, { from: 30, to: 30, reason: 'asleep' })).toBe(spans);
    expect(addSpan(spans, { from: 30, to: 25, reason: 'asleep' })).toBe(spans);
  });

  it('can be cut to a window', () => {
    const spans = addAll([
      { from: 0, to: 10, reason: 'closed' },
      { from: 20, to: 30, reason: 'filling' },
    ]);
    expect(clipSpans(spans, 5, 25)).toEqual([
      { from: 5, to: 10, reason: 'closed' },
      { from: 20, to: 25, reason: 'filling' },
    ]);
    expect(clipSpans(spans, 10, 20)).toEqual([]);
    expect(totalMs(spans)).toBe(20);
  });
});
