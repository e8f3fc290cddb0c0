/** Which rows there are, in which order: scope, filter, sort, group, one after the other. */
import { computed } from '@preact/signals';
import { quoteOf } from '../state/quotes.ts';
import { quoteAssetOf, symbolsByName, tradedSymbols } from '../state/symbols.ts';
import { isMarketShown, watchlist } from '../state/watchlist.ts';
import { countQuoteAssets, filterSymbols } from './filtering.ts';
import { groupItems } from './items.ts';
import type { Item } from './items.ts';
import { orderRevision } from './live-order.ts';
import { isSameOrder, sortSymbols } from './sorting.ts';
import { collapsedGroups, filter, isGrouped, sort } from './view-settings.ts';

const listed = computed<readonly string[]>(() => watchlist.value.symbols);

/** The symbols to choose from: the user's own, or all that are traded. */
export const scopeSymbols = computed(() =>
  isMarketShown.value ? tradedSymbols.value : listed.value,
);

/** For the choice of a quote asset. */
export const quoteAssetCounts = computed(() =>
  countQuoteAssets(scopeSymbols.value, symbolsByName.value),
);

const filtered = computed(() =>
  filterSymbols(scopeSymbols.value, filter.value, symbolsByName.value),
);

let before: readonly string[] = [];

/** The symbols that have rows, in order, whether their groups are open or not. */
export const orderedSymbols = computed<readonly string[]>(() => {
  const names = filtered.value;
  const order = sort.value;
  if (order === null) return names;
  if (order.column !== 'symbol') void orderRevision.value;
  const sorted = sortSymbols(names, order, { quoteOf, quoteAssetOf });
  if (isSameOrder(before, sorted)) return before;
  before = sorted;
  return sorted;
});

export const items = computed<readonly Item[]>(() =>
  isGrouped.value
    ? groupItems(orderedSymbols.value, quoteAssetOf, collapsedGroups.value)
    : orderedSymbols.value,
);

/** The symbols among which one moves: those of its group that are shown. */
export function shownWith(symbol: string): readonly string[] {
  if (!isGrouped.value) return orderedSymbols.value;
  const quoteAsset = quoteAssetOf(symbol);
  return orderedSymbols.value.filter((other) => quoteAssetOf(other) === quoteAsset);
}
