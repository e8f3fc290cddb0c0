import { useSignal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { send } from '../engine-client.ts';
import {
  alerts,
  alertsById,
  focusedAlertId,
  historyLoads,
  isHistoryComplete,
} from '../state/alerts.ts';
import { now } from '../state/clock.ts';
import { engineState } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { notify } from '../state/notices.ts';
import { text } from '../text/text.ts';
import { NO_FILTERS, historyFilters, matches } from './filters.ts';

/**
 * Brings the alert that was asked for into view: opened, highlighted, and with the focus on it.
 * Older history is loaded until it is found. Returns the id to highlight.
 */
export function useFocusedAlert(
  body: { readonly current: HTMLElement | null },
  matching: ReadonlySignal<readonly Alert[]>,
  shownCount: Signal<number>,
  openId: Signal<string | null>,
): string | null {
  // An object, so that the same alert asked for again is brought into view again.
  const highlighted = useSignal<{ readonly id: string } | null>(null);
  const asked = useRef<{ readonly before: number; readonly loads: number } | null>(null);
  const loads = historyLoads.value;
  const wantedId = focusedAlertId.value;
  const known = alerts.value;
  const isComplete = isHistoryComplete.value;
  const isReady = engineState.value === 'running';

  useEffect(() => {
    if (wantedId === null || !isReady) return;
    const wanted = alertsById.peek().get(wantedId);
    if (!wanted) {
      if (asked.current?.loads === loads) return;
      const before = known.at(-1)?.createdAt ?? now.peek();
      // A page of history that brought nothing older would be asked for again and again.
      if (!isComplete && asked.current?.before !== before) {
        asked.current = { before, loads };
        send({ type: 'loadHistory', before });
      } else {
        asked.current = null;
        focusedAlertId.value = null;
        notify('warning', text().history.missing);
      }
      return;
    }
    if (!matches(wanted, historyFilters.peek())) historyFilters.value = NO_FILTERS;
    shownCount.value = Math.max(shownCount.peek(), matching.peek().indexOf(wanted) + 1);
    openId.value = wantedId;
    highlighted.value = { id: wantedId };
    asked.current = null;
    focusedAlertId.value = null;
    activeTab.value = 'alerts';
  }, [wantedId, isReady, known, loads, isComplete, matching, shownCount, openId, highlighted]);

  const shown = highlighted.value;
  useEffect(() => {
    if (shown === null) return;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-alert]') ?? [])];
    const row = rows.find((candidate) => candidate.dataset['alert'] === shown.id);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }, [body, shown]);
  return shown?.id ?? null;
}
