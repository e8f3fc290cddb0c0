/** Ready-made rules as somebody who knows none of them would choose: each for both ways. */
import type { Rule } from '../../domain/rules/rule.ts';

export const RULE_CHOICES = {
  reversal: ['rsi-leaves-oversold', 'rsi-leaves-overbought'],
  trend: ['ema-cross-up', 'ema-cross-down'],
  momentum: ['macd-cross-up', 'macd-cross-down'],
  volume: ['volume-spike-up', 'volume-spike-down'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RuleChoice = keyof typeof RULE_CHOICES;

/** The rules of a choice, as far as they are there. */
export function rulesOfChoice(choice: RuleChoice, rules: readonly Rule[]): readonly Rule[] {
  const ids: readonly string[] = RULE_CHOICES[choice];
  return rules.filter(({ id }) => ids.includes(id));
}

export function isChosen(choice: RuleChoice, rules: readonly Rule[]): boolean {
  const own = rulesOfChoice(choice, rules);
  return own.length > 0 && own.every(({ isEnabled }) => isEnabled);
}
