import { findIndicator } from '../indicators/index.ts';
import { partsOf } from './rule.ts';
import type { Condition, Operand, Rule } from './rule.ts';

/**
 * How many closed candles a rule must have seen before it can speak: enough to define all its
 * operands, which arms it, and one more. Averages are then defined but still lean on their seed;
 * to agree with other charts to the digit they want some ten lengths.
 */
export function candlesNeeded({ conditions }: Rule): number {
  return firstIndex(conditions) + 2;
}

function firstIndex(condition: Condition): number {
  if ('all' in condition || 'any' in condition) {
    return Math.max(...partsOf(condition).map(firstIndex));
  }
  const left = firstDefined(condition.left);
  return 'percent' in condition
    ? left + condition.candles
    : Math.max(left, firstDefined(condition.right));
}

function firstDefined(operand: Operand): number {
  if (!('indicator' in operand)) return 0;
  const warmUp = findIndicator(operand.indicator)?.warmUp(operand.params);
  return warmUp?.[operand.output] ?? 0;
}
