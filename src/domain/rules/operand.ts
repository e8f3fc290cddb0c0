import type { Interval } from '../interval.ts';

/** A number that a condition looks at. */
export type Operand = IndicatorOperand | PriceOperand | ConstantOperand;

/** What is read from candles, of the rule's own interval or of another. */
export type CandleOperand = IndicatorOperand | PriceOperand;

interface OfInterval {
  /** Absent: the interval on which the rule is judged. */
  readonly interval?: Interval;
  /**
   * Of an interval longer than the rule's own: its candle as it stands, put together from the
   * rule's own candles since it opened, instead of the last one that has closed.
   */
  readonly forming?: boolean;
}

export interface IndicatorOperand extends OfInterval {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  readonly output: string;
}

export const PRICE_FIELDS = ['open', 'high', 'low', 'close', 'volume'] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

export interface PriceOperand extends OfInterval {
  readonly price: PriceField;
}

export interface ConstantOperand {
  readonly constant: number;
}

/** Equal for operands that always have the same value on the same candles. */
export function operandKey(operand: Operand): string {
  if ('constant' in operand) return `constant ${operand.constant}`;
  return 'price' in operand ? operand.price : `${sourceKey(operand)} ${operand.output}`;
}

/** Equal for indicators that differ in the output only. */
export function sourceKey({ indicator, params }: IndicatorOperand): string {
  const names = Object.keys(params).toSorted();
  return `${indicator} ${names.map((name) => `${name}=${params[name]}`).join(' ')}`;
}
