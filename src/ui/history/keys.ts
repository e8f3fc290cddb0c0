/** The row that a key leads to; null for a key that leads nowhere. */
export function placeAfterKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  place: number,
  count: number,
  page: number,
): number | null {
  if (ctrlKey || metaKey || altKey) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, place + 1);
    case 'ArrowUp':
      return Math.max(0, place - 1);
    case 'PageDown':
      return Math.min(last, place + page);
    case 'PageUp':
      return Math.max(0, place - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
