/** Moves the focus along a row and its buttons; false where the key does not mean that. */
export function moveAlongRow(row: HTMLElement, key: string): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  const stops = [row, ...row.querySelectorAll('button')];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  stops[now + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  return true;
}
