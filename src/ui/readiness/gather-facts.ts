import type { Device } from '../device.ts';
import { now } from '../state/clock.ts';
import { connection } from '../state/connection.ts';
import { engineFailure, engineState, limitations } from '../state/engine.ts';
import { health } from '../state/health.ts';
import { rules } from '../state/rules.ts';
import { watchlist } from '../state/watchlist.ts';
import type { ExchangeFacts } from './judge-exchange.ts';
import type { PageFacts } from './page-facts.ts';
import type { ReadinessRun } from './readiness-run.ts';

/** The device as it is now; what reads this while drawing follows every change. */
export function pageFacts(
  { notifications, bell, installOffer, updates }: Device,
  run: ReadinessRun,
  hasDeclinedStorage: boolean,
): PageFacts {
  return {
    notifications: notifications.state.value,
    sound: bell.state.value,
    install: installOffer.state.value,
    workerMissing: updates.missing.value ?? '',
    browser: run.browser.value,
    hasDeclinedStorage,
    isStored: run.report.value?.isStored ?? health.value?.isStored ?? null,
    storageFailure: limitations.value['storage'] ?? '',
  };
}

export function exchangeFacts(run: ReadinessRun): ExchangeFacts {
  const time = now.value;
  const isOn = ({ isEnabled, expiresAt = Infinity }: (typeof rules.value)[number]) =>
    isEnabled && expiresAt > time;
  return {
    engineFailure: engineState.value === 'failed' ? engineFailure.value : null,
    connection: connection.value,
    enabledRules: rules.value.filter(isOn).length,
    watchedSymbols: watchlist.value.symbols.length,
    report: run.report.value,
    isEngineSilent: run.isEngineSilent.value,
  };
}
