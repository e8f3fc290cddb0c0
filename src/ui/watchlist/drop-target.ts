import type { Place } from './arranging.ts';
import type { Item } from './items.ts';
import { rowAt } from './windowing.ts';
import type { Offsets } from './windowing.ts';

export interface DropTarget {
  readonly place: Place;
  /** Where the line is drawn that shows it, in pixels from the top of all rows. */
  readonly lineAt: number;
}

/** Where a row goes that is let go at a height; null where it stays. It never leaves its group. */
export function dropTargetAt(
  height: number,
  symbol: string,
  items: readonly Item[],
  offsets: Offsets,
): DropTarget | null {
  const own = items.indexOf(symbol);
  if (own < 0) return null;
  let first = own;
  while (first > 0 && typeof items[first - 1] === 'string') first -= 1;
  let last = own;
  while (typeof items[last + 1] === 'string') last += 1;
  const index = Math.min(last, Math.max(first, rowAt(offsets, height)));
  const anchor = items[index];
  if (typeof anchor !== 'string' || index === own) return null;
  const top = offsets[index] ?? 0;
  const bottom = offsets[index + 1] ?? top;
  const isAbove = height < (top + bottom) / 2;
  // Beside its own place it stays where it is.
  if (isAbove ? index === own + 1 : index === own - 1) return null;
  return isAbove
    ? { place: { before: anchor }, lineAt: top }
    : { place: { after: anchor }, lineAt: bottom };
}
