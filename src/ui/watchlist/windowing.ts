/**
 * Up to so many rows all exist, so that the browser's own search finds them; beyond, only those in
 * view and a few around them.
 */
const MOST_WHOLE = 60;
const OVERSCAN = 6;

/** First row of a range, and the first after it. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Where each row begins, and as the last one where all end; lengths in pixels. */
export type Offsets = Float64Array;

export function offsetsOf(heights: Iterable<number>, count: number): Offsets {
  const offsets = new Float64Array(count + 1);
  let end = 0;
  let index = 0;
  for (const height of heights) {
    end += height;
    index += 1;
    offsets[index] = end;
  }
  return offsets;
}

/** The rows that can be seen, wholly or in part. */
export function rowsInView(offsets: Offsets, scrollTop: number, viewHeight: number): RowRange {
  const count = offsets.length - 1;
  if (viewHeight <= 0) return { from: 0, to: 0 };
  const from = Math.min(count, rowAt(offsets, scrollTop));
  const to = Math.min(count, rowAt(offsets, scrollTop + viewHeight - 1) + 1);
  return { from, to: Math.max(from, to) };
}

/** The rows worth having: those in view and some around them. */
export function rowsWorthHaving(offsets: Offsets, inView: RowRange): RowRange {
  const count = offsets.length - 1;
  if (count <= MOST_WHOLE) return { from: 0, to: count };
  return { from: Math.max(0, inView.from - OVERSCAN), to: Math.min(count, inView.to + OVERSCAN) };
}

/** How far to scroll so that a row is in view: the nearest position, or the present one. */
export function scrollTopFor(
  offsets: Offsets,
  index: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const top = offsets[index] ?? 0;
  const bottom = offsets[index + 1] ?? top;
  if (top < scrollTop) return top;
  return bottom > scrollTop + viewHeight ? bottom - viewHeight : scrollTop;
}

/** The row at a height: the last one that begins at or above it. */
export function rowAt(offsets: Offsets, height: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
