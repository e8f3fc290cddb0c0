import { findIndicator } from '../../../domain/indicators/index.ts';
import type { PriceField } from '../../../domain/rules/operand.ts';
import type {
  GroupDraft,
  GroupKind,
  LeafDraft,
  NodeDraft,
  OperandDraft,
  QuietHoursDraft,
  RuleDraft,
} from './draft.ts';

let lastKey = 0;

export function newKey(): number {
  lastKey += 1;
  return lastKey;
}

/** An id that no other rule has: 64 random bits. */
export function newRuleId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `own-${high.toString(36)}${low.toString(36)}`;
}

/** A rule that parses: one condition that many begin with. */
export function newDraft(): RuleDraft {
  return {
    id: newRuleId(),
    isEnabled: true,
    name: '',
    side: 'BUY',
    symbols: { kind: 'watchlist', chosen: [] },
    intervals: { kind: 'watchlist', chosen: [] },
    root: newGroup('all', [newLeaf()]),
    fire: 'close',
    cooldown: '',
    cooldownUnit: 'minute',
    expiresAt: null,
    quietHours: noQuietHours(),
    delivery: { toast: 'settings', sound: 'settings', notification: 'settings' },
    note: '',
  };
}

export function noQuietHours(): QuietHoursDraft {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { isOn: false, from: '22:00', to: '07:00', timeZone };
}

export function newGroup(kind: GroupKind, parts: readonly NodeDraft[]): GroupDraft {
  return { key: newKey(), kind, parts, within: '10' };
}

export function newLeaf(): LeafDraft {
  return {
    key: newKey(),
    operator: 'crossesAbove',
    left: indicatorOperand('rsi'),
    right: constantOperand('30'),
    low: constantOperand('30'),
    high: constantOperand('70'),
    percent: '2',
    candles: '3',
  };
}

export function constantOperand(constant: string): OperandDraft {
  const source = { kind: 'constant' } as const;
  return { source, constant, params: {}, output: '', interval: '', isForming: false };
}

export function priceOperand(field: PriceField): OperandDraft {
  return { ...constantOperand(''), source: { kind: 'price', field } };
}

/** With the registry's defaults. */
export function indicatorOperand(name: string): OperandDraft {
  const indicator = findIndicator(name);
  const params = Object.entries(indicator?.parameters ?? {}).map(
    ([key, parameter]) => [key, String(parameter.default)] as const,
  );
  return {
    ...constantOperand(''),
    source: { kind: 'indicator', name },
    params: Object.fromEntries(params),
    output: indicator?.outputs[0] ?? '',
  };
}
