/**
 * What is known of each symbol: since when it is watched for, when it was not, and why it is not now.
 *
 * Guarantees: nothing is told of a time before a symbol was wanted; a moment that the clock shows
 * twice was watched only if it was both times; no more than `MOST_SPANS` are kept over all symbols,
 * and where older ones have to go, the history begins after them.
 */
import type { UnwatchedReason, UnwatchedSpan } from '../../protocol/coverage.ts';
import { addSpan, clipSpans } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';
import type { ClockStep } from './timeline.ts';

export interface SymbolHistory {
  readonly from: number;
  readonly spans: UnwatchedSpans;
  /** Not watched now; not yet among the spans. */
  readonly running: { readonly since: number; readonly reason: UnwatchedReason } | null;
}

export type Histories = ReadonlyMap<string, SymbolHistory>;

export interface SymbolHistories {
  readonly all: Histories;
  /** Grows whenever something is known that time alone does not tell. */
  readonly revision: number;
  /** Of these symbols and no others; those that are new begin at that time. */
  keep(symbols: Iterable<string>, now: number): void;
  /** Was not watched in that span, as has become known. */
  add(symbol: string, span: UnwatchedSpan): void;
  addToAll(span: UnwatchedSpan): void;
  /** Why it is not watched from now on; null: it is. */
  setReason(symbol: string, reason: UnwatchedReason | null, now: number): void;
  /** What runs is known up to `to`, and runs on from `from`, the same moment on another clock. */
  setBack(step: ClockStep): void;
  /** Forgets what is too old or too much. */
  prune(now: number): void;
  /** Of all symbols together: going through everything takes about a microsecond for each. */
  readonly spanCount: number;
}

const KEPT_MS = 7 * 86_400_000;
/** A log cannot know of times so far ahead, but by a clock that was wrong. */
const FARTHEST_AHEAD_MS = 86_400_000;
const MOST_SPANS = 100_000;
const MOST_SPANS_OF_SYMBOL = 2_000;

export function createSymbolHistories(known: Histories): SymbolHistories {
  const all = new Map(known);
  let revision = 0;

  const change = (symbol: string, history: SymbolHistory): void => {
    all.set(symbol, history);
    revision++;
  };

  const add = (symbol: string, span: UnwatchedSpan): void => {
    const history = all.get(symbol);
    if (!history) return;
    const from = Math.max(span.from, history.from);
    const spans = addSpan(history.spans, { ...span, from });
    if (spans !== history.spans) change(symbol, { ...history, spans });
  };

  /** Writes down what runs, up to that time. */
  const settle = (symbol: string, history: SymbolHistory, to: number): void => {
    if (!history.running) return;
    const { since: from, reason } = history.running;
    add(symbol, { from, to, reason });
  };

  return {
    all,
    get revision() {
      return revision;
    },
    keep(symbols, now) {
      const kept = new Set(symbols);
      for (const symbol of all.keys()) {
        if (kept.has(symbol)) continue;
        all.delete(symbol);
        revision++;
      }
      for (const symbol of kept) {
        if (!all.has(symbol)) change(symbol, { from: now, spans: [], running: null });
      }
    },
    add,
    addToAll(span) {
      for (const symbol of all.keys()) add(symbol, span);
    },
    setReason(symbol, reason, now) {
      const before = all.get(symbol);
      if (!before || (before.running?.reason ?? null) === reason) return;
      settle(symbol, before, now);
      const { from, spans } = all.get(symbol) ?? before;
      change(symbol, { from, spans, running: reason === null ? null : { since: now, reason } });
    },
    setBack({ from: before, to: now }) {
      for (const [symbol, history] of all) {
        settle(symbol, history, before);
        const { spans } = all.get(symbol) ?? history;
        const running = history.running && { ...history.running, since: now };
        change(symbol, { from: Math.min(history.from, now), spans, running });
      }
    },
    get spanCount() {
      return [...all.values()].reduce((count, { spans }) => count + spans.length, all.size);
    },
    prune(now) {
      const most = Math.min(MOST_SPANS_OF_SYMBOL, Math.ceil(MOST_SPANS / Math.max(1, all.size)));
      for (const [symbol, history] of all) {
        const pruned = pruneHistory(history, now, most);
        if (pruned !== history) change(symbol, pruned);
      }
    },
  };
}

function pruneHistory(history: SymbolHistory, now: number, most: number): SymbolHistory {
  const { spans } = history;
  const dropped = spans.at(-most - 1);
  const from = Math.max(history.from, now - KEPT_MS, dropped?.to ?? history.from);
  const to = now + FARTHEST_AHEAD_MS;
  if (from === history.from && (spans.at(-1)?.to ?? to) <= to) return history;
  return { ...history, from, spans: clipSpans(spans, from, to) };
}
