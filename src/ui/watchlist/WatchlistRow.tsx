import { useComputed } from '@preact/signals';
import { formatShortMoment } from '../format/time.ts';
import { Icon } from '../shell/Icon.tsx';
import { timeZone } from '../state/preferences.ts';
import { quoteCells } from '../state/quotes.ts';
import type { QuoteCells } from '../state/quotes.ts';
import { symbolsByName } from '../state/symbols.ts';
import { watchedSymbols } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { Course } from './Course.tsx';
import type { Column } from './columns.ts';

/** Longer names are written smaller. */
const LONG_NAME = 9;
const VERY_LONG_NAME = 10;

interface Props {
  readonly symbol: string;
  /** Among all rows, the head's being 1. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly hidden: ReadonlySet<Column>;
  /** Reached by the tab key. */
  readonly isActive: boolean;
  /** On the chart. */
  readonly isSelected: boolean;
}

/**
 * One symbol. Each price is a text node bound to its signal: a new price redraws that node alone
 * and never this component.
 */
export function WatchlistRow(props: Props) {
  const { symbol, rowIndex, top, height, hidden, isActive, isSelected } = props;
  const cells = quoteCells(symbol);
  const state = useComputed(() => stateOf(cells));
  const isOld = useComputed(() => state.value !== '');
  const description = useComputed(() => state.value || undefined);
  return (
    <div
      role="row"
      class="watchlist-row"
      data-item={symbol}
      data-symbol={symbol}
      data-stale={isOld}
      title={description}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
    >
      <div
        role="rowheader"
        class="cell-symbol"
        aria-label={symbol}
        data-long={symbol.length > VERY_LONG_NAME ? 'very' : symbol.length > LONG_NAME}
        title={symbol.length > LONG_NAME ? symbol : undefined}
      >
        <SymbolName symbol={symbol} />
      </div>
      {hidden.has('last') ? null : (
        <div role="gridcell" class="cell-last" data-trend={cells.move} data-fresh={cells.isFresh}>
          {cells.last}
        </div>
      )}
      {hidden.has('change') ? null : (
        <div role="gridcell" class="cell-change" data-trend={cells.trend}>
          {cells.change}
        </div>
      )}
      {hidden.has('bid') ? null : (
        <div role="gridcell" class="cell-bid">
          {cells.bid}
        </div>
      )}
      {hidden.has('ask') ? null : (
        <div role="gridcell" class="cell-ask">
          {cells.ask}
        </div>
      )}
      {hidden.has('volume') ? null : (
        <div role="gridcell" class="cell-volume">
          {cells.volume}
        </div>
      )}
      {hidden.has('course') ? null : (
        <div role="gridcell" class="cell-course">
          <Course symbol={symbol} />
        </div>
      )}
      {/* Said by the row's title; where it stands, it takes the place of what is not live. */}
      <span class="row-state" aria-hidden="true">
        {state}
      </span>
      <RowButtons symbol={symbol} />
    </div>
  );
}

/**
 * As the exchange writes it, with what it is priced in set apart by style only. Where there is no
 * room for all of it, that is not what is left out.
 */
function SymbolName({ symbol }: { symbol: string }) {
  const listed = symbolsByName.value.get(symbol);
  if (listed === undefined || listed.baseAsset + listed.quoteAsset !== symbol) return <>{symbol}</>;
  return (
    <>
      <span class="base-asset">{listed.baseAsset}</span>
      <span class="quote-asset">{listed.quoteAsset}</span>
    </>
  );
}

/** Reached with the right arrow key: they are no stops of the tab key, of which there is one. */
function RowButtons({ symbol }: { symbol: string }) {
  const words = text().watchlist;
  const isWatched = watchedSymbols.value.has(symbol);
  const starLabel = isWatched ? words.unwatch(symbol) : words.watch(symbol);
  const menuLabel = words.menu.open(symbol);
  return (
    <div role="gridcell" class="cell-actions">
      <button
        type="button"
        class="row-star"
        tabIndex={-1}
        aria-label={starLabel}
        title={starLabel}
        data-watched={isWatched}
      >
        <Icon name="star" size={14} />
      </button>
      <button
        type="button"
        class="row-more"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={menuLabel}
        title={menuLabel}
      >
        <Icon name="more" />
      </button>
    </div>
  );
}

/** Why the prices of a row are not live, in words; empty when they are. */
function stateOf(cells: QuoteCells): string {
  const words = text().watchlist;
  const status = symbolsByName.value.get(cells.symbol)?.status ?? 'TRADING';
  if (status !== 'TRADING') return words.halted;
  if (!cells.isStale.value) return '';
  const since = cells.quote.value?.receivedAt ?? 0;
  return words.quietSince(formatShortMoment(since, Date.now(), timeZone.value));
}
