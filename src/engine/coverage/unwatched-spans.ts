/**
 * Spans of time in which something was not watched, as a sorted list without overlaps.
 *
 * Guarantees: a moment keeps the strongest reason that was ever given for it, in whatever order the
 * reasons became known; every span is longer than nothing; spans of one reason that touch are one.
 */
import { UNWATCHED_REASONS } from '../../protocol/coverage.ts';
import type { UnwatchedReason, UnwatchedSpan } from '../../protocol/coverage.ts';

export type UnwatchedSpans = readonly UnwatchedSpan[];

export function strongest(a: UnwatchedReason, b: UnwatchedReason): UnwatchedReason {
  return UNWATCHED_REASONS.indexOf(a) <= UNWATCHED_REASONS.indexOf(b) ? a : b;
}

/** With one more. Gives the same list where that says nothing new. */
export function addSpan(spans: UnwatchedSpans, added: UnwatchedSpan): UnwatchedSpans {
  const { from, to, reason } = added;
  if (from >= to) return spans;
  // What is added is nearly always the newest: the search begins at the end. Spans that only touch
  // count as overlapping, so that they are joined.
  const first = spans.findLastIndex((span) => span.to < from) + 1;
  const next = spans.findLastIndex((span) => span.from <= to) + 1;
  if (first === spans.length) return [...spans, added];
  const within = spans.slice(first, next);
  if (within.some((span) => covers(span, added))) return spans;

  const pieces: UnwatchedSpan[] = [];
  const push = (piece: UnwatchedSpan): void => {
    if (piece.from >= piece.to) return;
    const last = pieces.at(-1);
    if (last?.to === piece.from && last.reason === piece.reason) {
      pieces[pieces.length - 1] = { ...last, to: piece.to };
    } else pieces.push(piece);
  };
  let reached = from;
  for (const span of within) {
    push({ ...span, to: Math.min(span.to, from) });
    push({ from: reached, to: Math.min(span.from, to), reason });
    push({
      from: Math.max(span.from, from),
      to: Math.min(span.to, to),
      reason: strongest(span.reason, reason),
    });
    push({ ...span, from: Math.max(span.from, to) });
    reached = Math.max(reached, span.to);
  }
  push({ from: reached, to, reason });
  return [...spans.slice(0, first), ...pieces, ...spans.slice(next)];
}

/** Their parts between the two times. */
export function clipSpans(spans: UnwatchedSpans, from: number, to: number): UnwatchedSpans {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || (first.from >= from && last.to <= to)) return spans;
  return spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) =>
      span.from >= from && span.to <= to
        ? span
        : { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) },
    );
}

export function totalMs(spans: UnwatchedSpans): number {
  return spans.reduce((total, { from, to }) => total + (to - from), 0);
}

export function isSameSpans(a: UnwatchedSpans, b: UnwatchedSpans): boolean {
  const isSame = (span: UnwatchedSpan, other: UnwatchedSpan | undefined): boolean =>
    span.from === other?.from && span.to === other.to && span.reason === other.reason;
  return a.length === b.length && a.every((span, index) => isSame(span, b[index]));
}

function covers(span: UnwatchedSpan, added: UnwatchedSpan): boolean {
  const isAround = span.from <= added.from && span.to >= added.to;
  return isAround && strongest(span.reason, added.reason) === span.reason;
}
