import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../engine-client.ts';
import { Panel } from '../shell/Panel.tsx';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { alerts, isHistoryComplete } from '../state/alerts.ts';
import { text } from '../text/text.ts';
import { HistoryFilterBar } from './HistoryFilterBar.tsx';
import { HistoryRow } from './HistoryRow.tsx';
import { NO_FILTERS, historyFilters, isFiltered, matches } from './filters.ts';
import { useFocusedAlert } from './use-focused-alert.ts';
import './history.css';

const ROWS_AT_A_TIME = 20;

const COLUMNS = [
  'time',
  'side',
  'symbol',
  'price',
  'rule',
  'interval',
  'strength',
  'status',
] as const;

/** Every alert that was raised, newest first. */
export function AlertHistory() {
  const words = text().history;
  const body = useRef<HTMLDivElement>(null);
  const shownCount = useSignal(ROWS_AT_A_TIME);
  const openId = useSignal<string | null>(null);
  const matching = useComputed(() =>
    alerts.value.filter((alert) => matches(alert, historyFilters.value)),
  );
  const found = matching.value;
  const toggle = (id: string) => (openId.value = openId.value === id ? null : id);
  const highlightedId = useFocusedAlert(body, matching, shownCount, openId);

  const showMore = () => {
    const next = shownCount.value + ROWS_AT_A_TIME;
    const oldest = alerts.value.at(-1);
    shownCount.value = next;
    if (next > found.length && !isHistoryComplete.value && oldest) {
      send({ type: 'loadHistory', before: oldest.createdAt });
    }
  };

  return (
    <Panel
      title={words.title}
      tab="alerts"
      class="history"
      actions={alerts.value.length > 0 ? <HistoryFilterBar alerts={alerts.value} /> : null}
    >
      <ScrollArea label={words.title} bodyRef={body}>
        <table role="table" class="history-table" aria-label={words.label}>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} role="columnheader" scope="col" class={`history-${column}`}>
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.slice(0, shownCount.value).map((alert) => (
              <HistoryRow
                key={alert.id}
                alert={alert}
                isOpen={openId.value === alert.id}
                isHighlighted={highlightedId === alert.id}
                onToggle={toggle}
              />
            ))}
          </tbody>
        </table>
        {found.length === 0 ? <EmptyHistory /> : null}
        {found.length > shownCount.value || !isHistoryComplete.value ? (
          found.length >= ROWS_AT_A_TIME ? (
            <button type="button" class="button history-more" onClick={showMore}>
              {words.more}
            </button>
          ) : null
        ) : found.length > 0 ? (
          <p class="hint history-end">{words.end(found.length)}</p>
        ) : null}
      </ScrollArea>
    </Panel>
  );
}

function EmptyHistory() {
  const words = text().history;
  if (!isFiltered(historyFilters.value)) {
    return (
      <p class="empty">
        <strong>{words.empty}</strong>
        <span>{words.emptyHint}</span>
      </p>
    );
  }
  return (
    <div class="empty">
      <span>{words.noMatch}</span>
      <button type="button" class="button" onClick={() => (historyFilters.value = NO_FILTERS)}>
        {words.clearFilters}
      </button>
    </div>
  );
}
