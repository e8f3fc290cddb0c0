import { computed, signal } from '@preact/signals';
import type { Watchlist } from '../../domain/watchlist.ts';

/** The user's own list, as the engine has it. */
export const watchlist = signal<Watchlist>({ symbols: [], intervals: [] });

/** The same symbols, for asking whether one is among them. */
export const watchedSymbols = computed<ReadonlySet<string>>(() => new Set(watchlist.value.symbols));

/** Whether the rows are all symbols that the exchange trades, instead of the user's own list. */
export const isMarketShown = signal(false);
