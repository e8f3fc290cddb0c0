import { findIndicator } from '../indicators/index.ts';
import { plainNumber } from './plain-number.ts';
import type { Change, Comparison, Condition, Operand, Rule } from './rule.ts';

const OPERATOR_WORDS = {
  above: 'is above',
  below: 'is below',
  crossesAbove: 'crosses above',
  crossesBelow: 'crosses below',
  risesBy: 'rises by',
  fallsBy: 'falls by',
} as const;

/** `BUY when RSI(14) crosses above 30, for every watched symbol, on every watched interval` */
export function describeRule({ side, conditions, symbols, intervals }: Rule): string {
  const where = symbols === 'watchlist' ? 'every watched symbol' : listed(symbols, 'and');
  const when = intervals === 'watchlist' ? 'every watched interval' : listed(intervals, 'and');
  return `${side} when ${describeCondition(conditions)}, for ${where}, on ${when}`;
}

/** `RSI(14) crosses above 30`; groups are joined by `and` and `or`, inner ones in parentheses. */
export function describeCondition(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, ' and ');
  if ('any' in condition) return joined(condition.any, ' or ');
  return 'percent' in condition ? describeChange(condition) : describeComparison(condition);
}

/** `RSI(14)`, `MACD(12, 26, 9) signal`, `close`, `30` */
export function describeOperand(operand: Operand): string {
  if ('constant' in operand) return plainNumber(operand.constant);
  if ('price' in operand) return operand.price;
  const indicator = findIndicator(operand.indicator);
  if (indicator === undefined) return operand.indicator;
  const params = Object.keys(indicator.parameters).map((name) =>
    plainNumber(operand.params[name] ?? Number.NaN),
  );
  const label =
    params.length > 0 ? `${indicator.shortTitle}(${params.join(', ')})` : indicator.shortTitle;
  const isMain = operand.output === 'value' || operand.output === indicator.name;
  return isMain ? label : `${label} ${operand.output}`;
}

function describeComparison({ left, operator, right }: Comparison): string {
  return `${describeOperand(left)} ${OPERATOR_WORDS[operator]} ${describeOperand(right)}`;
}

function describeChange({ left, operator, percent, candles }: Change): string {
  const move = `${describeOperand(left)} ${OPERATOR_WORDS[operator]} ${plainNumber(percent)}%`;
  return candles === 1 ? `${move} in one candle` : `${move} over ${candles} candles`;
}

function joined(conditions: readonly Condition[], word: string): string {
  const texts = conditions.map((condition) => {
    const isGroup = 'all' in condition || 'any' in condition;
    const text = describeCondition(condition);
    return isGroup && conditions.length > 1 ? `(${text})` : text;
  });
  return texts.join(word);
}

function listed(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}
