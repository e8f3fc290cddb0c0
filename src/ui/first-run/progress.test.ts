import { describe, expect, it } from 'vitest';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { nextStep, progressOf, stepsDone } from './progress.ts';
import { RULE_CHOICES, isChosen, rulesOfChoice } from './rule-choices.ts';
import type { RuleChoice } from './rule-choices.ts';

const NOTHING = {
  symbols: [],
  rules: [],
  notifications: 'off',
  sound: 'blocked',
} as const;

describe('the first steps', () => {
  it('are done as soon as it is so, in whatever order', () => {
    expect(nextStep(progressOf(NOTHING))).toBe('symbols');
    const progress = progressOf({ ...NOTHING, symbols: ['BTCUSDT'], rules: READY_MADE_RULES });
    expect([nextStep(progress), stepsDone(progress)]).toEqual(['telling', 2]);
  });

  it('ask for a bell where there are no notifications at all', () => {
    const progress = (sound: 'on' | 'blocked') =>
      progressOf({ ...NOTHING, notifications: 'unsupported', sound });
    expect([progress('blocked').telling, progress('on').telling]).toEqual([false, true]);
    expect(progressOf({ ...NOTHING, notifications: 'denied', sound: 'on' }).telling).toBe(false);
  });

  it('a rule that is off is none', () => {
    const rules = READY_MADE_RULES.map((rule) => ({ ...rule, isEnabled: false }));
    expect(progressOf({ ...NOTHING, rules }).rules).toBe(false);
  });
});

describe('the rules to choose from', () => {
  it.each(Object.keys(RULE_CHOICES) as RuleChoice[])('%s has a rule for either way', (choice) => {
    const sides = rulesOfChoice(choice, READY_MADE_RULES).map(({ side }) => side);
    expect(sides.toSorted()).toEqual(['BUY', 'SELL']);
  });

  it('are chosen if both of their rules are on', () => {
    expect(isChosen('reversal', READY_MADE_RULES)).toBe(true);
    expect(isChosen('volume', READY_MADE_RULES)).toBe(false);
    expect(isChosen('reversal', [])).toBe(false);
  });
});
