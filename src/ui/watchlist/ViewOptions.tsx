import { useMemo } from 'preact/hooks';
import { isMarketShown } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { Popup } from './Popup.tsx';
import { OPTIONAL_COLUMNS, columnLabel } from './columns.ts';
import { isGrouped, setSort, sort, toggleColumn, wantedColumns } from './view-settings.ts';

interface Props {
  readonly opener: Element;
  readonly onClose: (isByKey: boolean) => void;
}

/** Columns, grouping, and the way back to the list's own order. */
export function ViewOptions({ opener, onClose }: Props) {
  const words = text().watchlist.view;
  const anchor = useMemo(() => opener.getBoundingClientRect(), [opener]);
  return (
    <Popup role="dialog" label={words.title} anchor={anchor} opener={opener} onClose={onClose}>
      <Choice
        label={words.group}
        isOn={isGrouped.value}
        onToggle={() => (isGrouped.value = !isGrouped.value)}
      />
      <fieldset class="popup-group">
        <legend>{words.columns}</legend>
        {OPTIONAL_COLUMNS.map((column) => (
          <Choice
            key={column}
            label={column === 'course' ? words.course : columnLabel(column)}
            isOn={wantedColumns.value.has(column)}
            onToggle={() => toggleColumn(column)}
          />
        ))}
      </fieldset>
      {sort.value === null ? null : (
        <button type="button" class="popup-item" onClick={() => setSort(null)}>
          {isMarketShown.value ? words.defaultOrder : words.ownOrder}
        </button>
      )}
    </Popup>
  );
}

function Choice(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <label class="popup-item">
      <input type="checkbox" checked={props.isOn} onChange={props.onToggle} />
      {props.label}
    </label>
  );
}
