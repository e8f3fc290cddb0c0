import { createRing } from './window.ts';

/**
 * The sum over a window, kept per slot of its ring (see `window.ts`), with what rounding took from
 * it. A spike leaves as it came, and nothing drifts.
 */
export interface RollingSum {
  readonly sums: Float64Array;
  readonly lost: Float64Array;
}

export function createRollingSum(length: number): RollingSum {
  return { sums: createRing(length), lost: createRing(length) };
}

/** The sum under `slot`: that under `before` with `entering` added and `leaving` taken off. */
export function roll(
  { sums, lost }: RollingSum,
  before: number,
  slot: number,
  entering: number,
  leaving: number,
): number {
  const old = sums[before] ?? 0;
  const grown = old + entering;
  const sum = grown - leaving;
  const rounding =
    (lost[before] ?? 0) + roundOff(old, entering, grown) + roundOff(grown, -leaving, sum);
  sums[slot] = sum;
  lost[slot] = rounding;
  return sum + rounding;
}

/** Starts anew from a sum that was taken afresh. */
export function reset({ sums, lost }: RollingSum, slot: number, sum: number): void {
  sums[slot] = sum;
  lost[slot] = 0;
}

/** What rounding took from `total = sum + term`, exactly (Knuth's two-sum, without a branch). */
export function roundOff(sum: number, term: number, total: number): number {
  const added = total - sum;
  return sum - (total - added) + (term - added);
}
