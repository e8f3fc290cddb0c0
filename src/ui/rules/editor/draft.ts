import type { Interval } from '../../../domain/interval.ts';
import type { Operator } from '../../../domain/rules/condition.ts';
import type { PriceField } from '../../../domain/rules/operand.ts';
import type { FiringMode } from '../../../domain/rules/rule.ts';
import type { Side } from '../../../domain/signal.ts';

/** A rule as it stands in the editor: plain data, numbers as they were typed, anything may be wrong. */
export interface RuleDraft {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly name: string;
  readonly side: Side;
  readonly symbols: Scope<string>;
  readonly intervals: Scope<Interval>;
  readonly root: GroupDraft;
  readonly fire: FiringMode;
  /** Empty for none. */
  readonly cooldown: string;
  readonly cooldownUnit: CooldownUnit;
  /** Epoch milliseconds; null for never. */
  readonly expiresAt: number | null;
  readonly quietHours: QuietHoursDraft;
  readonly delivery: Readonly<Record<Channel, Choice>>;
  readonly note: string;
}

/** Whatever is watched, or what was chosen; the choice is kept while it does not count. */
export interface Scope<T> {
  readonly kind: 'watchlist' | 'chosen';
  readonly chosen: readonly T[];
}

export const COOLDOWN_UNITS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
export type CooldownUnit = keyof typeof COOLDOWN_UNITS;

export interface QuietHoursDraft {
  readonly isOn: boolean;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

export const CHANNELS = ['toast', 'sound', 'notification'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CHOICES = ['settings', 'yes', 'no'] as const;
export type Choice = (typeof CHOICES)[number];

export type NodeDraft = GroupDraft | LeafDraft;

export const GROUP_KINDS = ['all', 'any', 'not', 'sequence'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export interface GroupDraft {
  /** Tells nodes apart while they are moved about. */
  readonly key: number;
  readonly kind: GroupKind;
  /** At most one in a `not`. */
  readonly parts: readonly NodeDraft[];
  /** Counts in a `sequence`. */
  readonly within: string;
}

/** All that the operators take; what the chosen one does not take is kept, and does not count. */
export interface LeafDraft {
  readonly key: number;
  readonly operator: Operator;
  readonly left: OperandDraft;
  readonly right: OperandDraft;
  readonly low: OperandDraft;
  readonly high: OperandDraft;
  readonly percent: string;
  readonly candles: string;
}

export interface OperandDraft {
  readonly source: OperandSource;
  readonly constant: string;
  readonly params: Readonly<Record<string, string>>;
  readonly output: string;
  /** Empty for the interval on which the rule is judged. */
  readonly interval: Interval | '';
  readonly isForming: boolean;
}

export type OperandSource =
  | { readonly kind: 'constant' }
  | { readonly kind: 'price'; readonly field: PriceField }
  | { readonly kind: 'indicator'; readonly name: string };

export function isGroup(node: NodeDraft): node is GroupDraft {
  return 'parts' in node;
}
