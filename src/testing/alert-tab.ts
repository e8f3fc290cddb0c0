import { createAlertManager } from '../engine/alerts/alert-manager.ts';
import type { AlertDraft, AlertFact } from '../engine/alerts/alert-manager.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { createFakeAlertStore } from './fake-alert-store.ts';
import { createFakeClock } from './fake-clock.ts';
import { sampleDraft, SAMPLE_OPEN_TIME } from './sample-alert.ts';

const HOUR = 3_600_000;

/** An alert manager with a clock and a store of its own, and all that it told. */
export function createAlertTab(
  limits: { historySize?: number; notificationTimeoutMs?: number } = {},
) {
  const clock = createFakeClock();
  const store = createFakeAlertStore();
  const alerts = createAlertManager({ clock, store, limits: { ...DEFAULT_SETTINGS, ...limits } });
  const facts: AlertFact[] = [];
  alerts.observe((fact) => facts.push(fact));
  /** Alerts of one rule, each a millisecond and a candle after the one before. */
  const raise = async (count: number, changes: Partial<AlertDraft> = {}) => {
    for (let index = 0; index < count; index++) {
      const candleOpenTime = SAMPLE_OPEN_TIME + index * HOUR;
      await alerts.create(sampleDraft({ candleOpenTime, ...changes }));
      clock.advance(1);
    }
  };
  return { clock, store, alerts, facts, raise };
}
