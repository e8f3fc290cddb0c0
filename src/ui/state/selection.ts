import { computed, signal } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import type { Watchlist } from '../../domain/watchlist.ts';

/** The series on the chart. Owned by the page; the engine is told of every change. */
export interface Selection {
  readonly symbol: string;
  readonly interval: Interval;
}

const chosen = signal<Selection | null>(null);

/** Null until there is a watchlist with a symbol in it. */
export const selection = computed(() => chosen.value);

export function selectSymbol(symbol: string): void {
  const interval = chosen.value?.interval;
  if (interval) select({ symbol, interval });
}

export function selectInterval(interval: Interval): void {
  const symbol = chosen.value?.symbol;
  if (symbol) select({ symbol, interval });
}

/** Shows a series; asking for the one that is shown changes nothing. */
export function select(next: Selection | null): void {
  const now = chosen.value;
  if (now?.symbol !== next?.symbol || now?.interval !== next?.interval) chosen.value = next;
}

/** Keeps the selection inside the watchlist: what was removed gives way to its neighbour. */
export function keepSelectionIn(before: Watchlist, { symbols, intervals }: Watchlist): void {
  const now = chosen.value;
  const lastIndex = symbols.length - 1;
  const place = Math.max(0, now ? before.symbols.indexOf(now.symbol) : 0);
  const symbol =
    now && symbols.includes(now.symbol) ? now.symbol : symbols[Math.min(place, lastIndex)];
  const interval = now && intervals.includes(now.interval) ? now.interval : intervals[0];
  select(symbol && interval ? { symbol, interval } : null);
}
