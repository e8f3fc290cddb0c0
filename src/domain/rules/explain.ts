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

/** How an operand is told. */
interface Telling {
  /** Always with its interval: `RSI(14) on 1h`. */
  readonly label: string;
  /** Of its values. */
  readonly digits: number;
  readonly interval: Interval | undefined;
}

/** Each is made once: to describe an operand takes longer than all that is then said of it. */
const tellings = new WeakMap<Operand, Telling>();

/**
 * The inputs of a condition that is met, in words: `RSI(14) on 1h = 31.2, was 29.4; threshold 30`.
 * Of alternatives only those that are met are told.
 */
export function explain(bound: BoundCondition, moment: Moment, interval: Interval): string {
  switch (bound.kind) {
    case 'all':
      return bound.parts.map((part) => explain(part, moment, interval)).join('. ');
    case 'any':
      return bound.parts
        .filter((part) => isMet(part, moment))
        .map((part) => explain(part, moment, interval))
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
  const telling = tellingOf(comparison.left, interval);
  const digits = Math.max(
    digitsToTell(valueIn(now, left), valueIn(now, right), telling.digits),
    digitsToTell(valueIn(before, left), valueIn(before, right), telling.digits),
  );
  const isCrossing = comparison.operator.startsWith('crosses');
  const told = ({ label }: Telling, slot: number): string => {
    const value = `${label} = ${plainNumber(valueIn(now, slot), digits)}`;
    return isCrossing ? `${value}, was ${plainNumber(valueIn(before, slot), digits)}` : value;
  };
  const other = tellingOf(comparison.right, interval);
  const line = 'constant' in comparison.right ? `threshold ${other.label}` : told(other, right);
  return `${told(telling, left)}; ${line}`;
}

function explainRange(
  { range, left, low, high }: BoundRange,
  { now, before }: Moment,
  interval: Interval,
): string {
  const { label, digits: least } = tellingOf(range.left, interval);
  const edges = [low, high].flatMap((slot) => [
    digitsToTell(valueIn(now, left), valueIn(now, slot), least),
    digitsToTell(valueIn(before, left), valueIn(before, slot), least),
  ]);
  const digits = Math.max(...edges);
  const told = (slot: number, values: readonly number[]) =>
    plainNumber(valueIn(values, slot), digits);
  const bounds = `range ${told(low, now)} to ${told(high, now)}`;
  return `${label} = ${told(left, now)}, was ${told(left, before)}; ${bounds}`;
}

function explainChange(
  { change, now: nowSlot, earlier: earlierSlot }: BoundChange,
  { now: values }: Moment,
  interval: Interval,
): string {
  const { left, operator, percent, candles } = change;
  const now = valueIn(values, nowSlot);
  const earlier = valueIn(values, earlierSlot);
  const { label, digits: least } = tellingOf(left, interval);
  const digits = digitsToTell(now, earlier, least);
  const move = plainNumber(movePercent(operator, now, earlier), PANE_DIGITS);
  const direction = operator === 'risesBy' ? 'up' : 'down';
  return (
    `${label} = ${plainNumber(now, digits)}, ` +
    `${plainNumber(earlier, digits)} ${ago(candles)}: ${direction} ${move}%; ` +
    `threshold ${plainNumber(percent)}%`
  );
}

function tellingOf(operand: Operand, interval: Interval): Telling {
  const own = 'constant' in operand ? undefined : (operand.interval ?? interval);
  const known = tellings.get(operand);
  if (known !== undefined && known.interval === own) return known;
  const label = describeOperand(own === undefined ? operand : { ...operand, interval: own });
  const telling = { label, digits: digitsOf(operand), interval: own };
  tellings.set(operand, telling);
  return telling;
}

function ago(candles: number): string {
  return candles === 1 ? 'one candle ago' : `${candles} candles ago`;
}

function digitsOf(operand: Operand): number {
  const isOfPane = 'indicator' in operand && findIndicator(operand.indicator)?.placement === 'pane';
  return isOfPane ? PANE_DIGITS : PRICE_DIGITS;
}
