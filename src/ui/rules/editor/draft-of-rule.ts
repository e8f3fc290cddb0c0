import type { Condition, Leaf } from '../../../domain/rules/condition.ts';
import { partsOf } from '../../../domain/rules/condition.ts';
import type { Operand } from '../../../domain/rules/operand.ts';
import { plainNumber } from '../../../domain/rules/plain-number.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { COOLDOWN_UNITS } from './draft.ts';
import type {
  Choice,
  CooldownUnit,
  GroupDraft,
  GroupKind,
  LeafDraft,
  NodeDraft,
  OperandDraft,
  RuleDraft,
} from './draft.ts';
import {
  constantOperand,
  indicatorOperand,
  newDraft,
  newGroup,
  newLeaf,
  newRuleId,
  noQuietHours,
  priceOperand,
} from './new-draft.ts';

/** A rule as the editor holds it. What it leaves open is filled with what a new rule would have. */
export function draftOfRule(rule: Rule): RuleDraft {
  const { id, isEnabled, name, side, symbols, intervals, quietHours, delivery } = rule;
  const root = nodeOf(rule.conditions);
  return {
    id,
    isEnabled,
    name,
    side,
    symbols: scopeOf(symbols),
    intervals: scopeOf(intervals),
    root: 'parts' in root ? root : newGroup('all', [root]),
    fire: rule.fire ?? 'close',
    ...cooldownOf(rule.cooldownMs),
    expiresAt: rule.expiresAt ?? null,
    quietHours: quietHours === undefined ? noQuietHours() : { isOn: true, ...quietHours },
    delivery: {
      toast: choiceOf(delivery?.toast),
      sound: choiceOf(delivery?.sound),
      notification: choiceOf(delivery?.notification),
    },
    note: rule.note ?? '',
  };
}

/** The same rule under a name and an id of its own. */
export function copyOfRule(rule: Rule, name: string): RuleDraft {
  return { ...draftOfRule(rule), id: newRuleId(), name, isEnabled: true };
}

/** What a rule looks for, in the place of what `draft` looked for. */
export function startFrom(draft: RuleDraft, rule: Rule | null): RuleDraft {
  const { root, side, name } = rule === null ? newDraft() : draftOfRule(rule);
  return { ...draft, root, side, name };
}

function scopeOf<T>(given: 'watchlist' | readonly T[]) {
  return given === 'watchlist'
    ? ({ kind: 'watchlist', chosen: [] } as const)
    : ({ kind: 'chosen', chosen: given } as const);
}

function choiceOf(choice: boolean | undefined): Choice {
  if (choice === undefined) return 'settings';
  return choice ? 'yes' : 'no';
}

/** In the largest unit that it is a whole number of. */
function cooldownOf(ms: number | undefined): Pick<RuleDraft, 'cooldown' | 'cooldownUnit'> {
  if (ms === undefined) return { cooldown: '', cooldownUnit: 'minute' };
  const units: readonly CooldownUnit[] = ['day', 'hour', 'minute'];
  const unit = units.find((candidate) => ms % COOLDOWN_UNITS[candidate] === 0) ?? 'second';
  return { cooldown: plainNumber(ms / COOLDOWN_UNITS[unit]), cooldownUnit: unit };
}

function nodeOf(condition: Condition): NodeDraft {
  return 'left' in condition ? leafOf(condition) : groupOf(condition);
}

function groupOf(condition: Exclude<Condition, Leaf>): GroupDraft {
  const group = newGroup(kindOf(condition), partsOf(condition).map(nodeOf));
  return 'sequence' in condition ? { ...group, within: String(condition.within) } : group;
}

function kindOf(condition: Exclude<Condition, Leaf>): GroupKind {
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  return 'not' in condition ? 'not' : 'sequence';
}

function leafOf(leaf: Leaf): LeafDraft {
  const { operator } = leaf;
  const fresh = { ...newLeaf(), operator, left: operandOf(leaf.left) };
  if ('right' in leaf) return { ...fresh, right: operandOf(leaf.right) };
  if ('low' in leaf) return { ...fresh, low: operandOf(leaf.low), high: operandOf(leaf.high) };
  return { ...fresh, percent: plainNumber(leaf.percent), candles: String(leaf.candles) };
}

function operandOf(operand: Operand): OperandDraft {
  if ('constant' in operand) return constantOperand(plainNumber(operand.constant));
  const { interval, forming } = operand;
  const where = { interval: interval ?? '', isForming: forming === true } as const;
  if ('price' in operand) return { ...priceOperand(operand.price), ...where };
  const fresh = indicatorOperand(operand.indicator);
  const given = Object.entries(operand.params).map(
    ([name, value]) => [name, plainNumber(value)] as const,
  );
  const params = { ...fresh.params, ...Object.fromEntries(given) };
  return { ...fresh, ...where, params, output: operand.output };
}
