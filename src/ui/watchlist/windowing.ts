/** Up to so many rows all exist; beyond, only those in view and a few around them. */
const MOST_WHOLE = 60;
const OVERSCAN = 6;

/** First row that exists, and the first after it that does not. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** The rows worth having for a scroll position; lengths in pixels. */
export function rowWindow(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): RowWindow {
  if (count <= MOST_WHOLE) return { from: 0, to: count };
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN;
  return { from: Math.max(0, Math.min(first, count)), to: Math.max(0, Math.min(last, count)) };
}

/** How far to scroll so that a row is in view: the nearest position, or the present one. */
export function scrollTopFor(
  index: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  const bottom = top + rowHeight;
  return bottom > scrollTop + viewHeight ? bottom - viewHeight : scrollTop;
}
