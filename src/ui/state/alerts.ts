/**
 * What the page knows of the alerts.
 *
 * Guarantees: newest first, each once, at most `MOST_ALERTS`; a change costs a search and a copy of the
 * list, no sorting; of the alerts in `history` none is missing between the newest and the oldest.
 */
import { batch, computed, signal } from '@preact/signals';
import type { Alert } from '../../domain/alert.ts';
import { withAlerts } from './alert-list.ts';
import type { AlertList } from './alert-list.ts';
import { settings } from './settings.ts';

/** More than this the page does not hold; the rest stays in the engine's storage. */
export const MOST_ALERTS = 10_000;
export const MOST_TOASTS = 5;

/** Every alert that the page knows, newest first. */
export const alerts = signal<AlertList>([]);

/** Whether everything that is stored has been loaded. */
export const isHistoryComplete = signal(false);

/** Down to this moment the page knows all, epoch milliseconds; `-Infinity` where nothing is missing. */
export const historyReach = signal(-Infinity);

/** Grows when the reach was drawn back: what was found beyond its end does not follow any more. */
export const historyCuts = signal(0);

/** The part that is known without a gap: a change may also tell of an alert of long ago. */
export const history = computed<AlertList>(() => {
  const reach = historyReach.value;
  const oldest = alerts.value.at(-1);
  if (!oldest || oldest.createdAt >= reach) return alerts.value;
  return alerts.value.filter(({ createdAt }) => createdAt >= reach);
});

const byId = new Map<string, Alert>();

/** Finds alerts by their ids; another one whenever any alert has changed. */
export const alertsById = computed(() => {
  void alerts.value;
  return { get: (id: string): Alert | undefined => byId.get(id) };
});

export const activeAlerts = computed(() =>
  alerts.value.filter((alert) => alert.status === 'ACTIVE'),
);

const toastIds = signal<readonly string[]>([]);

/** The alerts that are on screen as toasts, newest first, at most `MOST_TOASTS`. */
export const toasts = computed<AlertList>(() =>
  toastIds.value.flatMap((id) => alertsById.value.get(id) ?? []),
);

/** The alert that was asked for by a link or a notification, to be shown in the history. */
export const focusedAlertId = signal<string | null>(null);

/** Scrolls the history to an alert and highlights it; what a click on a notification does. */
export function focusAlert(id: string): void {
  focusedAlertId.value = id;
}

/**
 * The newest alerts, as an engine that has just started knows them. What was loaded before is loaded
 * anew: an import may have put alerts between those.
 */
export function resetAlerts(known: AlertList): void {
  batch(() => {
    byId.clear();
    alerts.value = [];
    toastIds.value = [];
    isHistoryComplete.value = false;
    applyAlerts(known);
    drawBack();
  });
}

/** New alerts, or ones whose status changed. Those that are active and not late become toasts, unless their rule says no. */
export function applyAlerts(changed: AlertList): void {
  batch(() => {
    const fresh = changed.filter((alert) => !byId.has(alert.id) && isToastable(alert));
    insert(changed);
    const kept = toastIds.value.filter((id) => byId.get(id)?.status === 'ACTIVE');
    const newest = withAlerts([], fresh).map((alert) => alert.id);
    toastIds.value = [...newest, ...kept].slice(0, MOST_TOASTS);
  });
}

/** Older alerts, on request, that follow on the oldest: they never become toasts. */
export function addOlderAlerts(older: AlertList, isComplete: boolean): void {
  batch(() => {
    isHistoryComplete.value = isComplete;
    historyReach.value = isComplete ? -Infinity : (older.at(-1)?.createdAt ?? historyReach.value);
    insert(older);
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

function insert(changed: AlertList): void {
  for (const alert of changed) byId.set(alert.id, alert);
  const all = withAlerts(alerts.value, changed);
  alerts.value = all.slice(0, MOST_ALERTS);
  if (all.length <= MOST_ALERTS) return;
  for (const { id } of all.slice(MOST_ALERTS)) byId.delete(id);
  isHistoryComplete.value = false;
  drawBack();
}

function drawBack(): void {
  historyReach.value = alerts.value.at(-1)?.createdAt ?? -Infinity;
  historyCuts.value += 1;
}
