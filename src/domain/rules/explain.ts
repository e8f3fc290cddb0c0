import { findIndicator } from '../indicators/index.ts';
import type { Interval } from '../interval.ts';
import { valueIn } from './bound-condition.ts';
import type {
  BoundChange,
  BoundComparison,
  BoundCondition,
  BoundRange,
  BoundSequence,
} from './bound-condition.ts';
import { describeCondition, describeOperand } from './describe.ts';
import { isMet } from './is-met.ts';
import type { Operand } from './operand.ts';
import type { Moment } from './operand-values.ts';
import { digitsToTell, plainNumber } from './plain-number.ts';
import { rowBeforeLast } from './sequence-progress.ts';
import { movePercent } from './strength.ts';

/** Significant digits: enough for the ticks of a price; an oscillator needs fewer. */
const PRICE_DIGITS = 8;
const PANE_DIGITS = 4;

const labels = new WeakMap<
  Operand,
  { readonly label: string; readonly interval: Interval | undefined }
>();

/**
 * The inputs of a condition that is met, in words: `RSI(14) on 1h = 31.2, was 29.4; threshold 30`.
 * Of alternatives only those that are met are told.
 */
export function explain(bound: BoundCondition, moment: Moment, interval: Interval): string {
  const explained = (part: BoundCondition) => explain(part, moment, interval);
  switch (bound.kind) {
    case 'all':
      return bound.parts.map(explained).join('. ');
    case 'any':
      return bound.parts
        .filter((part) => isMet(part, moment))
        .map(explained)
        .join('. ');
    case 'not':
      return `not so: ${inputsOf(bound.part, moment, interval)}`;
    case 'sequence':
      return explainSequence(bound, moment, interval);
    case 'comparison':
      return explainComparison(bound, moment, interval);
    case 'range':
      return explainRange(bound, moment, interval);
    case 'change':
      return explainChange(bound, moment, interval);
    default:
      return bound satisfies never;
  }
}

/** Of a condition that is not met there is no telling by which of its parts: all are told. */
function inputsOf(bound: BoundCondition, moment: Moment, interval: Interval): string {
  switch (bound.kind) {
    case 'all':
      return `(${bound.parts.map((part) => inputsOf(part, moment, interval)).join(' and ')})`;
    case 'any':
      return `(${bound.parts.map((part) => inputsOf(part, moment, interval)).join(' or ')})`;
    case 'not':
      return `not ${inputsOf(bound.part, moment, interval)}`;
    case 'sequence':
      return describeCondition(bound.condition);
    case 'comparison':
    case 'range':
    case 'change':
      return explain(bound, moment, interval);
    default:
      return bound satisfies never;
  }
}

function explainSequence(
  { condition, parts, progress }: BoundSequence,
  moment: Moment,
  interval: Interval,
): string {
  const row = rowBeforeLast(progress, parts.length, condition.within) ?? [];
  const earlier = row.map((candle, step) => {
    const part = condition.sequence[step];
    return `${part === undefined ? '' : describeCondition(part)} ${ago(progress.candle - candle)}`;
  });
  const last = parts.at(-1);
  return [...earlier, last === undefined ? '' : explain(last, moment, interval)].join('. Then ');
}

function explainComparison(
  { comparison, left, right }: BoundComparison,
  { now, before }: Moment,
  interval: Interval,
): string {
  const digits = Math.max(
    digitsToTell(valueIn(now, left), valueIn(now, right), digitsOf(comparison.left)),
    digitsToTell(valueIn(before, left), valueIn(before, right), digitsOf(comparison.left)),
  );
  const isCrossing = comparison.operator.startsWith('crosses');
  const told = (operand: Operand, slot: number): string => {
    const value = `${labelOf(operand, interval)} = ${plainNumber(valueIn(now, slot), digits)}`;
    return isCrossing ? `${value}, was ${plainNumber(valueIn(before, slot), digits)}` : value;
  };
  const line =
    'constant' in comparison.right
      ? `threshold ${describeOperand(comparison.right)}`
      : told(comparison.right, right);
  return `${told(comparison.left, left)}; ${line}`;
}

function explainRange(
  { range, left, low, high }: BoundRange,
  { now, before }: Moment,
  interval: Interval,
): string {
  const edges = [low, high].flatMap((slot) => [
    digitsToTell(valueIn(now, left), valueIn(now, slot), digitsOf(range.left)),
    digitsToTell(valueIn(before, left), valueIn(before, slot), digitsOf(range.left)),
  ]);
  const digits = Math.max(...edges);
  const told = (slot: number, values: readonly number[]) =>
    plainNumber(valueIn(values, slot), digits);
  const bounds = `range ${told(low, now)} to ${told(high, now)}`;
  return `${labelOf(range.left, interval)} = ${told(left, now)}, was ${told(left, before)}; ${bounds}`;
}

function explainChange(
  { change, now: nowSlot, earlier: earlierSlot }: BoundChange,
  { now: values }: Moment,
  interval: Interval,
): string {
  const { left, operator, percent, candles } = change;
  const now = valueIn(values, nowSlot);
  const earlier = valueIn(values, earlierSlot);
  const digits = digitsToTell(now, earlier, digitsOf(left));
  const move = plainNumber(movePercent(operator, now, earlier), PANE_DIGITS);
  const direction = operator === 'risesBy' ? 'up' : 'down';
  return (
    `${labelOf(left, interval)} = ${plainNumber(now, digits)}, ` +
    `${plainNumber(earlier, digits)} ${ago(candles)}: ${direction} ${move}%; ` +
    `threshold ${plainNumber(percent)}%`
  );
}

/** Always with its interval: `RSI(14) on 1h`. Made once: it is the larger part of the work. */
function labelOf(operand: Operand, interval: Interval): string {
  const own = 'constant' in operand ? undefined : (operand.interval ?? interval);
  const known = labels.get(operand);
  if (known !== undefined && known.interval === own) return known.label;
  const label = describeOperand(own === undefined ? operand : { ...operand, interval: own });
  labels.set(operand, { label, interval: own });
  return label;
}

function ago(candles: number): string {
  return candles === 1 ? 'one candle ago' : `${candles} candles ago`;
}

function digitsOf(operand: Operand): number {
  const isOfPane = 'indicator' in operand && findIndicator(operand.indicator)?.placement === 'pane';
  return isOfPane ? PANE_DIGITS : PRICE_DIGITS;
}
