import { computed, signal } from '@preact/signals';
import type { MarketSymbol } from '../../domain/market.ts';

/** Every symbol of the exchange; empty until the list has arrived. */
export const symbols = signal<readonly MarketSymbol[]>([]);

export const symbolsByName = computed<ReadonlyMap<string, MarketSymbol>>(
  () => new Map(symbols.value.map((entry) => [entry.symbol, entry])),
);

/** The whole market by name: every symbol that is traded now. */
export const tradedSymbols = computed<readonly string[]>(() =>
  symbols.value
    .filter(({ status }) => status === 'TRADING')
    .map(({ symbol }) => symbol)
    .toSorted(),
);

/** The symbol's price step as text; null while it is not known. */
export function tickSizeOf(symbol: string): string | null {
  return symbolsByName.value.get(symbol)?.tickSize ?? null;
}

/** What the symbol is priced in; null while it is not known. */
export function quoteAssetOf(symbol: string): string | null {
  return symbolsByName.value.get(symbol)?.quoteAsset ?? null;
}
