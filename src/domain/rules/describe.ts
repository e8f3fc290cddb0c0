import { findIndicator } from '../indicators/index.ts';
import type { Change, Comparison, Condition, Leaf, RangeCondition } from './condition.ts';
import { describeFiring } from './describe-firing.ts';
import type { Operand } from './operand.ts';
import { plainNumber } from './plain-number.ts';
import { ENGLISH_RULE_WORDS } from './rule-words.ts';
import type { RuleWords } from './rule-words.ts';
import type { Rule } from './rule.ts';

/**
 * What the rule means, in one sentence without its end: `BUY when RSI(14) crosses above 30, for every
 * watched symbol, on every watched interval`.
 */
export function describeRule(rule: Rule, words: RuleWords = ENGLISH_RULE_WORDS): string {
  const { side, conditions, symbols, intervals } = rule;
  const where = symbols === 'watchlist' ? words.everySymbol : words.list(symbols);
  const when = intervals === 'watchlist' ? words.everyInterval : words.list(intervals);
  const what = describeCondition(conditions, words);
  return [words.rule(words.sides[side], what, where, when), ...describeFiring(rule, words)].join(
    ', ',
  );
}

/** `RSI(14) crosses above 30`; groups are joined by `and` and `or`, inner ones in parentheses. */
export function describeCondition(
  condition: Condition,
  words: RuleWords = ENGLISH_RULE_WORDS,
): string {
  if ('all' in condition) return joined(condition.all, words.joints.all, words);
  if ('any' in condition) return joined(condition.any, words.joints.any, words);
  if ('sequence' in condition) {
    const { sequence, within } = condition;
    const steps = joined(sequence, words.joints.sequence, words);
    return sequence.length > 1 ? words.within(steps, within) : steps;
  }
  if ('not' in condition) {
    const { not } = condition;
    return 'left' in not
      ? describeLeaf(not, true, words)
      : words.not(describeCondition(not, words));
  }
  return describeLeaf(condition, false, words);
}

/** `RSI(14)`, `MACD(12, 26, 9) signal`, `close`, `30`, `RSI(14) on 4h`, `close on 4h (forming)` */
export function describeOperand(operand: Operand, words: RuleWords = ENGLISH_RULE_WORDS): string {
  if ('constant' in operand) return words.number(plainNumber(operand.constant));
  const { interval, forming } = operand;
  const label =
    'price' in operand ? words.prices[operand.price] : describeIndicator(operand, words);
  return interval === undefined ? label : words.on(label, interval, forming === true);
}

function describeIndicator(
  { indicator: name, params, output }: Extract<Operand, { indicator: string }>,
  words: RuleWords,
): string {
  const indicator = findIndicator(name);
  if (indicator === undefined) return name;
  const numbers = Object.keys(indicator.parameters).map((parameter) =>
    plainNumber(params[parameter] ?? Number.NaN),
  );
  const label =
    numbers.length > 0 ? `${indicator.shortTitle}(${numbers.join(', ')})` : indicator.shortTitle;
  const isMain = output === 'value' || output === indicator.name;
  return isMain ? label : `${label} ${words.output(output)}`;
}

function describeLeaf(leaf: Leaf, isNegated: boolean, words: RuleWords): string {
  const operator = words.operators[leaf.operator][isNegated ? 1 : 0];
  return words.says(describeOperand(leaf.left, words), operator, describeRest(leaf, words));
}

function describeRest(leaf: Comparison | RangeCondition | Change, words: RuleWords): string {
  if ('right' in leaf) return describeOperand(leaf.right, words);
  if ('low' in leaf) {
    return words.range(describeOperand(leaf.low, words), describeOperand(leaf.high, words));
  }
  return words.move(words.number(plainNumber(leaf.percent)), leaf.candles);
}

function joined(conditions: readonly Condition[], word: string, words: RuleWords): string {
  const texts = conditions.map((condition) => {
    const text = describeCondition(condition, words);
    return isJoined(condition) && conditions.length > 1 ? `(${text})` : text;
  });
  return texts.join(word);
}

/** Whether its sentence has joints of its own; `not` sets its own parentheses. */
function isJoined(condition: Condition): boolean {
  return 'all' in condition || 'any' in condition || 'sequence' in condition;
}
