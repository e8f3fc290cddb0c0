import { signal } from '@preact/signals';
import type { Sparkline } from '../../protocol/market-state.ts';

/** Closes that rows of the watchlist draw, by symbol: oldest first, an hour apart. */
export const sparklines = signal<ReadonlyMap<string, readonly number[]>>(new Map());

/** Takes in what changed. They come a few at a time and once an hour each, so a copy is cheap. */
export function applySparklines(changed: readonly Sparkline[]): void {
  const next = new Map(sparklines.value);
  for (const { symbol, closes } of changed) next.set(symbol, closes);
  sparklines.value = next;
}
