import { describe, expect, it } from 'vitest';
import type { Fault } from '../domain/result.ts';
import { priceLevelRule, READY_MADE_RULES } from '../domain/rules/ready-made.ts';
import type { Rule } from '../domain/rules/rule.ts';
import { createRulebook } from './rulebook.ts';

const OWN = priceLevelRule({ symbol: 'BTCUSDT', price: 70_000, direction: 'above' });
const BROKEN = { id: 'old', name: 'Old', faults: [] };

function openRulebook() {
  const stored = new Map<string, Rule>();
  const deleted: string[] = [];
  const refused: Fault[] = [];
  let changes = 0;
  const rulebook = createRulebook({
    rules: [...READY_MADE_RULES, OWN],
    brokenRules: [BROKEN],
    store: {
      saveRule(rule) {
        stored.set(rule.id, rule);
        return Promise.resolve();
      },
      deleteRule(ruleId) {
        deleted.push(ruleId);
        return Promise.resolve();
      },
    },
    refuse: (faults) => refused.push(...faults),
    onChange: () => changes++,
  });
  return { rulebook, stored, deleted, refused, changes: () => changes };
}

describe('the rulebook', () => {
  it('replaces a rule in its place, and stores it', () => {
    const { rulebook, stored, changes } = openRulebook();
    rulebook.save({ ...OWN, isEnabled: false });
    expect(rulebook.rules.at(-1)).toEqual({ ...OWN, isEnabled: false });
    expect(rulebook.rules).toHaveLength(READY_MADE_RULES.length + 1);
    expect(stored.get(OWN.id)?.isEnabled).toBe(false);
    expect(changes()).toBe(1);
  });

  it('refuses what does not parse, with the path to the fault, and changes nothing', () => {
    const { rulebook, refused, stored, changes } = openRulebook();
    const params = { length: 0 };
    const left = { indicator: 'rsi', params, output: 'value' };
    const fine = { left: { price: 'close' }, operator: 'above', right: { constant: 1 } };
    const bad = { left, operator: 'above', right: { constant: 1 } };
    rulebook.save({ ...OWN, conditions: { all: [fine, bad] } });
    expect(refused).toMatchObject([{ field: 'conditions.all[1].left.params.length', value: '0' }]);
    expect(stored.size + changes()).toBe(0);
  });

  it('deletes the user’s own rules, and refuses to delete ready-made ones', () => {
    const { rulebook, deleted, refused } = openRulebook();
    rulebook.remove(OWN.id);
    rulebook.remove('macd-cross-up');
    expect(rulebook.rules).toEqual(READY_MADE_RULES);
    expect(deleted).toEqual([OWN.id]);
    expect(refused).toMatchObject([{ field: 'ruleId', value: '"macd-cross-up"' }]);
  });

  it('keeps a broken rule until it is mended or deleted', () => {
    const mended = openRulebook().rulebook;
    mended.save({ ...OWN, id: BROKEN.id });
    expect(mended.brokenRules).toEqual([]);
    const { rulebook, deleted } = openRulebook();
    expect(rulebook.brokenRules).toEqual([BROKEN]);
    rulebook.remove(BROKEN.id);
    expect(rulebook.brokenRules).toEqual([]);
    expect(deleted).toEqual([BROKEN.id]);
  });
});
