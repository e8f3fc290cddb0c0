import type { Interval } from '../interval.ts';
import type { DeliveryChoice, Side } from '../signal.ts';
import { leavesOf, operandsOf } from './condition.ts';
import type { Condition } from './condition.ts';
import type { QuietHours } from './quiet-hours.ts';

/**
 * What the user wants to be told of, as plain data: stored, shared and shown as it stands.
 * It speaks when its condition becomes true, once for a candle.
 */
export interface Rule {
  /** Part of the identity of its alerts: never reused for another rule. */
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly isEnabled: boolean;
  /** `watchlist`: whatever is watched at the time. */
  readonly symbols: 'watchlist' | readonly string[];
  /** On the candles of which it is judged. */
  readonly intervals: 'watchlist' | readonly Interval[];
  readonly conditions: Condition;
  /**
   * `close`, the default: at the close of a candle. `intrabar`: also while the candle forms, at the
   * first moment at which the condition holds, even if it no longer does when the candle closes.
   */
  readonly fire?: FiringMode;
  /**
   * How long it then stays silent for that symbol and interval, counted from the open time of the
   * candle it spoke at. What becomes true meanwhile is not made up for.
   */
  readonly cooldownMs?: number;
  /** Epoch milliseconds, on the exchange's clock; afterwards it says nothing. */
  readonly expiresAt?: number;
  /** When it is told without sound or notification. */
  readonly quietHours?: QuietHours;
  readonly delivery?: DeliveryChoice;
  /** The user's own words, told with every signal. */
  readonly note?: string;
}

export const FIRING_MODES = ['close', 'intrabar'] as const;
export type FiringMode = (typeof FIRING_MODES)[number];

/** Whether the rule speaks of a symbol that is watched. */
export function isForSymbol({ symbols }: Rule, symbol: string): boolean {
  return symbols === 'watchlist' || symbols.includes(symbol);
}

/** The intervals on which the rule is judged, given those of the watchlist. */
export function judgedIntervals(
  { intervals }: Rule,
  watched: readonly Interval[],
): readonly Interval[] {
  return intervals === 'watchlist' ? watched : intervals;
}

/** The intervals that the rule's operands name. */
export function operandIntervals({ conditions }: Rule): readonly Interval[] {
  const operands = leavesOf(conditions).flatMap(operandsOf);
  const named = operands.flatMap((operand) =>
    'constant' in operand || operand.interval === undefined ? [] : [operand.interval],
  );
  return [...new Set(named)];
}

/** The intervals whose candles the rule needs, given those of the watchlist. */
export function intervalsOf(rule: Rule, watched: readonly Interval[]): readonly Interval[] {
  return [...new Set([...judgedIntervals(rule, watched), ...operandIntervals(rule)])];
}
