import { Fragment } from 'preact';
import type { VNode } from 'preact';
import type { AlertList } from '../state/alert-list.ts';
import { HistoryDetails } from './HistoryDetails.tsx';
import { HistoryRow } from './HistoryRow.tsx';
import type { HistoryWindow } from './use-history-window.ts';

interface Props {
  readonly list: AlertList;
  readonly view: HistoryWindow;
  readonly activePlace: number;
  readonly openId: string | null;
  readonly highlightedId: string | null;
  readonly onToggle: (id: string) => void;
  readonly onDetailsHeight: (height: number) => void;
}

/** The rows that exist, with room for the others between them. */
export function HistoryRows(props: Props) {
  const { list, view, activePlace, openId, highlightedId, onToggle, onDetailsHeight } = props;
  const { existing, offsets } = view;
  const { from, to } = existing.value;
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  // The row that the keyboard is on stays, even out of view: focus would be lost with it.
  const count = offsets.value.length - 1;
  if (activePlace < from && activePlace < count) places.unshift(activePlace);
  else if (activePlace >= to && activePlace < count) places.push(activePlace);

  const topOf = (place: number) => offsets.value[place] ?? 0;
  const rows: VNode[] = [];
  let end = 0;
  for (const place of places) {
    const alert = list[place];
    if (!alert) continue;
    if (topOf(place) > end) rows.push(<Room key={`room-${place}`} height={topOf(place) - end} />);
    end = topOf(place + 1);
    const isOpen = alert.id === openId;
    rows.push(
      <Fragment key={alert.id}>
        <HistoryRow
          alert={alert}
          rowIndex={place + 2}
          isActive={place === activePlace}
          isOpen={isOpen}
          isHighlighted={alert.id === highlightedId}
          onToggle={onToggle}
        />
        {isOpen ? <HistoryDetails alert={alert} onHeight={onDetailsHeight} /> : null}
      </Fragment>,
    );
  }
  const all = topOf(count);
  return (
    <tbody role="rowgroup">
      {rows}
      {all > end ? <Room key="room-end" height={all - end} /> : null}
    </tbody>
  );
}

function Room({ height }: { height: number }) {
  return <tr role="presentation" class="history-room" style={{ height: `${height}px` }} />;
}
