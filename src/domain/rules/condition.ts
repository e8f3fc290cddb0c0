import type { Operand } from './operand.ts';

/** What must be so for a rule to speak, as a tree of plain data. */
export type Condition = AllCondition | AnyCondition | NotCondition | SequenceCondition | Leaf;

/** A condition without others inside. */
export type Leaf = Comparison | RangeCondition | Change;

export interface AllCondition {
  readonly all: readonly Condition[];
}

export interface AnyCondition {
  readonly any: readonly Condition[];
}

export interface NotCondition {
  readonly not: Condition;
}

/**
 * Conditions that were met one after another, each at a later candle than the one before it: the
 * last at this candle, the first at most `within` candles earlier. Candles of the rule's interval.
 */
export interface SequenceCondition {
  readonly sequence: readonly Condition[];
  readonly within: number;
}

export const COMPARISON_OPERATORS = ['above', 'below', 'crossesAbove', 'crossesBelow'] as const;
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

/**
 * A crossing looks at the values now and at those of the rule's candle before, also where an
 * operand is of a longer interval and may have stood still in between.
 */
export interface Comparison {
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  readonly right: Operand;
}

export const RANGE_OPERATORS = ['enters', 'leaves'] as const;
export type RangeOperator = (typeof RANGE_OPERATORS)[number];

/** From outside of a range to inside, or the other way; its edges are inside. */
export interface RangeCondition {
  readonly left: Operand;
  readonly operator: RangeOperator;
  readonly low: Operand;
  readonly high: Operand;
}

export const CHANGE_OPERATORS = ['risesBy', 'fallsBy'] as const;
export type ChangeOperator = (typeof CHANGE_OPERATORS)[number];

/** A move of at least `percent` from the value `candles` candles ago: those of left's interval. */
export interface Change {
  readonly left: Operand;
  readonly operator: ChangeOperator;
  readonly percent: number;
  readonly candles: number;
}

export type Operator = ComparisonOperator | RangeOperator | ChangeOperator;
export const OPERATORS: readonly Operator[] = [
  ...COMPARISON_OPERATORS,
  ...RANGE_OPERATORS,
  ...CHANGE_OPERATORS,
];

/** The conditions directly within; a leaf has none. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  return 'sequence' in condition ? condition.sequence : [];
}

/** The leaves of the tree, in order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  return 'left' in condition ? [condition] : partsOf(condition).flatMap(leavesOf);
}

export function operandsOf(leaf: Leaf): readonly Operand[] {
  if ('right' in leaf) return [leaf.left, leaf.right];
  return 'low' in leaf ? [leaf.left, leaf.low, leaf.high] : [leaf.left];
}
