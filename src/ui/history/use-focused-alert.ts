import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isMatch } from '../../domain/alert-filter.ts';
import { alertsById, focusedAlertId } from '../state/alerts.ts';
import { engineState } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { notify } from '../state/notices.ts';
import { partText } from '../text/text.ts';
import { NO_FILTERS, alertFilter, filterCount, historyFilters } from './filters.ts';
import { listEnd, listedPlace, loadOlder } from './listed.ts';

/**
 * Brings the alert that was asked for into the list, whatever has to be loaded or unfiltered for it,
 * and shows it. Returns the id to highlight.
 */
export function useFocusedAlert(show: (id: string) => void): string | null {
  const highlighted = useSignal<string | null>(null);
  const wantedId = focusedAlertId.value;
  const latest = useRef(show);
  latest.current = show;
  const isReady = engineState.value === 'running';

  useEffect(() => {
    if (wantedId === null || !isReady) return undefined;
    let isGone = false;
    const bring = async () => {
      const isFound = await find(wantedId, () => isGone);
      if (isGone) return;
      focusedAlertId.value = null;
      if (!isFound) return notify('warning', partText().history.missing);
      highlighted.value = wantedId;
      activeTab.value = 'alerts';
      latest.current(wantedId);
    };
    void bring();
    return () => {
      isGone = true;
    };
  }, [wantedId, isReady, highlighted]);
  return highlighted.value;
}

/** Whether it is in the list, older history being loaded until it is. */
async function find(id: string, isGivenUp: () => boolean): Promise<boolean> {
  while (!isGivenUp()) {
    if (listedPlace(id) >= 0) return true;
    const alert = alertsById.peek().get(id);
    const isHidden = !alert || !isMatch(alert, alertFilter.peek());
    if (isHidden && filterCount.peek() > 0) historyFilters.value = NO_FILTERS;
    else if (listEnd.peek() === 'some' || listEnd.peek() === 'loading') await loadOlder();
    else return false;
  }
  return false;
}
