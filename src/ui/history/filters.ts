import type { Alert, AlertStatus } from '../../domain/alert.ts';
import { signal } from '@preact/signals';
import type { Side } from '../../domain/signal.ts';

/** What the history is narrowed to; null is all of it. */
export interface HistoryFilters {
  readonly symbol: string | null;
  readonly side: Side | null;
  /** A rule's name, as it stands in the alert: the rule itself may be gone. */
  readonly rule: string | null;
  readonly status: AlertStatus | null;
}

export const NO_FILTERS: HistoryFilters = { symbol: null, side: null, rule: null, status: null };

export const historyFilters = signal<HistoryFilters>(NO_FILTERS);

export function isFiltered(filters: HistoryFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

export function matches(alert: Alert, { symbol, side, rule, status }: HistoryFilters): boolean {
  return (
    (symbol === null || alert.symbol === symbol) &&
    (side === null || alert.signalType === side) &&
    (rule === null || alert.indicator === rule) &&
    (status === null || alert.status === status)
  );
}
