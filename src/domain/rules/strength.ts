import type { ChangeOperator, ComparisonOperator, Operator, RangeOperator } from './condition.ts';

/**
 * The strength of a signal: 0 for a condition that is only just met, towards 1 the further it is
 * exceeded. Every operator uses `excess / (excess + reference)`:
 *
 * - `crossesAbove`, `crossesBelow`: excess = how far left is beyond right now, reference = how far
 *   it was on the other side one candle before: the share of the step that lies beyond the line.
 * - `enters`, `leaves`: the same for the edge of the range that was passed.
 * - `above`, `below`: excess = how far left is beyond right, reference = |right|.
 * - `risesBy`, `fallsBy`: excess = the move less the percentage asked for, reference = that
 *   percentage: `(move − percent) / move`.
 *
 * All conditions together are as strong as the weakest, any of them as the strongest that is met, a
 * sequence as its last. That something is not so has no degree: `not` counts as 1, so that it never
 * weakens the conditions beside it.
 */
export function share(excess: number, reference: number): number {
  return excess > 0 ? 1 / (1 + Math.max(0, reference) / excess) : 0;
}

export function comparisonStrength(
  operator: ComparisonOperator,
  left: number,
  right: number,
  leftBefore: number,
  rightBefore: number,
): number {
  switch (operator) {
    case 'above':
      return share(left - right, Math.abs(right));
    case 'below':
      return share(right - left, Math.abs(right));
    case 'crossesAbove':
      return share(left - right, rightBefore - leftBefore);
    case 'crossesBelow':
      return share(right - left, leftBefore - rightBefore);
    default:
      return operator satisfies never;
  }
}

/** A value with the range that it enters or leaves. */
export interface Placed {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export function rangeStrength(operator: RangeOperator, now: Placed, before: Placed): number {
  switch (operator) {
    case 'enters':
      return before.value < before.low
        ? share(now.value - now.low, before.low - before.value)
        : share(now.high - now.value, before.value - before.high);
    case 'leaves':
      return now.value > now.high
        ? share(now.value - now.high, before.high - before.value)
        : share(now.low - now.value, before.value - before.low);
    default:
      return operator satisfies never;
  }
}

export function changeStrength(
  operator: ChangeOperator,
  now: number,
  earlier: number,
  percent: number,
): number {
  return share(movePercent(operator, now, earlier) - percent, percent);
}

/** How far a value moved in the operator's direction, in percent of where it was. */
export function movePercent(operator: ChangeOperator, now: number, earlier: number): number {
  const move = operator === 'risesBy' ? now - earlier : earlier - now;
  return move === 0 ? 0 : (100 * move) / Math.abs(earlier);
}

/** The formula in words, for the page. */
export const STRENGTH_FORMULAS: Readonly<Record<Operator, string>> = {
  above: 'distance above the line / (that distance + the line)',
  below: 'distance below the line / (that distance + the line)',
  crossesAbove: 'distance above the line now / (that distance + distance below it before)',
  crossesBelow: 'distance below the line now / (that distance + distance above it before)',
  enters: 'distance inside the edge passed / (that distance + distance outside it before)',
  leaves: 'distance outside the edge passed / (that distance + distance inside it before)',
  risesBy: '(move less the percentage asked for) / move',
  fallsBy: '(move less the percentage asked for) / move',
};

/** How the strengths of several conditions make one, in words, for the page. */
export const GROUP_STRENGTHS: Readonly<Record<'all' | 'any' | 'not' | 'sequence', string>> = {
  all: 'the weakest of them',
  any: 'the strongest of those that are met',
  not: '1',
  sequence: 'that of the last',
};
