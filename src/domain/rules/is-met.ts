import { valueIn } from './bound-condition.ts';
import type {
  BoundComparison,
  BoundCondition,
  BoundRange,
  BoundSequence,
} from './bound-condition.ts';
import type { Moment } from './operand-values.ts';
import { progressed, rowBeforeLast } from './sequence-progress.ts';
import { movePercent } from './strength.ts';

/** Numbers that differ by less than this share of themselves differ by rounding only. */
const ROUNDING = 1e-12;

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
      const { operator, percent } = bound.change;
      const { now } = moment;
      const move = movePercent(operator, valueIn(now, bound.now), valueIn(now, bound.earlier));
      return move >= percent * (1 - ROUNDING);
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

function isComparisonMet(
  { comparison: { operator }, left, right }: BoundComparison,
  { now, before }: Moment,
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

function isRangeMet(bound: BoundRange, { now, before }: Moment): boolean {
  return bound.range.operator === 'enters'
    ? isInside(bound, now) && isOutside(bound, before)
    : isOutside(bound, now) && isInside(bound, before);
}

function isInside({ left, low, high }: BoundRange, values: readonly number[]): boolean {
  return isNotBeyond(values, left, high) && isNotBeyond(values, low, left);
}

function isOutside({ left, low, high }: BoundRange, values: readonly number[]): boolean {
  return isBeyond(values, left, high) || isBeyond(values, low, left);
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
