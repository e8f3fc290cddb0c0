/**
 * Where a condition becomes true, found out in one loop over many candles for each of its parts.
 *
 * A fast path for what `is-met.ts` says of one moment after another; what both ask of numbers is in
 * `compare.ts`. The proof is `replay-columns.test.ts`.
 */
import type { Stretch } from '../stretches.ts';
import type { BoundComparison, BoundCondition, BoundRange } from './bound-condition.ts';
import type { ColumnValues } from './column-values.ts';
import { areDefined, hasMoved, isAbove, isInside, isNotAbove, isOutside } from './compare.ts';
import type { Change } from './condition.ts';

/**
 * Those of the candles at which the condition holds, and did not at the one before. Whether operands are
 * defined there is for the caller to see. Not for sequences: they remember more than the candle before.
 */
export function whereBecomesMet(
  bound: BoundCondition,
  values: ColumnValues,
  stretch: Stretch,
): number[] {
  const { from } = stretch;
  const met = whereMet(bound, values, stretch);
  let wasMet = from === 0 || whereMet(bound, values, { from: from - 1, to: from })[0] === 1;
  const candles: number[] = [];
  for (let at = 0; at < met.length; at++) {
    const isNowMet = met[at] === 1;
    if (isNowMet && !wasMet) candles.push(from + at);
    wasMet = isNowMet;
  }
  return candles;
}

/** 1 for each candle at which it holds, 0 for the others. */
function whereMet(bound: BoundCondition, values: ColumnValues, stretch: Stretch): Uint8Array {
  const met = new Uint8Array(stretch.to - stretch.from);
  const valuesOf = (slot: number) => values.valuesOf(slot, stretch);
  switch (bound.kind) {
    case 'all':
    case 'any': {
      const parts = bound.parts.map((part) => whereMet(part, values, stretch));
      markCounts(met, parts, bound.kind === 'all' ? parts.length : 1);
      break;
    }
    case 'not':
      markOthers(met, whereMet(bound.part, values, stretch));
      break;
    case 'comparison':
      markComparison(met, bound, values, stretch);
      break;
    case 'range':
      markRange(met, bound, values, stretch);
      break;
    case 'change':
      markMoves(met, bound.change, valuesOf(bound.now), valuesOf(bound.earlier));
      break;
    case 'sequence':
      throw new Error('a sequence is judged candle by candle');
    default:
      bound satisfies never;
  }
  return met;
}

/** Where at least so many of the parts are met. */
function markCounts(met: Uint8Array, parts: readonly Uint8Array[], least: number): void {
  for (let at = 0; at < met.length; at++) {
    let count = 0;
    for (const part of parts) count += part[at] ?? 0;
    if (count >= least) met[at] = 1;
  }
}

function markOthers(met: Uint8Array, part: Uint8Array): void {
  for (let at = 0; at < met.length; at++) if (part[at] === 0) met[at] = 1;
}

function markComparison(
  met: Uint8Array,
  { comparison: { operator }, left, right }: BoundComparison,
  values: ColumnValues,
  stretch: Stretch,
): void {
  const isUpwards = operator === 'above' || operator === 'crossesAbove';
  const [high, low] = isUpwards ? [left, right] : [right, left];
  const highs = values.valuesOf(high, stretch);
  const lows = values.valuesOf(low, stretch);
  if (operator === 'above' || operator === 'below') {
    markAbove(met, highs, lows);
    return;
  }
  const before = isNotAbove(values.valueBefore(high, stretch), values.valueBefore(low, stretch));
  markCrossings(met, highs, lows, before);
}

function markAbove(met: Uint8Array, values: Float64Array, others: Float64Array): void {
  for (let at = 0; at < met.length; at++) {
    if (isAbove(values[at] ?? Number.NaN, others[at] ?? Number.NaN)) met[at] = 1;
  }
}

function markCrossings(
  met: Uint8Array,
  values: Float64Array,
  others: Float64Array,
  before: boolean,
): void {
  let wasNotAbove = before;
  for (let at = 0; at < met.length; at++) {
    const value = values[at] ?? Number.NaN;
    const other = others[at] ?? Number.NaN;
    const isNowAbove = isAbove(value, other);
    if (isNowAbove && wasNotAbove) met[at] = 1;
    wasNotAbove = !isNowAbove && areDefined(value, other);
  }
}

function markRange(
  met: Uint8Array,
  bound: BoundRange,
  columns: ColumnValues,
  stretch: Stretch,
): void {
  const isEntering = bound.range.operator === 'enters';
  const values = columns.valuesOf(bound.left, stretch);
  const lows = columns.valuesOf(bound.low, stretch);
  const highs = columns.valuesOf(bound.high, stretch);
  let value = columns.valueBefore(bound.left, stretch);
  let low = columns.valueBefore(bound.low, stretch);
  let high = columns.valueBefore(bound.high, stretch);
  for (let at = 0; at < met.length; at++) {
    const couldPass = isEntering ? isOutside(value, low, high) : isInside(value, low, high);
    value = values[at] ?? Number.NaN;
    low = lows[at] ?? Number.NaN;
    high = highs[at] ?? Number.NaN;
    const isThrough = isEntering ? isInside(value, low, high) : isOutside(value, low, high);
    if (couldPass && isThrough) met[at] = 1;
  }
}

function markMoves(
  met: Uint8Array,
  change: Change,
  values: Float64Array,
  earlier: Float64Array,
): void {
  for (let at = 0; at < met.length; at++) {
    if (hasMoved(change, values[at] ?? Number.NaN, earlier[at] ?? Number.NaN)) met[at] = 1;
  }
}
