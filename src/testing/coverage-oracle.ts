/**
 * Which milliseconds a symbol was watched, worked out the long way from a list of everything that
 * happened: one cell for each millisecond of the clock, painted again and again, the strongest
 * reason staying. It shares no code with the log but the order of reasons.
 *
 * Time is `mono` here: milliseconds that the machine was awake for. The clock's own time is that
 * plus an offset, which a sleep raises and a clock set back lowers.
 */
import { UNWATCHED_REASONS } from '../protocol/coverage.ts';
import type { UnwatchedReason, UnwatchedSpan } from '../protocol/coverage.ts';

export type Happening =
  /** Series by symbol, as `BTCUSDT@1h`. */
  | { readonly type: 'watch'; readonly series: readonly string[] }
  | { readonly type: 'live'; readonly series: string }
  | {
      readonly type: 'lost';
      readonly series: string;
      readonly since: number;
      readonly reason: UnwatchedReason;
    }
  | { readonly type: 'consecutive'; readonly series: string; readonly isConsecutive: boolean }
  | { readonly type: 'diagnosed'; readonly reason: UnwatchedReason }
  | { readonly type: 'failing' }
  | { readonly type: 'connected' }
  | { readonly type: 'wanted'; readonly isWanted: boolean }
  | { readonly type: 'restart' }
  /** The clock was looked at, and nothing else. */
  | { readonly type: 'look' };

/** `clock`: what the clock showed then, before anything else was done to it. */
export type Happened = Happening & { readonly at: number; readonly clock: number };

/** One engine, from its first `watch` to its end or to what is still known of it. */
export interface Life {
  readonly happened: readonly Happened[];
  readonly end: number;
}

const TICK_MS = 1_000;
const PAUSE_MS = 5_000;

interface Symbol {
  from: number;
  readonly cells: Uint8Array;
}

export interface Oracle {
  /** Cells of the clock's time, from `base` on. */
  readonly base: number;
  readonly size: number;
  /** Offsets of the clock against `mono`, oldest first; the first at the beginning. */
  readonly offsets: readonly { readonly mono: number; readonly offset: number }[];
}

export function expectedCoverage(
  oracle: Oracle,
  lives: readonly Life[],
): ReadonlyMap<string, { readonly from: number; readonly spans: readonly UnwatchedSpan[] }> {
  const symbols = new Map<string, Symbol>();
  for (const [index, life] of lives.entries()) {
    const before = lives[index - 1];
    const begin = life.happened[0]?.at ?? life.end;
    if (before) {
      for (const symbol of symbols.values()) {
        const from = wall(oracle, before.end);
        paintClock(oracle, symbol, from, life.happened[0]?.clock ?? from, 'closed');
      }
    }
    live(oracle, symbols, life, begin);
  }
  const now = wall(oracle, lives.at(-1)?.end ?? 0);
  return new Map(
    [...symbols].map(([name, { from, cells }]) => [
      name,
      { from, spans: readCells(oracle, cells, Math.min(from, now), now) },
    ]),
  );
}

/** The clock's time at a moment, after whatever was done to the clock in it. */
function wall({ offsets }: Oracle, mono: number): number {
  return mono + (offsets.findLast((step) => step.mono <= mono)?.offset ?? 0);
}

interface Series {
  since: number;
  loss: UnwatchedReason | null;
  isExplained: boolean;
  isConsecutive: boolean;
}

function live(oracle: Oracle, symbols: Map<string, Symbol>, life: Life, begin: number): void {
  const series = new Map<string, Series>();
  let isWanted = true;
  let outage: UnwatchedReason | null = null;
  let lastSleepEnd = -1;
  let looked = wall(oracle, begin);

  const symbolOf = (name: string): Symbol | undefined => symbols.get(name.split('@')[0] ?? '');
  const paint = (name: string, from: number, to: number, reason: UnwatchedReason): void => {
    const symbol = symbolOf(name);
    if (symbol) paintMono(oracle, symbol, from, to, reason);
  };

  /** What was true from one moment to the next. */
  const pass = (from: number, to: number): void => {
    for (const [name, { loss, isConsecutive }] of series) {
      if (!isWanted) paint(name, from, to, 'off');
      else if (loss) paint(name, from, to, loss);
      else if (!isConsecutive) paint(name, from, to, 'filling');
    }
  };

  const look = (at: number, now: number): void => {
    const before = looked;
    if (now - before > PAUSE_MS) {
      for (const symbol of symbols.values()) paintClock(oracle, symbol, before, now, 'asleep');
      lastSleepEnd = at;
    }
    if (now < before) {
      for (const symbol of symbols.values()) symbol.from = Math.min(symbol.from, now);
      lastSleepEnd = -1;
    }
    looked = now;
  };

  const awaited = (at: number): Omit<Series, 'isConsecutive'> => ({
    since: at,
    loss: outage ?? 'filling',
    isExplained: false,
  });

  const learn = (reason: UnwatchedReason, at: number, isExplained: boolean): void => {
    for (const [name, one] of series) {
      if (!one.loss || (!isExplained && one.loss !== 'filling')) continue;
      if (!one.isExplained) paint(name, one.since, at, reason);
      Object.assign(one, { loss: reason, isExplained });
    }
  };

  const handle = (event: Happened): void => {
    const { at, clock } = event;
    switch (event.type) {
      case 'look':
        return;
      case 'watch': {
        const names = new Set(event.series.map((name) => name.split('@')[0] ?? ''));
        for (const name of symbols.keys()) if (!names.has(name)) symbols.delete(name);
        for (const name of names) {
          if (symbols.has(name)) continue;
          symbols.set(name, { from: clock, cells: new Uint8Array(oracle.size) });
        }
        for (const name of series.keys()) if (!event.series.includes(name)) series.delete(name);
        for (const name of event.series) {
          if (!series.has(name)) series.set(name, { ...awaited(at), isConsecutive: false });
        }
        return;
      }
      case 'live': {
        const one = series.get(event.series);
        if (one) one.loss = null;
        return;
      }
      case 'lost': {
        const one = series.get(event.series);
        if (!one) return;
        if (!isWanted) return void Object.assign(one, awaited(at));
        const reason = outage ? stronger(event.reason, outage) : event.reason;
        let { since } = event;
        if (since < lastSleepEnd) {
          paint(event.series, since, lastSleepEnd, 'asleep');
          since = lastSleepEnd;
        }
        paint(event.series, since, at, reason);
        return void Object.assign(one, { since, loss: reason, isExplained: false });
      }
      case 'consecutive': {
        const one = series.get(event.series);
        if (one) one.isConsecutive = event.isConsecutive;
        return;
      }
      case 'diagnosed':
        outage = event.reason;
        return learn(outage, at, true);
      case 'failing':
        outage ??= 'unreachable';
        return learn(outage, at, false);
      case 'connected':
        outage = null;
        return;
      case 'wanted':
        if (event.isWanted === isWanted) return;
        isWanted = event.isWanted;
        outage = null;
        for (const one of series.values()) {
          if (isWanted && one.loss) Object.assign(one, awaited(at));
        }
        return;
      case 'restart':
        outage = null;
        for (const one of series.values())
          Object.assign(one, awaited(at), { isConsecutive: false });
        return;
      default:
        return event satisfies never;
    }
  };

  let tick = begin + TICK_MS;
  let passed = begin;
  const end = { type: 'look', at: life.end, clock: wall(oracle, life.end) } as const;
  for (const event of [...life.happened, end]) {
    for (; tick <= event.at; tick += TICK_MS) look(tick, wall(oracle, tick));
    look(event.at, event.clock);
    pass(passed, event.at);
    passed = event.at;
    handle(event);
  }
}

function stronger(a: UnwatchedReason, b: UnwatchedReason): UnwatchedReason {
  return UNWATCHED_REASONS.find((reason) => reason === a || reason === b) ?? a;
}

/** Each piece of the span where the clock showed it; what lasts through a sleep is true of it too. */
function paintMono(
  oracle: Oracle,
  symbol: Symbol,
  from: number,
  to: number,
  reason: UnwatchedReason,
): void {
  for (const [index, { mono, offset }] of oracle.offsets.entries()) {
    const next = oracle.offsets[index + 1];
    if (to <= mono || (next && from >= next.mono)) continue;
    const isLast = !next || to <= next.mono;
    const end = isLast ? to + offset : next.mono + Math.max(offset, next.offset);
    paintClock(oracle, symbol, Math.max(from, mono) + offset, end, reason);
  }
}

function paintClock(
  { base }: Oracle,
  { from: watchedFrom, cells }: Symbol,
  from: number,
  to: number,
  reason: UnwatchedReason,
): void {
  const strength = UNWATCHED_REASONS.length - UNWATCHED_REASONS.indexOf(reason);
  for (let time = Math.max(from, watchedFrom); time < to; time++) {
    cells[time - base] = Math.max(cells[time - base] ?? 0, strength);
  }
}

function readCells(
  { base }: Oracle,
  cells: Uint8Array,
  from: number,
  to: number,
): readonly UnwatchedSpan[] {
  const spans: UnwatchedSpan[] = [];
  for (let time = from; time < to; time++) {
    const reason = UNWATCHED_REASONS.at(-(cells[time - base] ?? 0));
    if (!cells[time - base] || !reason) continue;
    const last = spans.at(-1);
    if (last?.to === time && last.reason === reason)
      spans[spans.length - 1] = { ...last, to: time + 1 };
    else spans.push({ from: time, to: time + 1, reason });
  }
  return spans;
}
