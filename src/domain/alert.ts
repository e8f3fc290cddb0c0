import type { Interval } from './interval.ts';
import type { DecimalText } from './market.ts';
import type { DeliveryChoice, Side } from './signal.ts';

export const ALERT_STATUSES = ['ACTIVE', 'DISMISSED', 'EXPIRED'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What is final outweighs what is not: an alert never goes back in this list. */
const BY_FINALITY: readonly AlertStatus[] = ['ACTIVE', 'EXPIRED', 'DISMISSED'];

/** A signal that was told, or will be: one row of the history. Times in epoch milliseconds. */
export interface Alert {
  readonly id: string;
  readonly signalType: Side;
  readonly symbol: string;
  readonly price: DecimalText;
  /** Name of the rule that raised it. */
  readonly indicator: string;
  readonly ruleId: string;
  readonly interval: Interval;
  /** 0 to 1. */
  readonly strength: number;
  readonly message: string;
  readonly createdAt: number;
  readonly candleOpenTime: number;
  readonly status: AlertStatus;
  readonly dismissedAt: number | null;
  /** Raised on catch-up, after the moment had passed: stored and summarized, never sounded. */
  readonly late: boolean;
  /** When it was told by sound or notification; null until then. */
  readonly announcedAt: number | null;
  /** Ways of telling that its rule wants or does not want; absent ones are as in the settings. */
  readonly channels?: DeliveryChoice;
}

/**
 * The identity of an alert. It is derived, so that the same signal seen again (another tab, a
 * reconnect, a replay) is the same alert.
 */
export function alertId(signal: {
  readonly ruleId: string;
  readonly symbol: string;
  readonly interval: Interval;
  readonly candleOpenTime: number;
  readonly side: Side;
}): string {
  const { ruleId, symbol, interval, candleOpenTime, side } = signal;
  return [ruleId, symbol, interval, candleOpenTime, side].join(':');
}

/** Whether it is still to be told. Not one whose rule wants to be seen only, or of quiet hours. */
export function isUntold({ announcedAt, status, channels = {} }: Alert): boolean {
  const isMute = channels.sound === false && channels.notification === false;
  return announcedAt === null && status !== 'DISMISSED' && !isMute;
}

/**
 * Two accounts of one alert (of two tabs, of memory and disk) as one. What has happened to it in
 * either has happened, and the earlier of two times counts; so the order of accounts, and one that
 * comes late or twice, make no difference.
 */
export function mergeAlerts(known: Alert, other: Alert): Alert {
  const finality = Math.max(BY_FINALITY.indexOf(known.status), BY_FINALITY.indexOf(other.status));
  return {
    ...known,
    status: BY_FINALITY[finality] ?? known.status,
    dismissedAt: earlier(known.dismissedAt, other.dismissedAt),
    announcedAt: earlier(known.announcedAt, other.announcedAt),
  };
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
