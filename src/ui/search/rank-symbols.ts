import type { MarketSymbol } from '../../domain/market.ts';
import type { Turnover } from './turnover.ts';
import { searchWords } from './words.ts';

/** More than this nobody reads; typing on narrows them down. */
export const MOST_RESULTS = 40;

export interface SearchResult {
  /** Best first, at most `MOST_RESULTS`. */
  readonly found: readonly MarketSymbol[];
  /** How many there are in all. */
  readonly total: number;
}

const NOTHING: SearchResult = { found: [], total: 0 };

/**
 * The symbols that a query means, best first. Forgiving of order, case, spaces and separators:
 * `usdt btc`, `BTC/USDT` and `btcusdt` all find BTCUSDT first. Among symbols that fit equally well
 * what is traded most comes first. An empty query finds nothing.
 */
export function rankSymbols(
  query: string,
  symbols: readonly MarketSymbol[],
  turnover: Turnover = () => null,
): SearchResult {
  const words = searchWords(query);
  if (words.length === 0) return NOTHING;
  const fitting: Candidate[] = [];
  for (const entry of symbols) {
    const fit = fitOf(words, entry);
    if (fit > 0) fitting.push({ entry, fit, weight: weightOf(entry, turnover) });
  }
  const found = fitting.toSorted(compare).slice(0, MOST_RESULTS);
  return { found: found.map(({ entry }) => entry), total: fitting.length };
}

interface Candidate {
  readonly entry: MarketSymbol;
  readonly fit: number;
  readonly weight: number;
}

function compare(a: Candidate, b: Candidate): number {
  const byLength = a.entry.symbol.length - b.entry.symbol.length;
  const byName = a.entry.symbol < b.entry.symbol ? -1 : 1;
  return b.fit - a.fit || b.weight - a.weight || byLength || byName;
}

/** Zero when a word is not found at all; more the closer the words are to the assets' names. */
function fitOf(words: readonly string[], entry: MarketSymbol): number {
  const { symbol, baseAsset, quoteAsset } = entry;
  const joined = words.join('');
  const isWhole = joined === symbol || joined === quoteAsset + baseAsset;
  const isBeginning = symbol.startsWith(joined);
  let fit = isWhole ? 1000 : 0;
  for (const word of words) {
    const found = wordFit(word, symbol, baseAsset, quoteAsset);
    if (found === 0 && !isWhole && !isBeginning) return 0;
    fit += found;
  }
  return fit + (isBeginning ? 15 : 0);
}

function wordFit(word: string, symbol: string, base: string, quote: string): number {
  if (base === word) return 100;
  if (quote === word) return 60;
  if (base.startsWith(word)) return 40;
  if (symbol.startsWith(word)) return 30;
  if (quote.startsWith(word)) return 15;
  return symbol.includes(word) ? 5 : 0;
}

/** Orders of magnitude of dollars a day, as they are usual where they are not known. */
const USUAL: Readonly<Record<string, number>> = {
  USDT: 8,
  USDC: 7.6,
  FDUSD: 7.2,
  BTC: 7,
  EUR: 6.8,
};
const UNUSUAL = 5;

/** Which of equals is likely meant: what is traded at all, and what is traded most. */
function weightOf(entry: MarketSymbol, turnover: Turnover): number {
  if (entry.status !== 'TRADING') return -1;
  const known = turnover(entry.symbol, entry.quoteAsset);
  return known === null ? (USUAL[entry.quoteAsset] ?? UNUSUAL) : Math.log10(1 + known);
}
