import type { Interval } from '../interval.ts';
import type { Side } from '../signal.ts';

/**
 * What the user wants to be told of, as plain data: stored, shared and shown as it stands.
 * It speaks when its condition becomes true at the close of a candle.
 */
export interface Rule {
  /** Part of the identity of its alerts: never reused for another rule. */
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly isEnabled: boolean;
  /** `watchlist`: whatever is watched at the time. */
  readonly symbols: 'watchlist' | readonly string[];
  readonly intervals: 'watchlist' | readonly Interval[];
  readonly conditions: Condition;
}

export type Condition = AllCondition | AnyCondition | Comparison | Change;

export interface AllCondition {
  readonly all: readonly Condition[];
}

export interface AnyCondition {
  readonly any: readonly Condition[];
}

export const COMPARISON_OPERATORS = ['above', 'below', 'crossesAbove', 'crossesBelow'] as const;
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

export interface Comparison {
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  readonly right: Operand;
}

export const CHANGE_OPERATORS = ['risesBy', 'fallsBy'] as const;
export type ChangeOperator = (typeof CHANGE_OPERATORS)[number];

/** A move of at least `percent` from the value `candles` candles ago. */
export interface Change {
  readonly left: Operand;
  readonly operator: ChangeOperator;
  readonly percent: number;
  readonly candles: number;
}

export const PRICE_FIELDS = ['open', 'high', 'low', 'close', 'volume'] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

export type Operand = IndicatorOperand | PriceOperand | ConstantOperand;

export interface IndicatorOperand {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  readonly output: string;
}

export interface PriceOperand {
  readonly price: PriceField;
}

export interface ConstantOperand {
  readonly constant: number;
}

/** The conditions within a group; a comparison or change has none. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : [];
}

/** Whether the rule speaks of a symbol that is watched. */
export function isForSymbol({ symbols }: Rule, symbol: string): boolean {
  return symbols === 'watchlist' || symbols.includes(symbol);
}

/** The intervals whose candles the rule needs, given those of the watchlist. */
export function intervalsOf(
  { intervals }: Rule,
  watched: readonly Interval[],
): readonly Interval[] {
  return intervals === 'watchlist' ? watched : intervals;
}
