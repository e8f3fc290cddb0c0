import type {
  Change,
  Comparison,
  Condition,
  RangeCondition,
  SequenceCondition,
} from './condition.ts';
import type { OperandSlots } from './operand-values.ts';
import { NO_PROGRESS } from './sequence-progress.ts';
import type { SequenceProgress } from './sequence-progress.ts';

/** A condition whose operands have become slots of a moment. */
export type BoundCondition =
  BoundGroup | BoundNot | BoundSequence | BoundComparison | BoundRange | BoundChange;

export interface BoundGroup {
  readonly kind: 'all' | 'any';
  readonly parts: readonly BoundCondition[];
}

export interface BoundNot {
  readonly kind: 'not';
  readonly part: BoundCondition;
}

/** The only one that remembers more than the candle before. */
export interface BoundSequence {
  readonly kind: 'sequence';
  readonly condition: SequenceCondition;
  readonly parts: readonly BoundCondition[];
  progress: SequenceProgress;
}

export interface BoundComparison {
  readonly kind: 'comparison';
  readonly comparison: Comparison;
  readonly left: number;
  readonly right: number;
}

export interface BoundRange {
  readonly kind: 'range';
  readonly range: RangeCondition;
  readonly left: number;
  readonly low: number;
  readonly high: number;
}

export interface BoundChange {
  readonly kind: 'change';
  readonly change: Change;
  readonly now: number;
  readonly earlier: number;
}

export function bind(condition: Condition, values: OperandSlots): BoundCondition {
  const bound = (part: Condition) => bind(part, values);
  if ('all' in condition) return { kind: 'all', parts: condition.all.map(bound) };
  if ('any' in condition) return { kind: 'any', parts: condition.any.map(bound) };
  if ('not' in condition) return { kind: 'not', part: bound(condition.not) };
  if ('sequence' in condition) {
    const parts = condition.sequence.map(bound);
    return { kind: 'sequence', condition, parts, progress: NO_PROGRESS };
  }
  const left = values.slotOf(condition.left);
  if ('percent' in condition) {
    const earlier = values.slotOfEarlier(condition.left, condition.candles);
    return { kind: 'change', change: condition, now: left, earlier };
  }
  if ('low' in condition) {
    const low = values.slotOf(condition.low);
    const high = values.slotOf(condition.high);
    return { kind: 'range', range: condition, left, low, high };
  }
  const right = values.slotOf(condition.right);
  return { kind: 'comparison', comparison: condition, left, right };
}

/** The slots that must be defined before the condition may be judged. */
export function slotsOf(bound: BoundCondition): readonly number[] {
  switch (bound.kind) {
    case 'all':
    case 'any':
    case 'sequence':
      return bound.parts.flatMap(slotsOf);
    case 'not':
      return slotsOf(bound.part);
    case 'comparison':
      return [bound.left, bound.right];
    case 'range':
      return [bound.left, bound.low, bound.high];
    case 'change':
      return [bound.now, bound.earlier];
    default:
      return bound satisfies never;
  }
}

export function sequencesIn(bound: BoundCondition): readonly BoundSequence[] {
  switch (bound.kind) {
    case 'all':
    case 'any':
      return bound.parts.flatMap(sequencesIn);
    case 'sequence':
      return [bound, ...bound.parts.flatMap(sequencesIn)];
    case 'not':
      return sequencesIn(bound.part);
    case 'comparison':
    case 'range':
    case 'change':
      return [];
    default:
      return bound satisfies never;
  }
}

export function valueIn(values: readonly number[], slot: number): number {
  return values[slot] ?? Number.NaN;
}
