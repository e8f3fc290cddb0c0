import type { Alert } from '../../domain/alert.ts';
import type { Side } from '../../domain/signal.ts';

/** Every field given must match; times are bounds on `createdAt`, both inclusive. */
export interface AlertFilter {
  readonly symbol?: string;
  readonly signalType?: Side;
  readonly ruleId?: string;
  readonly since?: number;
  readonly until?: number;
}

export function isMatch(alert: Alert, filter: AlertFilter): boolean {
  const { symbol, signalType, ruleId, since = -Infinity, until = Infinity } = filter;
  return (
    (symbol === undefined || alert.symbol === symbol) &&
    (signalType === undefined || alert.signalType === signalType) &&
    (ruleId === undefined || alert.ruleId === ruleId) &&
    alert.createdAt >= since &&
    alert.createdAt <= until
  );
}
