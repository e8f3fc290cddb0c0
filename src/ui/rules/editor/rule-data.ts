/**
 * What a draft says, as the data that the domain's parser reads. Nothing is checked here: what is
 * not a number stays as it was typed, and the parser's refusal names it.
 */
import type { ChangeOperator, Operator, RangeOperator } from '../../../domain/rules/condition.ts';
import { CHANGE_OPERATORS, RANGE_OPERATORS } from '../../../domain/rules/condition.ts';
import { typedNumber } from '../typed-number.ts';
import { CHANNELS, COOLDOWN_UNITS, isGroup } from './draft.ts';
import type { GroupDraft, LeafDraft, NodeDraft, OperandDraft, RuleDraft, Scope } from './draft.ts';

export const ROOT_PATH = 'conditions';

/** `name` stands in for an empty one. */
export function ruleData(draft: RuleDraft, name: string): Readonly<Record<string, unknown>> {
  const { cooldown, expiresAt, quietHours, note } = draft;
  const { isOn, ...hours } = quietHours;
  const choices = CHANNELS.filter((channel) => draft.delivery[channel] !== 'settings').map(
    (channel) => [channel, draft.delivery[channel] === 'yes'] as const,
  );
  return {
    id: draft.id,
    name: draft.name.trim() === '' ? name : draft.name.trim(),
    side: draft.side,
    isEnabled: draft.isEnabled,
    symbols: scopeData(draft.symbols),
    intervals: scopeData(draft.intervals),
    conditions: conditionsData(draft.root),
    ...(draft.fire === 'intrabar' && { fire: draft.fire }),
    ...(cooldown.trim() !== '' && { cooldownMs: cooldownData(draft) }),
    ...(expiresAt !== null && { expiresAt }),
    ...(isOn && { quietHours: hours }),
    ...(choices.length > 0 && { delivery: Object.fromEntries(choices) }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
}

export function conditionsData(root: GroupDraft): unknown {
  const [only] = root.parts;
  return isTransparent(root) && only !== undefined ? nodeData(only) : nodeData(root);
}

/** The outermost group of a single condition is there in the editor only. */
function isTransparent({ kind, parts }: GroupDraft): boolean {
  return (kind === 'all' || kind === 'any') && parts.length === 1;
}

/** Where the parser looks for a group's part: `conditions.all[1]`. */
export function partPath(group: GroupDraft, path: string, index: number): string {
  if (path === ROOT_PATH && isTransparent(group)) return path;
  return group.kind === 'not' ? `${path}.not` : `${path}.${group.kind}[${index}]`;
}

function nodeData(node: NodeDraft): unknown {
  if (!isGroup(node)) return leafData(node);
  const parts = node.parts.map(nodeData);
  if (node.kind === 'not') return { not: parts[0] };
  if (node.kind === 'sequence') return { sequence: parts, within: numberData(node.within) };
  return { [node.kind]: parts };
}

function leafData({ operator, left, right, low, high, percent, candles }: LeafDraft): unknown {
  const start = { left: operandData(left), operator };
  if (isRange(operator)) return { ...start, low: operandData(low), high: operandData(high) };
  if (isChange(operator)) {
    return { ...start, percent: numberData(percent), candles: numberData(candles) };
  }
  return { ...start, right: operandData(right) };
}

export function isRange(operator: Operator): operator is RangeOperator {
  return RANGE_OPERATORS.some((candidate) => candidate === operator);
}

export function isChange(operator: Operator): operator is ChangeOperator {
  return CHANGE_OPERATORS.some((candidate) => candidate === operator);
}

function operandData(operand: OperandDraft): unknown {
  const { source, constant, params, output, interval, isForming } = operand;
  if (source.kind === 'constant') return { constant: numberData(constant) };
  const where = interval === '' ? {} : isForming ? { interval, forming: true } : { interval };
  if (source.kind === 'price') return { price: source.field, ...where };
  const numbers = Object.entries(params).map(([name, typed]) => [name, numberData(typed)] as const);
  return { indicator: source.name, params: Object.fromEntries(numbers), output, ...where };
}

function numberData(typed: string): unknown {
  return typedNumber(typed) ?? typed;
}

function cooldownData({ cooldown, cooldownUnit }: RuleDraft): unknown {
  const count = typedNumber(cooldown);
  return count === null ? cooldown : count * COOLDOWN_UNITS[cooldownUnit];
}

function scopeData<T>({ kind, chosen }: Scope<T>): unknown {
  return kind === 'watchlist' ? kind : chosen;
}
