import { valueIn } from './bound-condition.ts';
import type {
  BoundComparison,
  BoundCondition,
  BoundRange,
  BoundSequence,
} from './bound-condition.ts';
import { hasMoved, isAbove, isInside, isNotAbove, isOutside } from './compare.ts';
import type { Moment } from './operand-values.ts';
import { progressed, rowBeforeLast } from './sequence-progress.ts';

/**
 * Whether the condition holds at the moment, of which all slots are defined. A crossing, and whether
 * a range was entered or left, need the values before it too.
 */
export function isMet(bound: BoundCondition, moment: Moment): boolean {
  switch (bound.kind) {
    case 'all':
      return bound.parts.every((part) => isMet(part, moment));
    case 'any':
      return bound.parts.some((part) => isMet(part, moment));
    case 'not':
      return !isMet(bound.part, moment);
    case 'sequence':
      return isSequenceMet(bound, moment);
    case 'comparison':
      return isComparisonMet(bound, moment);
    case 'range':
      return isRangeMet(bound, moment);
    case 'change': {
      const { change, now, earlier } = bound;
      return hasMoved(change, valueIn(moment.now, now), valueIn(moment.now, earlier));
    }
    default:
      return bound satisfies never;
  }
}

/** After a moment has been judged, sequences remember which of their steps were met. */
export function advance(sequences: readonly BoundSequence[], moment: Moment): void {
  const steps = sequences.map(({ parts }) => parts.map((part) => isMet(part, moment)));
  for (const [index, sequence] of sequences.entries()) {
    sequence.progress = progressed(sequence.progress, steps[index] ?? []);
  }
}

function isSequenceMet({ parts, condition, progress }: BoundSequence, moment: Moment): boolean {
  const last = parts.at(-1);
  if (last === undefined || !isMet(last, moment)) return false;
  return rowBeforeLast(progress, parts.length, condition.within) !== undefined;
}

function isComparisonMet(bound: BoundComparison, { now, before }: Moment): boolean {
  const left = valueIn(now, bound.left);
  const right = valueIn(now, bound.right);
  const leftBefore = valueIn(before, bound.left);
  const rightBefore = valueIn(before, bound.right);
  const { operator } = bound.comparison;
  switch (operator) {
    case 'above':
      return isAbove(left, right);
    case 'below':
      return isAbove(right, left);
    case 'crossesAbove':
      return isAbove(left, right) && isNotAbove(leftBefore, rightBefore);
    case 'crossesBelow':
      return isAbove(right, left) && isNotAbove(rightBefore, leftBefore);
    default:
      return operator satisfies never;
  }
}

function isRangeMet({ range, left, low, high }: BoundRange, { now, before }: Moment): boolean {
  const [inside, outside] = range.operator === 'enters' ? [now, before] : [before, now];
  return (
    isInside(valueIn(inside, left), valueIn(inside, low), valueIn(inside, high)) &&
    isOutside(valueIn(outside, left), valueIn(outside, low), valueIn(outside, high))
  );
}
