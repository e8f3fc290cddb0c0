/** What the rows of the watchlist do, whether by key, pointer or menu. */
import { signal } from '@preact/signals';
import { MOST_SYMBOLS } from '../../domain/watchlist.ts';
import { send } from '../engine-client.ts';
import { formatNumber } from '../format/price.ts';
import { activeTab } from '../state/layout.ts';
import { notify } from '../state/notices.ts';
import { quoteOf } from '../state/quotes.ts';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import { selectSymbol } from '../state/selection.ts';
import { isMarketShown, watchedSymbols, watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { moveSymbol, placeFor } from './arranging.ts';
import type { Move, Place } from './arranging.ts';
import { removeSymbol } from './remove-symbol.ts';
import { shownWith } from './rows.ts';
import { setSort, sort } from './view-settings.ts';

/** What a screen reader is told of a move. */
export const announcement = signal('');

export function openChart(symbol: string): void {
  selectSymbol(symbol);
  activeTab.value = 'chart';
}

export function alertAtPrice(symbol: string): void {
  quickAlertRequest.value = { symbol, price: quoteOf(symbol)?.lastPrice ?? '' };
}

/** Adds a symbol to the user's own list, or takes it off. */
export function toggleWatched(symbol: string): void {
  if (watchedSymbols.peek().has(symbol)) return removeSymbol(symbol);
  if (watchlist.peek().symbols.length < MOST_SYMBOLS) return send({ type: 'watchSymbol', symbol });
  notify('warning', text().watchlist.full(formatNumber(MOST_SYMBOLS, 0)), { id: 'list-full' });
}

/** Only the user's own list has an order of its own, and only unsorted rows show it. */
export function canArrange(): boolean {
  return !isMarketShown.value && sort.value === null;
}

/** Moves a symbol among the rows that are shown; says why not where it cannot be. */
export function move(direction: Move, symbol: string): void {
  if (!canArrange()) return explain();
  const place = placeFor(direction, symbol, shownWith(symbol));
  if (place) arrange(symbol, place);
}

export function arrange(symbol: string, place: Place): void {
  const { symbols } = watchlist.peek();
  const arranged = moveSymbol(symbols, symbol, place);
  if (arranged === symbols) return;
  send({ type: 'arrangeSymbols', symbols: arranged });
  const words = text().watchlist.move;
  announcement.value = words.done(symbol, arranged.indexOf(symbol) + 1, arranged.length);
}

function explain(): void {
  const words = text().watchlist;
  if (isMarketShown.peek()) return notify('info', words.move.market, { id: 'cannot-move' });
  notify('info', words.move.sorted, {
    id: 'cannot-move',
    action: { label: words.view.ownOrder, run: () => setSort(null) },
  });
}
