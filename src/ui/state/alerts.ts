import { batch, computed, signal } from '@preact/signals';
import type { Alert } from '../../domain/alert.ts';
import { settings } from './settings.ts';

/** More than this the page does not hold; the rest stays in the engine's storage. */
export const MOST_ALERTS = 10_000;
export const MOST_TOASTS = 5;

/** What the page knows of the history, newest first. */
export const alerts = signal<readonly Alert[]>([]);

/** Whether everything that is stored has been loaded. */
export const isHistoryComplete = signal(false);

/** How many pages of older history have come. */
export const historyLoads = signal(0);

export const alertsById = computed<ReadonlyMap<string, Alert>>(
  () => new Map(alerts.value.map((alert) => [alert.id, alert])),
);

export const activeAlerts = computed(() =>
  alerts.value.filter((alert) => alert.status === 'ACTIVE'),
);

const toastIds = signal<readonly string[]>([]);

/** The alerts that are on screen as toasts, newest first, at most `MOST_TOASTS`. */
export const toasts = computed<readonly Alert[]>(() =>
  toastIds.value.flatMap((id) => alertsById.value.get(id) ?? []),
);

/** The alert that was asked for by a link or a notification, to be shown in the history. */
export const focusedAlertId = signal<string | null>(null);

/** Scrolls the history to an alert and highlights it; what a click on a notification does. */
export function focusAlert(id: string): void {
  focusedAlertId.value = id;
}

/** Everything that the engine knew when it answered `start`. */
export function resetAlerts(known: readonly Alert[]): void {
  batch(() => {
    alerts.value = [];
    toastIds.value = [];
    isHistoryComplete.value = false;
    applyAlerts(known);
  });
}

/** New alerts, or ones whose status changed. Those that are active and not late become toasts, unless their rule says no. */
export function applyAlerts(changed: readonly Alert[]): void {
  batch(() => {
    const before = alertsById.value;
    insert(changed);
    const fresh = changed
      .filter((alert) => !before.has(alert.id) && isToastable(alert))
      .toSorted(newestFirst);
    const kept = toastIds.value.filter((id) => alertsById.value.get(id)?.status === 'ACTIVE');
    toastIds.value = [...fresh.map((alert) => alert.id), ...kept].slice(0, MOST_TOASTS);
  });
}

/** Older alerts, on request: they never become toasts. */
export function applyHistory(older: readonly Alert[], isComplete: boolean): void {
  batch(() => {
    insert(older);
    isHistoryComplete.value = isComplete;
    historyLoads.value += 1;
  });
}

/** Takes a toast off the screen; the alert itself keeps its status. */
export function removeToasts(ids: readonly string[]): void {
  toastIds.value = toastIds.value.filter((id) => !ids.includes(id));
}

function isToastable(alert: Alert): boolean {
  const isWanted = settings.value.enableToast && alert.channels?.toast !== false;
  return isWanted && alert.status === 'ACTIVE' && !alert.late;
}

function insert(changed: readonly Alert[]): void {
  const byId = new Map(changed.map((alert) => [alert.id, alert]));
  const others = alerts.value.filter((alert) => !byId.has(alert.id));
  alerts.value = [...byId.values(), ...others].toSorted(newestFirst).slice(0, MOST_ALERTS);
}

/** Same-moment alerts fall back on the id so that the order never depends on arrival. */
function newestFirst(a: Alert, b: Alert): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}
