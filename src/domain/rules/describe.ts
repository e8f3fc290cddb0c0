import { findIndicator } from '../indicators/index.ts';
import type { Change, Comparison, Condition, Leaf, RangeCondition } from './condition.ts';
import { describeFiring } from './describe-firing.ts';
import type { Operand } from './operand.ts';
import { plainNumber } from './plain-number.ts';
import type { Rule } from './rule.ts';

/** Each operator as it is said, and as its contrary is. */
const OPERATOR_WORDS = {
  above: ['is above', 'is not above'],
  below: ['is below', 'is not below'],
  crossesAbove: ['crosses above', 'does not cross above'],
  crossesBelow: ['crosses below', 'does not cross below'],
  enters: ['enters', 'does not enter'],
  leaves: ['leaves', 'does not leave'],
  risesBy: ['rises by', 'does not rise by'],
  fallsBy: ['falls by', 'does not fall by'],
} as const;

/**
 * What the rule means, in one sentence without its end: `BUY when RSI(14) crosses above 30, for every
 * watched symbol, on every watched interval`.
 */
export function describeRule(rule: Rule): string {
  const { side, conditions, symbols, intervals } = rule;
  const where = symbols === 'watchlist' ? 'every watched symbol' : listed(symbols, 'and');
  const when = intervals === 'watchlist' ? 'every watched interval' : listed(intervals, 'and');
  const firing = describeFiring(rule).map((part) => `, ${part}`);
  return `${side} when ${describeCondition(conditions)}, for ${where}, on ${when}${firing.join('')}`;
}

/** `RSI(14) crosses above 30`; groups are joined by `and` and `or`, inner ones in parentheses. */
export function describeCondition(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, ' and ');
  if ('any' in condition) return joined(condition.any, ' or ');
  if ('sequence' in condition) {
    const { sequence, within } = condition;
    const reach = sequence.length > 1 ? ` within ${counted(within)}` : '';
    return `${joined(sequence, ', then ')}${reach}`;
  }
  if ('not' in condition) {
    const { not } = condition;
    return 'left' in not ? describeLeaf(not, true) : `not (${describeCondition(not)})`;
  }
  return describeLeaf(condition, false);
}

/** `RSI(14)`, `MACD(12, 26, 9) signal`, `close`, `30`, `RSI(14) on 4h`, `close on 4h (forming)` */
export function describeOperand(operand: Operand): string {
  if ('constant' in operand) return plainNumber(operand.constant);
  const { interval, forming } = operand;
  const label = 'price' in operand ? operand.price : describeIndicator(operand);
  if (interval === undefined) return label;
  return `${label} on ${interval}${forming === true ? ' (forming)' : ''}`;
}

function describeIndicator({
  indicator: name,
  params,
  output,
}: Extract<Operand, { indicator: string }>): string {
  const indicator = findIndicator(name);
  if (indicator === undefined) return name;
  const numbers = Object.keys(indicator.parameters).map((parameter) =>
    plainNumber(params[parameter] ?? Number.NaN),
  );
  const label =
    numbers.length > 0 ? `${indicator.shortTitle}(${numbers.join(', ')})` : indicator.shortTitle;
  const isMain = output === 'value' || output === indicator.name;
  return isMain ? label : `${label} ${output}`;
}

function describeLeaf(leaf: Leaf, isNegated: boolean): string {
  const words = OPERATOR_WORDS[leaf.operator][isNegated ? 1 : 0];
  return `${describeOperand(leaf.left)} ${words} ${describeRest(leaf)}`;
}

function describeRest(leaf: Comparison | RangeCondition | Change): string {
  if ('right' in leaf) return describeOperand(leaf.right);
  if ('low' in leaf) return `${describeOperand(leaf.low)} to ${describeOperand(leaf.high)}`;
  const { percent, candles } = leaf;
  const span = candles === 1 ? 'in one candle' : `over ${counted(candles)}`;
  return `${plainNumber(percent)}% ${span}`;
}

function joined(conditions: readonly Condition[], word: string): string {
  const texts = conditions.map((condition) => {
    const text = describeCondition(condition);
    return isJoined(condition) && conditions.length > 1 ? `(${text})` : text;
  });
  return texts.join(word);
}

/** Whether its sentence has joints of its own; `not` sets its own parentheses. */
function isJoined(condition: Condition): boolean {
  return 'all' in condition || 'any' in condition || 'sequence' in condition;
}

function counted(candles: number): string {
  return candles === 1 ? 'one candle' : `${candles} candles`;
}

function listed(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}
