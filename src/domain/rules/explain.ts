import { findIndicator } from '../indicators/index.ts';
import type { Interval } from '../interval.ts';
import { isMet, valueIn } from './bound-condition.ts';
import type { BoundChange, BoundComparison, BoundCondition } from './bound-condition.ts';
import { describeOperand } from './describe.ts';
import type { OperandValues } from './operand-values.ts';
import { digitsToTell, plainNumber } from './plain-number.ts';
import type { Operand } from './rule.ts';
import { movePercent } from './strength.ts';

/** Significant digits: enough for the ticks of a price; an oscillator needs fewer. */
const PRICE_DIGITS = 8;
const PANE_DIGITS = 4;

/**
 * The inputs of a condition that is met, in words: `RSI(14) on 1h = 31.2, was 29.4; threshold 30`.
 * Of alternatives only those that are met are told.
 */
export function explain(bound: BoundCondition, values: OperandValues, interval: Interval): string {
  switch (bound.kind) {
    case 'all':
      return bound.parts.map((part) => explain(part, values, interval)).join('. ');
    case 'any': {
      const met = bound.parts.filter((part) => isMet(part, values));
      return met.map((part) => explain(part, values, interval)).join('. ');
    }
    case 'comparison':
      return explainComparison(bound, values, interval);
    case 'change':
      return explainChange(bound, values, interval);
    default:
      return bound satisfies never;
  }
}

function explainComparison(
  { comparison, left, right }: BoundComparison,
  { now, before }: OperandValues,
  interval: Interval,
): string {
  const digits = Math.max(
    digitsToTell(valueIn(now, left), valueIn(now, right), digitsOf(comparison.left)),
    digitsToTell(valueIn(before, left), valueIn(before, right), digitsOf(comparison.left)),
  );
  const isCrossing = comparison.operator.startsWith('crosses');
  const told = (operand: Operand, slot: number): string => {
    const value = `${describeOperand(operand)} on ${interval} = ${plainNumber(valueIn(now, slot), digits)}`;
    return isCrossing ? `${value}, was ${plainNumber(valueIn(before, slot), digits)}` : value;
  };
  const line =
    'constant' in comparison.right
      ? `threshold ${describeOperand(comparison.right)}`
      : told(comparison.right, right);
  return `${told(comparison.left, left)}; ${line}`;
}

function explainChange(
  { change, now: nowSlot, earlier: earlierSlot }: BoundChange,
  { now: values }: OperandValues,
  interval: Interval,
): string {
  const { left, operator, percent, candles } = change;
  const now = valueIn(values, nowSlot);
  const earlier = valueIn(values, earlierSlot);
  const digits = digitsToTell(now, earlier, digitsOf(left));
  const move = plainNumber(movePercent(operator, now, earlier), PANE_DIGITS);
  const ago = candles === 1 ? 'one candle ago' : `${candles} candles ago`;
  const direction = operator === 'risesBy' ? 'up' : 'down';
  return (
    `${describeOperand(left)} on ${interval} = ${plainNumber(now, digits)}, ` +
    `${plainNumber(earlier, digits)} ${ago}: ${direction} ${move}%; threshold ${plainNumber(percent)}%`
  );
}

function digitsOf(operand: Operand): number {
  const isOfPane = 'indicator' in operand && findIndicator(operand.indicator)?.placement === 'pane';
  return isOfPane ? PANE_DIGITS : PRICE_DIGITS;
}
