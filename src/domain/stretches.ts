/** From the index `from` up to, but without, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is worked out of so many values stays in the processor's nearest cache. */
export const STRETCH = 4096;

/**
 * A long column in parts, for a function that is called with one after another. After a few of them it
 * is compiled for good; one loop over all of the column would be compiled while it runs, when less is
 * known of its numbers, and each would take memory.
 */
export function stretchesOf(length: number, start = 0): readonly Stretch[] {
  const count = Math.max(0, Math.ceil((length - start) / STRETCH));
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * STRETCH;
    return { from, to: Math.min(from + STRETCH, length) };
  });
}
