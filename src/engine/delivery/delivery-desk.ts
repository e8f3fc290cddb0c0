/**
 * Decides what the user is told, and how. Guarantees:
 * - nothing is told before this tab delivers, nor while it doubts that it does, and each alert once;
 * - the first few alerts of a burst are told one by one, the rest as one summary;
 * - late alerts are told as one summary, without sound;
 * - what was stored but not told (a crash, a closed tab) is made up for by the next tab that delivers.
 */
import { isUntold } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import type { Delivery } from '../../protocol/delivery.ts';

/** So many alerts within the window are told one by one. */
const SINGLE_DELIVERIES = 3;
const BURST_WINDOW_MS = 10_000;
/** Late alerts of one catch-up come within moments of each other. */
const LATE_WINDOW_MS = 2_000;
/** An alert that nobody was told in time is told as late. */
const NEWS_MS = 60_000;
/** So many told alerts are remembered, beside what the alerts themselves say. */
const MOST_TOLD = 10_000;

export interface DeliveryDesk {
  /** Takes alerts that nobody was told yet; ones that are known or told already change nothing. */
  submit(alerts: readonly Alert[]): void;
  /** Tells what is due: to be called at the beginning, and when doubt is over. */
  tell(): void;
  /** The alerts need not be told any more. */
  withdraw(ids: readonly string[]): void;
  dispose(): void;
}

export function createDeliveryDesk(options: {
  readonly clock: Clock;
  readonly deliver: (delivery: Delivery) => void;
  /** Whether this tab is the one that delivers. */
  readonly isSure: () => boolean;
}): DeliveryDesk {
  const { clock, deliver, isSure } = options;
  const waiting = new Map<string, Alert>();
  const told = new Set<string>();
  let recent: number[] = [];
  let summaryTimer: Timer | undefined;
  let lateTimer: Timer | undefined;

  const isLate = (alert: Alert): boolean => alert.late || clock.now() - alert.createdAt > NEWS_MS;

  const settle = (id: string): void => {
    waiting.delete(id);
    told.add(id);
    for (const oldest of told) {
      if (told.size <= MOST_TOLD) return;
      told.delete(oldest);
    }
  };

  const take = (isWanted: (alert: Alert) => boolean): Alert[] => {
    const taken = [...waiting.values()].filter(isWanted);
    for (const { id } of taken) settle(id);
    return taken;
  };

  const tellSummary = (alerts: readonly Alert[], late: boolean): void => {
    if (alerts.length === 0) return;
    const signals = alerts.map(({ id, signalType, symbol, interval, candleOpenTime }) => ({
      id,
      side: signalType,
      symbol,
      time: shiftOpenTime(interval, candleOpenTime, 1),
    }));
    deliver({ type: 'summary', signals, late });
  };

  const tellRest = (): void => {
    summaryTimer = undefined;
    if (!isSure()) return;
    const rest = take((alert) => !isLate(alert));
    const [only] = rest;
    if (only && rest.length === 1) deliver({ type: 'alert', alert: only });
    else tellSummary(rest, false);
    if (rest.length > 0) recent.push(clock.now());
    // The clock may have jumped meanwhile: what was news is late, or the other way round.
    tell();
  };

  const tellLate = (): void => {
    lateTimer = undefined;
    if (!isSure()) return;
    tellSummary(take(isLate), true);
    tell();
  };

  const tell = (): void => {
    if (!isSure()) return;
    const now = clock.now();
    recent = recent.filter((time) => Math.abs(now - time) < BURST_WINDOW_MS);
    for (const alert of waiting.values()) {
      if (isLate(alert)) {
        lateTimer ??= clock.setTimer(tellLate, LATE_WINDOW_MS);
      } else if (recent.length < SINGLE_DELIVERIES && !summaryTimer) {
        recent.push(now);
        take(({ id }) => id === alert.id);
        deliver({ type: 'alert', alert });
      } else {
        summaryTimer ??= clock.setTimer(tellRest, BURST_WINDOW_MS);
      }
    }
  };

  return {
    submit(alerts) {
      for (const alert of alerts) {
        if (isUntold(alert) && !told.has(alert.id)) waiting.set(alert.id, alert);
      }
      tell();
    },
    tell,
    withdraw(ids) {
      for (const id of ids) settle(id);
    },
    dispose() {
      summaryTimer?.cancel();
      lateTimer?.cancel();
    },
  };
}
