import { computed, signal } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import { changeOptions, lastSymbol, optionsOf, rememberSymbol } from './chart-options.ts';

/** The series on the chart. Owned by the page; the engine is told of every change. */
export interface Selection {
  readonly symbol: string;
  readonly interval: Interval;
}

const chosen = signal<Selection | null>(null);

/** Null until there is a watchlist with a symbol in it. */
export const selection = computed(() => chosen.value);

/** On the interval that was chosen for it before, else on the one that is shown. */
export function selectSymbol(symbol: string): void {
  const shown = chosen.peek()?.interval;
  const interval = optionsOf(symbol).interval ?? shown;
  if (interval) select({ symbol, interval });
}

/** Any interval of the exchange: watched or not. */
export function selectInterval(interval: Interval): void {
  const symbol = chosen.peek()?.symbol;
  if (!symbol) return;
  changeOptions(symbol, { interval });
  select({ symbol, interval });
}

/** Shows a series; asking for the one that is shown changes nothing. */
export function select(next: Selection | null): void {
  const now = chosen.peek();
  if (now?.symbol === next?.symbol && now?.interval === next?.interval) return;
  chosen.value = next;
  if (next) rememberSymbol(next.symbol);
}

/**
 * Keeps the selection inside the watchlist: what was removed gives way to its neighbour. The first
 * selection is that of the last visit.
 */
export function keepSelectionIn(before: Watchlist, { symbols, intervals }: Watchlist): void {
  const now = chosen.peek();
  const wanted = now?.symbol ?? lastSymbol();
  const place = Math.max(0, now ? before.symbols.indexOf(now.symbol) : 0);
  // One of the whole market that never was in the list stays where it is.
  const isElsewhere = now !== null && !before.symbols.includes(now.symbol);
  const symbol =
    wanted !== null && (isElsewhere || symbols.includes(wanted))
      ? wanted
      : symbols[Math.min(place, symbols.length - 1)];
  if (!symbol) return select(null);
  const isIntervalGone =
    now && before.intervals.includes(now.interval) && !intervals.includes(now.interval);
  const shown = now && !isIntervalGone ? now.interval : intervals[0];
  const interval = now?.symbol === symbol ? shown : (optionsOf(symbol).interval ?? shown);
  select(interval ? { symbol, interval } : null);
}
