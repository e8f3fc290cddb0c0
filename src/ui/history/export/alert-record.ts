import type { Alert } from '../../../domain/alert.ts';

/**
 * An alert as a file has it, the same in every language: times as ISO 8601 in UTC, prices as the
 * exchange wrote them, null where there is nothing.
 */
export function alertRecord(alert: Alert) {
  return {
    time: isoTime(alert.createdAt),
    side: alert.signalType,
    symbol: alert.symbol,
    price: alert.price,
    rule: alert.indicator,
    interval: alert.interval,
    /** 0 to 1. */
    strength: alert.strength,
    status: alert.status,
    message: alert.message,
    candleOpenTime: isoTime(alert.candleOpenTime),
    announcedAt: isoTime(alert.announcedAt),
    dismissedAt: isoTime(alert.dismissedAt),
    late: alert.late,
    ruleId: alert.ruleId,
    id: alert.id,
  } as const;
}

export type AlertRecord = ReturnType<typeof alertRecord>;

export const RECORD_FIELDS = [
  'time',
  'side',
  'symbol',
  'price',
  'rule',
  'interval',
  'strength',
  'status',
  'message',
  'candleOpenTime',
  'announcedAt',
  'dismissedAt',
  'late',
  'ruleId',
  'id',
] as const satisfies readonly (keyof AlertRecord)[];

function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
