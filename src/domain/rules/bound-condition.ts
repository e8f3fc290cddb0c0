import type { OperandValues } from './operand-values.ts';
import type { Change, Comparison, Condition } from './rule.ts';
import { changeStrength, comparisonStrength, movePercent } from './strength.ts';

/** A condition whose operands have become slots of an `OperandValues`. */
export type BoundCondition = BoundGroup | BoundComparison | BoundChange;

export interface BoundGroup {
  readonly kind: 'all' | 'any';
  readonly parts: readonly BoundCondition[];
}

export interface BoundComparison {
  readonly kind: 'comparison';
  readonly comparison: Comparison;
  readonly left: number;
  readonly right: number;
}

export interface BoundChange {
  readonly kind: 'change';
  readonly change: Change;
  readonly now: number;
  readonly earlier: number;
}

/** Numbers that differ by less than this share of themselves differ by rounding only. */
const ROUNDING = 1e-12;

export function bind(condition: Condition, values: OperandValues): BoundCondition {
  if ('all' in condition) {
    return { kind: 'all', parts: condition.all.map((part) => bind(part, values)) };
  }
  if ('any' in condition) {
    return { kind: 'any', parts: condition.any.map((part) => bind(part, values)) };
  }
  const left = values.slotOf(condition.left);
  if ('percent' in condition) {
    const earlier = values.slotOfEarlier(condition.left, condition.candles);
    return { kind: 'change', change: condition, now: left, earlier };
  }
  const right = values.slotOf(condition.right);
  return { kind: 'comparison', comparison: condition, left, right };
}

/** The slots that must be defined before the condition may be judged. */
export function slotsOf(bound: BoundCondition): readonly number[] {
  switch (bound.kind) {
    case 'all':
    case 'any':
      return bound.parts.flatMap(slotsOf);
    case 'comparison':
      return [bound.left, bound.right];
    case 'change':
      return [bound.now, bound.earlier];
    default:
      return bound satisfies never;
  }
}

/** Whether the condition holds at the last candle. A crossing needs the values before it too. */
export function isMet(bound: BoundCondition, values: OperandValues): boolean {
  const { now, before } = values;
  switch (bound.kind) {
    case 'all':
      return bound.parts.every((part) => isMet(part, values));
    case 'any':
      return bound.parts.some((part) => isMet(part, values));
    case 'comparison': {
      const { left, right } = bound;
      return isComparisonMet(bound.comparison, now, before, left, right);
    }
    case 'change': {
      const { operator, percent } = bound.change;
      const move = movePercent(operator, valueIn(now, bound.now), valueIn(now, bound.earlier));
      return move >= percent * (1 - ROUNDING);
    }
    default:
      return bound satisfies never;
  }
}

function isComparisonMet(
  { operator }: Comparison,
  now: readonly number[],
  before: readonly number[],
  left: number,
  right: number,
): boolean {
  switch (operator) {
    case 'above':
      return isBeyond(now, left, right);
    case 'below':
      return isBeyond(now, right, left);
    case 'crossesAbove':
      return isBeyond(now, left, right) && isNotBeyond(before, left, right);
    case 'crossesBelow':
      return isBeyond(now, right, left) && isNotBeyond(before, right, left);
    default:
      return operator satisfies never;
  }
}

/**
 * Whether one value is above another by more than rounding: in a market that stands still, an
 * average settles within the last binary digit of the price, on either side of it.
 */
function isBeyond(values: readonly number[], slot: number, otherSlot: number): boolean {
  const value = valueIn(values, slot);
  const other = valueIn(values, otherSlot);
  return value - other > ROUNDING * Math.max(Math.abs(value), Math.abs(other));
}

function isNotBeyond(values: readonly number[], slot: number, otherSlot: number): boolean {
  const areDefined = !Number.isNaN(valueIn(values, slot) + valueIn(values, otherSlot));
  return areDefined && !isBeyond(values, slot, otherSlot);
}

/** Of a condition that is met: 0 to 1, see `strength.ts`. */
export function strengthOf(bound: BoundCondition, values: OperandValues): number {
  const { now, before } = values;
  switch (bound.kind) {
    case 'all':
      return Math.min(...bound.parts.map((part) => strengthOf(part, values)));
    case 'any': {
      const met = bound.parts.filter((part) => isMet(part, values));
      return Math.max(...met.map((part) => strengthOf(part, values)));
    }
    case 'comparison': {
      const { left, right } = bound;
      return comparisonStrength(
        bound.comparison.operator,
        valueIn(now, left),
        valueIn(now, right),
        valueIn(before, left),
        valueIn(before, right),
      );
    }
    case 'change': {
      const { operator, percent } = bound.change;
      return changeStrength(
        operator,
        valueIn(now, bound.now),
        valueIn(now, bound.earlier),
        percent,
      );
    }
    default:
      return bound satisfies never;
  }
}

export function valueIn(values: readonly number[], slot: number): number {
  return values[slot] ?? Number.NaN;
}
