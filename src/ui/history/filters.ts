import { computed, signal } from '@preact/signals';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import type { AlertStatus } from '../../domain/alert.ts';
import type { Side } from '../../domain/signal.ts';

const HOUR_MS = 3_600_000;

/** How far back a choice of time goes; `between` has its bounds from the user. */
export const SPANS_MS = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
} as const;
export const TIME_CHOICES = ['hour', 'day', 'week', 'month', 'between'] as const;
export type TimeChoice = (typeof TIME_CHOICES)[number];

/** What the history is narrowed to; null is all of it. */
export interface HistoryFilters {
  readonly symbol: string | null;
  readonly side: Side | null;
  /** A rule's name, as it stands in the alert: the rule itself may be gone. */
  readonly rule: string | null;
  readonly status: AlertStatus | null;
  readonly time: TimeChoice | null;
  /** Epoch milliseconds, both included: reckoned once, when the time was chosen. */
  readonly since: number | null;
  readonly until: number | null;
}

export const NO_FILTERS: HistoryFilters = {
  symbol: null,
  side: null,
  rule: null,
  status: null,
  time: null,
  since: null,
  until: null,
};

export const historyFilters = signal<HistoryFilters>(NO_FILTERS);

/** The same as the engine is asked for it. */
export const alertFilter = computed<AlertFilter>(() => {
  const { symbol, side, rule, status, since, until } = historyFilters.value;
  return {
    ...(symbol === null ? {} : { symbol }),
    ...(side === null ? {} : { signalType: side }),
    ...(rule === null ? {} : { indicator: rule }),
    ...(status === null ? {} : { status }),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
  };
});

/** How many of them narrow the history. */
export const filterCount = computed(() => {
  const { symbol, side, rule, status, since, until } = historyFilters.value;
  const isTimed = since !== null || until !== null;
  return [symbol, side, rule, status].filter((value) => value !== null).length + Number(isTimed);
});

export function changeFilters(change: Partial<HistoryFilters>): void {
  historyFilters.value = { ...historyFilters.value, ...change };
}

/** A span up to now, or bounds to be given, which begin as what was chosen before. */
export function chooseTime(time: TimeChoice | null, now: number): void {
  if (time === null) return changeFilters({ time, since: null, until: null });
  if (time === 'between') return changeFilters({ time });
  changeFilters({ time, since: now - SPANS_MS[time], until: null });
}
