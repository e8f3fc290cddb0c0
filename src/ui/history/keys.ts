import { moveForKey } from '../shell/move-for-key.ts';

/** The row that a key leads to; null for a key that leads nowhere. */
export function placeAfterKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  place: number,
  count: number,
  page: number,
): number | null {
  return ctrlKey || metaKey || altKey ? null : moveForKey(key, place, count, page);
}
