import type { CoverageReport } from '../../protocol/coverage.ts';
import { groupAlike } from './group-alike.ts';
import type { Histories, SymbolHistory } from './symbol-histories.ts';
import { addSpan, clipSpans, totalMs } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';

const WINDOW_MS = 86_400_000;

/** The last 24 hours; what the log knows of later times, as a clock set back leaves them, is left out. */
export function reportCoverage(histories: Histories, now: number): CoverageReport {
  const parts = [...histories].map(
    ([symbol, history]) => [symbol, inWindow(history, now)] as const,
  );
  const groups = groupAlike(parts).map(({ symbols, from, spans }) => {
    return { symbols, from, watchedMs: now - from - totalMs(spans), unwatched: spans };
  });
  const from = groups.reduce((earliest, group) => Math.min(earliest, group.from), now);
  return { from, to: now, groups };
}

function inWindow(
  history: SymbolHistory,
  now: number,
): { readonly from: number; readonly spans: UnwatchedSpans } {
  const { running } = history;
  const from = Math.min(now, Math.max(history.from, now - WINDOW_MS));
  const known = running
    ? addSpan(history.spans, { from: running.since, to: now, reason: running.reason })
    : history.spans;
  return { from, spans: clipSpans(known, from, now) };
}
