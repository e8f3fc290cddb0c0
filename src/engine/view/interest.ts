import type { Watchlist } from '../../domain/watchlist.ts';

/** Which quotes a page is told of: those of the watchlist, of what it shows beside, or all. */
export interface Interest {
  has(symbol: string): boolean;
  /** Rows that are seen; null until the page has said. */
  readonly shownSymbols: readonly string[] | null;
  readonly isMarketShown: boolean;
  showSymbols(symbols: readonly string[]): void;
  showMarket(isShown: boolean): void;
}

export function createInterest(watchlist: () => Watchlist): Interest {
  let shownSymbols: readonly string[] | null = null;
  let isMarketShown = false;
  let shown: ReadonlySet<string> = new Set();
  let listed: readonly string[] = [];
  let watched: ReadonlySet<string> = new Set();

  /** Made anew when the list is another one, and not for each quote. */
  const watchedNow = (): ReadonlySet<string> => {
    const { symbols } = watchlist();
    if (symbols !== listed) {
      listed = symbols;
      watched = new Set(symbols);
    }
    return watched;
  };

  return {
    has: (symbol) => isMarketShown || watchedNow().has(symbol) || shown.has(symbol),
    get shownSymbols() {
      return shownSymbols;
    },
    get isMarketShown() {
      return isMarketShown;
    },
    showSymbols(symbols) {
      shownSymbols = symbols;
      shown = new Set(symbols);
    },
    showMarket(isShown) {
      isMarketShown = isShown;
    },
  };
}
