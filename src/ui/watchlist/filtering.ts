import type { MarketSymbol } from '../../domain/market.ts';
import { searchWords } from '../search/words.ts';

export interface Filter {
  readonly query: string;
  /** Null for all of them. */
  readonly quoteAsset: string | null;
}

export const NO_FILTER: Filter = { query: '', quoteAsset: null };

export function isFiltering({ query, quoteAsset }: Filter): boolean {
  return searchWords(query).length > 0 || quoteAsset !== null;
}

/** The symbols whose names hold every word, in any order, and that are priced in that asset. */
export function filterSymbols(
  symbols: readonly string[],
  filter: Filter,
  byName: ReadonlyMap<string, Pick<MarketSymbol, 'quoteAsset'>>,
): readonly string[] {
  if (!isFiltering(filter)) return symbols;
  const words = searchWords(filter.query);
  const { quoteAsset } = filter;
  return symbols.filter((symbol) => {
    if (quoteAsset !== null && byName.get(symbol)?.quoteAsset !== quoteAsset) return false;
    return words.every((word) => symbol.includes(word));
  });
}

/** What the symbols are priced in, with how many are, the most frequent first. */
export function countQuoteAssets(
  symbols: readonly string[],
  byName: ReadonlyMap<string, Pick<MarketSymbol, 'quoteAsset'>>,
): readonly (readonly [quoteAsset: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const symbol of symbols) {
    const quoteAsset = byName.get(symbol)?.quoteAsset;
    if (quoteAsset !== undefined) counts.set(quoteAsset, (counts.get(quoteAsset) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
