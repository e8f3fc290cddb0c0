import type { CoverageReport, UnwatchedReason } from '../../../protocol/coverage.ts';

/** One line of the list: what happened to one or many symbols at about the same time. */
export interface Gap {
  readonly reason: UnwatchedReason;
  readonly from: number;
  readonly to: number;
  readonly symbols: readonly string[];
  /** It goes on. */
  readonly isLasting: boolean;
  /** It was the same span for each of the symbols. */
  readonly isAlike: boolean;
}

interface Span {
  readonly reason: UnwatchedReason;
  readonly from: number;
  readonly to: number;
  readonly symbols: readonly string[];
}

interface Cluster {
  readonly reason: UnwatchedReason;
  readonly from: number;
  readonly to: number;
  readonly spans: Span[];
}

/** Symbols lose and regain their streams within seconds of each other. */
const NEAR_MS = 10_000;

/**
 * Newest first, those that last before the others. Spans of one reason that begin together and last
 * about as long (by half at the most) are one gap: a link that is back is filled symbol by symbol.
 */
export function gapsOf(report: CoverageReport): readonly Gap[] {
  const spans = report.groups.flatMap(({ symbols, unwatched }) =>
    unwatched.map((span): Span => ({ ...span, symbols })),
  );
  // The longest of those that begin together comes first and stands for them.
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  const clusters: Cluster[] = [];
  let recent: Cluster[] = [];
  for (const span of spans) {
    recent = recent.filter(({ from }) => span.from - from <= NEAR_MS);
    const known = recent.find((cluster) => belongsTo(span, cluster, report.to));
    if (known) known.spans.push(span);
    else {
      const cluster = { ...span, spans: [span] };
      clusters.push(cluster);
      recent.push(cluster);
    }
  }
  return clusters
    .map((cluster) => gapOf(cluster, report.to))
    .toSorted((a, b) => Number(b.isLasting) - Number(a.isLasting) || b.from - a.from);
}

function belongsTo(span: Span, cluster: Cluster, now: number): boolean {
  if (span.reason !== cluster.reason || span.to >= now !== cluster.to >= now) return false;
  const longest = Math.max(span.to - span.from, cluster.to - cluster.from);
  return Math.abs(span.to - cluster.to) <= Math.max(NEAR_MS, longest / 2);
}

function gapOf({ reason, spans }: Cluster, now: number): Gap {
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return {
    reason,
    from,
    to,
    symbols: [...new Set(spans.flatMap(({ symbols }) => symbols))],
    isLasting: to >= now,
    isAlike: spans.every((span) => span.from === from && span.to === to),
  };
}
