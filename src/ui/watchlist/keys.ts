/** Where a key moves to in a list of `count` rows; null when it does not move. */
export function moveFor(key: string, index: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Moves the focus along a row and its buttons; false where the key does not mean that. */
export function moveAlongRow(row: HTMLElement, key: string): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  const stops = [row, ...row.querySelectorAll('button')];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  stops[now + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  return true;
}
