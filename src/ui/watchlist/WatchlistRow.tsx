import { useComputed } from '@preact/signals';
import { quoteCells } from '../state/quotes.ts';
import { text } from '../text/text.ts';

interface Props {
  readonly symbol: string;
  readonly index: number;
  readonly rowHeight: number;
  /** Reached by the tab key. */
  readonly isActive: boolean;
  /** On the chart. */
  readonly isSelected: boolean;
}

/**
 * One symbol. Each price is a text node bound to its signal: a new price redraws that node alone
 * and never this component.
 */
export function WatchlistRow({ symbol, index, rowHeight, isActive, isSelected }: Props) {
  const cells = quoteCells(symbol);
  const words = text().watchlist;
  const description = useComputed(() => (cells.isStale.value ? words.stale : undefined));
  return (
    <div
      role="row"
      class="watchlist-columns watchlist-row"
      data-symbol={symbol}
      data-stale={cells.isStale}
      title={description}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}
    >
      <div role="rowheader" class="cell-symbol">
        {symbol}
      </div>
      <div role="gridcell" class="cell-last" data-trend={cells.move} data-fresh={cells.isFresh}>
        {cells.last}
      </div>
      <div role="gridcell" class="cell-change" data-trend={cells.trend}>
        {cells.change}
      </div>
      <div role="gridcell" class="cell-bid">
        {cells.bid}
      </div>
      <div role="gridcell" class="cell-ask">
        {cells.ask}
      </div>
      <div role="gridcell" class="cell-volume">
        {cells.volume}
      </div>
      {/* For pointers only: the Delete key and the chart's star do the same for everyone. */}
      <button
        type="button"
        class="row-remove"
        tabIndex={-1}
        aria-hidden="true"
        title={words.remove(symbol)}
      >
        ×
      </button>
    </div>
  );
}
