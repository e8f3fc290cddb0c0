import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { useRoom } from '../shell/use-room.ts';
import { roomFor } from '../state/layout.ts';
import { partText } from '../text/text.ts';
import { HistoryEnd } from './HistoryEnd.tsx';
import { HistoryRows } from './HistoryRows.tsx';
import { listEnd, listed, listedPlace } from './listed.ts';
import { placeAfterKey } from './keys.ts';
import { useFocusedAlert } from './use-focused-alert.ts';
import { useHistoryWindow } from './use-history-window.ts';
import './history.css';

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

/** So long the page takes to give an alert that was opened its place. */
const OPENING_MS = 800;

/** The list of alerts. Only the rows in view exist, and the one that the keyboard is on. */
export function HistoryContents() {
  const words = partText().history;
  const hintId = useId();
  const openId = useSignal<string | null>(null);
  /** Where the keyboard is, by name: rows change places under it. */
  const activeId = useSignal<string | null>(null);
  const takesFocus = useRef(false);
  const openedAt = useRef(-Infinity);
  const list = listed.value;
  const openPlace = useComputed(() => {
    void listed.value;
    return openId.value === null ? -1 : listedPlace(openId.value);
  });
  const view = useHistoryWindow(openPlace);
  const { scroller, metrics } = view;

  const moveTo = (place: number) => {
    const alert = list[place];
    if (!alert) return;
    view.scrollTo(place);
    takesFocus.current = true;
    activeId.value = alert.id;
  };
  const toggle = (id: string) => {
    activeId.value = id;
    openId.value = openId.peek() === id ? null : id;
    openedAt.current = performance.now();
  };
  const show = (id: string) => {
    openId.value = id;
    activeId.value = id;
    openedAt.current = performance.now();
    takesFocus.current = true;
    view.scrollTo(listedPlace(id));
  };
  const onDetailsHeight = (height: number) => {
    view.setDetailsHeight(height);
    followOpening();
  };
  const followOpening = () => {
    const isOpening = performance.now() - openedAt.current < OPENING_MS;
    if (isOpening && openPlace.peek() >= 0) view.scrollTo(openPlace.peek());
  };
  useSignalEffect(() => {
    void view.viewHeight.value;
    followOpening();
  });
  const highlightedId = useFocusedAlert(show);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>('[data-alert] button[tabindex="0"]');
    if (!row) return;
    takesFocus.current = false;
    row.focus({ preventScroll: true });
  });

  useRoom(roomFor.alert, openId.value !== null);

  const activePlace = Math.max(0, activeId.value === null ? -1 : listedPlace(activeId.value));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && openId.peek() !== null) {
      moveTo(openPlace.peek());
      openId.value = null;
      return event.preventDefault();
    }
    const isOnRow = event.target instanceof Element && event.target.closest('.history-time');
    const next = placeAfterKey(event, activePlace, list.length, view.rowsInPage.peek());
    if (!isOnRow || next === null) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <ScrollArea label={words.title} bodyRef={scroller} onScroll={view.onScroll}>
      <table
        role="table"
        class="history-table"
        aria-label={words.label}
        aria-describedby={hintId}
        aria-rowcount={listEnd.value === 'none' ? list.length + 1 : -1}
        data-layout={metrics.value.isOneLine ? 'one-line' : 'two-lines'}
        style={{ '--row-height': `${metrics.value.row}px`, '--head': `${metrics.value.head}px` }}
        onKeyDown={onKeyDown}
      >
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col" class={`history-${column}`}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <HistoryRows
          list={list}
          view={view}
          activePlace={activePlace}
          openId={openId.value}
          highlightedId={highlightedId}
          onToggle={toggle}
          onDetailsHeight={onDetailsHeight}
        />
      </table>
      {view.isWhole.value ? <HistoryEnd count={list.length} end={listEnd.value} /> : null}
      <p class="visually-hidden" id={hintId}>
        {words.keys}
      </p>
    </ScrollArea>
  );
}
