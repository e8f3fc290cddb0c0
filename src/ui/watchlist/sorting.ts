import type { Quote } from '../../protocol/market-state.ts';
import { createTurnover } from '../search/turnover.ts';
import type { SortColumn } from './columns.ts';

export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** Where values come from: the newest quotes, and what each symbol is priced in. */
export interface SortSource {
  readonly quoteOf: (symbol: string) => Quote | undefined;
  readonly quoteAssetOf: (symbol: string) => string | null;
}

/** A header's next state: names start at A, numbers at the largest; the third press is no order. */
export function nextSort(now: Sort | null, column: SortColumn): Sort | null {
  const first = column === 'symbol' ? 'ascending' : 'descending';
  if (now?.column !== column) return { column, direction: first };
  if (now.direction !== first) return null;
  return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
}

/** Sorts by one column. Symbols without a value there come last either way. */
export function sortSymbols(
  symbols: readonly string[],
  { column, direction }: Sort,
  source: SortSource,
): readonly string[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  if (column === 'symbol') return symbols.toSorted((a, b) => sign * byName(a, b));
  const valueOf = valuesIn(column, source);
  const values = symbols.map((symbol) => ({ symbol, value: valueOf(symbol) }));
  return values
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        return a.value === b.value ? byName(a.symbol, b.symbol) : a.value === null ? 1 : -1;
      }
      return sign * (a.value - b.value) || byName(a.symbol, b.symbol);
    })
    .map(({ symbol }) => symbol);
}

function valuesIn(
  column: Exclude<SortColumn, 'symbol'>,
  { quoteOf, quoteAssetOf }: SortSource,
): (symbol: string) => number | null {
  if (column === 'volume') {
    const turnover = createTurnover(quoteOf);
    return (symbol) => turnover(symbol, quoteAssetOf(symbol));
  }
  const field = (
    { last: 'lastPrice', change: 'changePercent', bid: 'bidPrice', ask: 'askPrice' } as const
  )[column];
  return (symbol) => {
    const value = quoteOf(symbol)?.[field];
    return value === null || value === undefined ? null : Number(value);
  };
}

/** Whether two orders are the same, so that nothing need be drawn again. */
export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((symbol, index) => symbol === b[index]);
}
