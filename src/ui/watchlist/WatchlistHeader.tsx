import { Icon } from '../shell/Icon.tsx';
import { text } from '../text/text.ts';
import { COLUMNS, nextSort, sort } from './sorting.ts';

/** The column heads; each sorts. */
export function WatchlistHeader() {
  const words = text().watchlist.columns;
  const now = sort.value;
  return (
    <div role="rowgroup" class="watchlist-head">
      <div role="row" class="watchlist-columns" aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const direction = now?.column === column ? now.direction : null;
          return (
            <div
              key={column}
              role="columnheader"
              class={`cell-${column}`}
              aria-sort={direction ?? 'none'}
            >
              <button type="button" onClick={() => (sort.value = nextSort(sort.value, column))}>
                {words[column]}
                {direction ? (
                  <Icon name={direction === 'ascending' ? 'up' : 'down'} size={8} />
                ) : null}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
