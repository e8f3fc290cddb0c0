/**
 * The last `length` values of a series, shared by the successive states of an indicator.
 *
 * Copying the window at each step would cost its length. Instead all states write into one ring
 * of `length + 1` slots. A state whose next value goes into slot `s` looks at the other `length`
 * slots only, so a step that is thrown away has disturbed nothing, and the next step overwrites
 * what it left. The price: once a state has been stepped twice in a row, the state before both is
 * no longer usable.
 *
 * Whatever else belongs to one value, such as the sum up to it, can stand in a further ring under
 * the same slot. That is also faster than a field of the state: numbers in objects are allocated.
 */
export function createRing(length: number): Float64Array {
  return new Float64Array(length + 1);
}

/** The slot after `slot`. Before it is written, it holds the oldest value of a full window. */
export function slotAfter(length: number, slot: number): number {
  return slot === length ? 0 : slot + 1;
}

/** The slot before `slot`: that of the value before. */
export function slotBefore(length: number, slot: number): number {
  return slot === 0 ? length : slot - 1;
}

/** Whether the window is full once `slot` is written; it stays full. */
export function isFullAt(length: number, slot: number, wasFull: boolean): boolean {
  return wasFull || slot === length - 1;
}
