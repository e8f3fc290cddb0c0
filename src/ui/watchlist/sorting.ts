import { computed, signal } from '@preact/signals';
import type { Quote } from '../../protocol/market-state.ts';
import { quoteCells, quotesRevision } from '../state/quotes.ts';
import { watchlist } from '../state/watchlist.ts';

export const COLUMNS = ['symbol', 'last', 'change', 'bid', 'ask', 'volume'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** Null leaves the watchlist's own order. */
export const sort = signal<Sort | null>(null);

/** A header's next state: names start at A, numbers at the largest; the third press is no order. */
export function nextSort(now: Sort | null, column: Column): Sort | null {
  const first = column === 'symbol' ? 'ascending' : 'descending';
  if (now?.column !== column) return { column, direction: first };
  if (now.direction !== first) return null;
  return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
}

/** Rows that change places with every price cannot be read or clicked: once a second is enough. */
const RESORT_MS = 1000;
let sortedAt = 0;
let sortedRevision = 0;

const sortRevision = computed(() => {
  const revision = quotesRevision.value;
  const now = performance.now();
  if (now - sortedAt >= RESORT_MS) {
    sortedAt = now;
    sortedRevision = revision;
  }
  return sortedRevision;
});

/** The watched symbols in the order of the rows. */
export const sortedSymbols = computed<readonly string[]>(() => {
  const { symbols } = watchlist.value;
  if (sort.value === null) return symbols;
  const { column, direction } = sort.value;
  if (column !== 'symbol') void sortRevision.value;
  return sortSymbols(symbols, column, direction, (symbol) => quoteCells(symbol).quote.peek());
});

/** Sorts by one column. Symbols without a value there come last either way. */
export function sortSymbols(
  symbols: readonly string[],
  column: Column,
  direction: Sort['direction'],
  quoteOf: (symbol: string) => Quote | null,
): readonly string[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  if (column === 'symbol') return symbols.toSorted((a, b) => sign * byName(a, b));
  const values = new Map(symbols.map((symbol) => [symbol, valueIn(quoteOf(symbol), column)]));
  return symbols.toSorted((a, b) => {
    const left = values.get(a) ?? null;
    const right = values.get(b) ?? null;
    if (left === null || right === null) {
      return left === right ? byName(a, b) : left === null ? 1 : -1;
    }
    return sign * (left - right) || byName(a, b);
  });
}

function valueIn(quote: Quote | null, column: Exclude<Column, 'symbol'>): number | null {
  const texts = {
    last: quote?.lastPrice,
    change: quote?.changePercent,
    bid: quote?.bidPrice,
    ask: quote?.askPrice,
    volume: quote?.quoteVolume,
  };
  const value = texts[column];
  return value === null || value === undefined ? null : Number(value);
}
