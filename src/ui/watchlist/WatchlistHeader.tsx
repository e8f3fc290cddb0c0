import { Icon } from '../shell/Icon.tsx';
import { text } from '../text/text.ts';
import { COLUMNS, columnLabel } from './columns.ts';
import type { Column, SortColumn } from './columns.ts';
import { isOrderHeld } from './live-order.ts';
import { nextSort } from './sorting.ts';
import { setSort, sort } from './view-settings.ts';

/** The column heads; each sorts, but for the course. */
export function WatchlistHeader({ hidden }: { hidden: ReadonlySet<Column> }) {
  const words = text().watchlist;
  return (
    <div role="rowgroup" class="watchlist-head">
      <div role="row" class="watchlist-columns" aria-rowindex={1}>
        {COLUMNS.filter((column) => !hidden.has(column)).map((column) =>
          column === 'course' ? (
            <div key={column} role="columnheader" class="cell-course" title={words.meanings.course}>
              {columnLabel(column)}
            </div>
          ) : (
            <SortHead key={column} column={column} />
          ),
        )}
        <div role="columnheader" class="cell-actions">
          <span class="visually-hidden">{words.columns.actions}</span>
        </div>
      </div>
    </div>
  );
}

function SortHead({ column }: { column: SortColumn }) {
  const words = text().watchlist;
  const now = sort.value;
  const direction = now?.column === column ? now.direction : null;
  const isHeld = direction !== null && column !== 'symbol' && isOrderHeld.value;
  const meaning = column === 'volume' ? words.meanings.volume : undefined;
  return (
    <div role="columnheader" class={`cell-${column}`} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        title={isHeld ? words.held : meaning}
        data-held={isHeld}
        onClick={() => setSort(nextSort(sort.peek(), column))}
      >
        {columnLabel(column)}
        {direction ? <Icon name={direction === 'ascending' ? 'up' : 'down'} size={8} /> : null}
      </button>
    </div>
  );
}
