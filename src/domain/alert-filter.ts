import type { Alert, AlertStatus } from './alert.ts';
import type { Side } from './signal.ts';

/** Every field given must match; times are bounds on `createdAt`, both inclusive. */
export interface AlertFilter {
  readonly symbol?: string;
  readonly signalType?: Side;
  readonly ruleId?: string;
  /** A rule's name as it stands in the alert: the rule itself may be gone. */
  readonly indicator?: string;
  readonly status?: AlertStatus;
  readonly since?: number;
  readonly until?: number;
}

export function isMatch(alert: Alert, filter: AlertFilter): boolean {
  const { symbol, signalType, ruleId, indicator, status } = filter;
  const { since = -Infinity, until = Infinity } = filter;
  return (
    (symbol === undefined || alert.symbol === symbol) &&
    (signalType === undefined || alert.signalType === signalType) &&
    (ruleId === undefined || alert.ruleId === ruleId) &&
    (indicator === undefined || alert.indicator === indicator) &&
    (status === undefined || alert.status === status) &&
    alert.createdAt >= since &&
    alert.createdAt <= until
  );
}
