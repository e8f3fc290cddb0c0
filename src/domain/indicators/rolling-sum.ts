/**
 * The sum over a window, kept per slot of its ring (see `window.ts`), with what rounding took from
 * it: the two stand side by side, in one ring of twice the length. A spike leaves as it came, and
 * nothing drifts.
 */
export type RollingSum = Float64Array;

export function createRollingSum(length: number): RollingSum {
  return new Float64Array(2 * (length + 1));
}

/** The sum under `slot`: that under `before` with `entering` added and `leaving` taken off. */
export function roll(
  sums: RollingSum,
  before: number,
  slot: number,
  entering: number,
  leaving: number,
): number {
  const old = sums[2 * before] ?? 0;
  const lost = sums[2 * before + 1] ?? 0;
  const grown = old + entering;
  const sum = grown - leaving;
  const rounding = lost + roundOff(old, entering, grown) + roundOff(grown, -leaving, sum);
  sums[2 * slot] = sum;
  sums[2 * slot + 1] = rounding;
  return sum + rounding;
}

/** The sum as it was left under `slot`. */
export function sumUnder(sums: RollingSum, slot: number): number {
  return (sums[2 * slot] ?? 0) + (sums[2 * slot + 1] ?? 0);
}

/** Starts anew from a sum that was taken afresh. */
export function reset(sums: RollingSum, slot: number, sum: number): void {
  sums[2 * slot] = sum;
  sums[2 * slot + 1] = 0;
}

/** What rounding took from `total = sum + term`, exactly (Knuth's two-sum, without a branch). */
export function roundOff(sum: number, term: number, total: number): number {
  const added = total - sum;
  return sum - (total - added) + (term - added);
}
