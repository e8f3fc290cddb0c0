import { findIndicator } from '../indicators/index.ts';
import type { Interval } from '../interval.ts';
import { leavesOf, operandsOf, partsOf } from './condition.ts';
import type { Condition, Leaf } from './condition.ts';
import type { Operand } from './operand.ts';
import type { Rule } from './rule.ts';

/**
 * How many closed candles of its own interval a rule must have seen before it can speak: enough to
 * define all its operands, which arms it, and one more; a sequence takes one for each further step.
 * Averages are then defined but still lean on their seed; to agree with other charts to the digit
 * they want some ten lengths.
 */
export function candlesNeeded({ conditions }: Rule): number {
  const firstIndex = largest(leavesOf(conditions).map((leaf) => leafIndex(leaf, undefined)));
  return firstIndex + 2 + Math.max(0, stepsOf(conditions) - 2);
}

/**
 * How many closed candles of an interval that the rule's operands name must be there to define them;
 * 0 where none names it. To see one form takes as many of the rule's own candles as it spans.
 */
export function candlesNeededOn({ conditions }: Rule, interval: Interval): number {
  const leaves = leavesOf(conditions).filter((leaf) =>
    operandsOf(leaf).some((operand) => isOn(operand, interval)),
  );
  return leaves.length === 0 ? 0 : largest(leaves.map((leaf) => leafIndex(leaf, interval))) + 1;
}

/** Index of the candle of an interval at which all operands on it are defined. */
function leafIndex(leaf: Leaf, interval: Interval | undefined): number {
  const firsts = operandsOf(leaf).map((operand) => {
    if (!isOn(operand, interval)) return 0;
    return firstDefined(operand) + ('percent' in leaf ? leaf.candles : 0);
  });
  return largest(firsts);
}

function isOn(operand: Operand, interval: Interval | undefined): boolean {
  return 'constant' in operand ? false : operand.interval === interval;
}

function firstDefined(operand: Operand): number {
  if (!('indicator' in operand)) return 0;
  const warmUp = findIndicator(operand.indicator)?.warmUp(operand.params);
  return warmUp?.[operand.output] ?? 0;
}

/** The most candles that a sequence within takes; a tree without any takes one. */
function stepsOf(condition: Condition): number {
  const own = 'sequence' in condition ? condition.sequence.length : 1;
  return largest([own, ...partsOf(condition).map(stepsOf)]);
}

function largest(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}
