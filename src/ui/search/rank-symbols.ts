import type { MarketSymbol } from '../../domain/market.ts';

/** More than this nobody reads; typing on narrows them down. */
export const MOST_RESULTS = 40;

/**
 * The symbols that a query means, best first. Forgiving of order, case, spaces and separators:
 * `usdt btc`, `BTC/USDT` and `btcusdt` all find BTCUSDT first. An empty query finds nothing.
 */
export function rankSymbols(
  query: string,
  symbols: readonly MarketSymbol[],
): readonly MarketSymbol[] {
  const words = query
    .toUpperCase()
    .split(/[\s/\\:,_-]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return symbols
    .map((entry) => ({ entry, score: scoreOf(words, entry) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || compare(a.entry, b.entry))
    .slice(0, MOST_RESULTS)
    .map(({ entry }) => entry);
}

/** Zero when a word is not found at all; more the closer the words are to the assets' names. */
function scoreOf(words: readonly string[], entry: MarketSymbol): number {
  const { symbol, baseAsset, quoteAsset } = entry;
  const joined = words.join('');
  const isWhole = joined === symbol || joined === quoteAsset + baseAsset;
  let score = isWhole ? 1000 : 0;
  for (const word of words) {
    const found = wordScore(word, symbol, baseAsset, quoteAsset);
    if (found === 0 && !isWhole && !symbol.startsWith(joined)) return 0;
    score += found;
  }
  if (symbol.startsWith(joined)) score += 15;
  return score + tradableBonus(entry);
}

function wordScore(word: string, symbol: string, base: string, quote: string): number {
  if (base === word) return 100;
  if (quote === word) return 60;
  if (base.startsWith(word)) return 40;
  if (symbol.startsWith(word)) return 30;
  if (quote.startsWith(word)) return 15;
  return symbol.includes(word) ? 5 : 0;
}

/** Which of equals is likely meant: what is traded, and against the usual money. */
function tradableBonus({ status, quoteAsset }: MarketSymbol): number {
  const usual = ['USDT', 'USDC', 'FDUSD', 'BTC', 'EUR'].indexOf(quoteAsset);
  return (status === 'TRADING' ? 5 : 0) + (usual < 0 ? 0 : 4 - usual * 0.5);
}

function compare(a: MarketSymbol, b: MarketSymbol): number {
  return a.symbol.length - b.symbol.length || (a.symbol < b.symbol ? -1 : 1);
}
