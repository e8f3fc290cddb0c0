import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../domain/rules/parse-rule.ts';
import { READY_MADE_RULES } from '../../../domain/rules/ready-made.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { draftOfRule } from './draft-of-rule.ts';
import { newDraft, newLeaf } from './new-draft.ts';
import { readDraft } from './read-draft.ts';
import { addTo, changeLeaf } from './tree.ts';

const RICH: Rule = {
  id: 'rich',
  name: 'Everything at once',
  side: 'SELL',
  isEnabled: false,
  symbols: ['BTCUSDT', 'ETHUSDT'],
  intervals: ['1m', '4h'],
  conditions: {
    any: [
      {
        sequence: [
          { left: { price: 'close' }, operator: 'risesBy', percent: 1.5, candles: 3 },
          { not: { left: { price: 'low' }, operator: 'below', right: { constant: -2 } } },
        ],
        within: 7,
      },
      {
        left: {
          indicator: 'macd',
          params: { fast: 5, slow: 20, signal: 4 },
          output: 'signal',
          interval: '4h',
          forming: true,
        },
        operator: 'enters',
        low: { constant: -0.000_000_01 },
        high: { price: 'volume', interval: '1d' },
      },
    ],
  },
  fire: 'intrabar',
  cooldownMs: 5_400_000,
  expiresAt: 1_800_000_000_123,
  quietHours: { from: '22:30', to: '06:00', timeZone: 'Europe/Berlin' },
  delivery: { toast: true, sound: false },
  note: 'Look at the order book first.',
};

describe('a draft', () => {
  it.each([...READY_MADE_RULES, RICH].map((rule) => [rule.name, rule] as const))(
    'of “%s” reads as that rule',
    (_name, rule) => {
      expect(parseRule(rule).ok).toBe(true);
      expect(readDraft(draftOfRule(rule)).rule).toEqual(rule);
    },
  );

  it('starts as a rule that parses, called by what it looks for', () => {
    const { rule, suggestedName } = readDraft(newDraft());
    expect(rule?.name).toBe('RSI(14) crosses above 30');
    expect(suggestedName).toBe(rule?.name);
    expect(rule?.isEnabled).toBe(true);
  });

  it('tells every fault by its path, and what was typed', () => {
    const draft = newDraft();
    const second = newLeaf();
    const params = { length: '0' };
    const root = changeLeaf(addTo(draft.root, draft.root.key, second), second.key, {
      left: { ...second.left, params },
      right: { ...second.right, constant: 'thirty' },
    });
    const { rule, faults } = readDraft({ ...draft, root, cooldown: '-1', note: '\u0007' });
    expect(rule).toBeNull();
    expect([...faults.keys()].toSorted()).toEqual([
      'conditions.all[1].left.params.length',
      'conditions.all[1].right.constant',
      'cooldownMs',
      'note',
    ]);
    expect(faults.get('conditions.all[1].right.constant')?.value).toBe('"thirty"');
  });

  it('has no outermost group around a single condition', () => {
    const draft = newDraft();
    const [only] = draft.root.parts;
    const root = changeLeaf(draft.root, only?.key ?? 0, { operator: 'risesBy', percent: '0' });
    expect([...readDraft({ ...draft, root }).faults.keys()]).toEqual(['conditions.percent']);
  });

  it('keeps a name that was given, and shortens one that was not', () => {
    const draft = newDraft();
    let { root } = draft;
    for (let count = 0; count < 5; count += 1) root = addTo(root, root.key, newLeaf());
    expect(readDraft({ ...draft, root }).rule?.name).toHaveLength(80);
    expect(readDraft({ ...draft, root, name: '  Mine ' }).rule?.name).toBe('Mine');
  });
});
