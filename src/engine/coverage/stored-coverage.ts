/** The log as it is kept between visits, and how it is read back: nothing of it is believed unseen. */
import { isTime } from '../../domain/epoch-time.ts';
import { accept, refuse } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import { isSymbol } from '../../domain/watchlist.ts';
import { UNWATCHED_REASONS } from '../../protocol/coverage.ts';
import type { UnwatchedReason } from '../../protocol/coverage.ts';
import { groupAlike } from './group-alike.ts';
import type { Histories, SymbolHistory } from './symbol-histories.ts';
import { addSpan } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';

type StoredSpan = readonly [from: number, to: number, reason: UnwatchedReason];

export interface StoredCoverage {
  readonly version: 1;
  /** Of this state of the log, so that a sign of life can say which one it prolongs. */
  readonly id: string;
  readonly seenAt: number;
  readonly groups: readonly {
    readonly symbols: readonly string[];
    readonly from: number;
    readonly spans: readonly StoredSpan[];
    readonly running: readonly [since: number, reason: UnwatchedReason] | null;
  }[];
}

/** Nothing has changed since that state was stored, and the engine is alive. */
export interface SignOfLife {
  readonly id: string;
  readonly seenAt: number;
}

export interface KnownCoverage {
  readonly histories: Histories;
  /** The log is complete up to then. */
  readonly seenAt: number;
}

const MOST_SYMBOLS = 10_000;
const MOST_SPANS = 500_000;

export function storeCoverage(histories: Histories, id: string, seenAt: number): StoredCoverage {
  const alike = groupAlike(histories, ({ running: a }, { running: b }) => {
    return a?.since === b?.since && a?.reason === b?.reason;
  });
  const groups = alike.map(({ symbols, from, spans, running }) => ({
    symbols,
    from,
    spans: spans.map((span): StoredSpan => [span.from, span.to, span.reason]),
    running: running && ([running.since, running.reason] as const),
  }));
  return { version: 1, id, seenAt, groups };
}

/** Null where nothing is stored. A log that is damaged anywhere is refused as a whole. */
export function parseCoverage(log: unknown, signOfLife: unknown): Result<KnownCoverage | null> {
  if (log === undefined) return accept(null);
  const { version, id, seenAt, groups } = fieldsOf(log);
  if (version !== 1) return refuse('coverage.version', version, '1');
  if (!isTime(seenAt)) return refuse('coverage.seenAt', seenAt, 'a time');
  if (!Array.isArray(groups)) return refuse('coverage.groups', groups, 'a list');
  const histories = new Map<string, SymbolHistory>();
  let spanCount = 0;
  for (const group of groups) {
    const history = readHistory(group);
    if (!history) return refuse('coverage.groups', group, 'symbols and their spans');
    spanCount += history.spans.length * history.symbols.length;
    const { symbols, ...rest } = history;
    for (const symbol of symbols) histories.set(symbol, rest);
    if (histories.size > MOST_SYMBOLS || spanCount > MOST_SPANS) {
      return refuse('coverage.groups', `${spanCount} spans`, `at most ${MOST_SPANS}`);
    }
  }
  return accept({ histories, seenAt: prolonged(id, seenAt, signOfLife) });
}

function prolonged(id: unknown, seenAt: number, signOfLife: unknown): number {
  const sign = fieldsOf(signOfLife);
  return typeof id === 'string' && sign['id'] === id && isTime(sign['seenAt'])
    ? sign['seenAt']
    : seenAt;
}

function readHistory(
  group: unknown,
): (SymbolHistory & { readonly symbols: readonly string[] }) | null {
  const { symbols, from, spans, running } = fieldsOf(group);
  if (!Array.isArray(symbols) || !symbols.every(isSymbol)) return null;
  if (!isTime(from) || !Array.isArray(spans)) return null;
  let read: UnwatchedSpans = [];
  for (const span of spans) {
    const parsed = readSpan(span);
    if (!parsed) return null;
    read = addSpan(read, parsed);
  }
  if (running === null) return { symbols, from, spans: read, running };
  const [since, reason] = Array.isArray(running) ? (running as readonly unknown[]) : [];
  if (!isTime(since) || !isReason(reason)) return null;
  return { symbols, from, spans: read, running: { since, reason } };
}

function readSpan(span: unknown): UnwatchedSpans[number] | null {
  if (!Array.isArray(span)) return null;
  const [from, to, reason] = span as readonly unknown[];
  if (!isTime(from) || !isTime(to) || from >= to || !isReason(reason)) return null;
  return { from, to, reason };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isReason(value: unknown): value is UnwatchedReason {
  return UNWATCHED_REASONS.some((reason) => reason === value);
}
