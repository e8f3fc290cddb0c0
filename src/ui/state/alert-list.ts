/** Alerts in the order of the history. Every function leaves the list that it is given as it was. */
import type { Alert } from '../../domain/alert.ts';

/** Newest first. */
export type AlertList = readonly Alert[];

/** Those of one moment go by their id, so that the order never depends on arrival. */
export function compareAlerts(a: Alert, b: Alert): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** Where an alert is in the list, or would be. */
export function placeOf(list: AlertList, alert: Alert, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other && compareAlerts(other, alert) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The list with these alerts in it: one with a known id takes the place of the other. Nothing is
 * sorted but what is new: a single alert costs a search and a copy.
 */
export function withAlerts(list: AlertList, changed: Iterable<Alert>): AlertList {
  const next: Alert[] = [];
  let taken = 0;
  for (const alert of [...changed].toSorted(compareAlerts)) {
    const place = placeOf(list, alert, taken);
    for (; taken < place; taken += 1) take(next, list[taken]);
    if (list[taken]?.id === alert.id) taken += 1;
    if (next.at(-1)?.id === alert.id) next.pop();
    next.push(alert);
  }
  for (; taken < list.length; taken += 1) take(next, list[taken]);
  return next;
}

function take(into: Alert[], alert: Alert | undefined): void {
  if (alert) into.push(alert);
}
