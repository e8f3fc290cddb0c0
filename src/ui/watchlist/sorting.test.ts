import { describe, expect, it } from 'vitest';
import type { Quote } from '../../protocol/market-state.ts';
import { aQuote } from '../testing/fixtures.ts';
import { nextSort, sortSymbols } from './sorting.ts';

const QUOTES: Record<string, Quote> = {
  A: aQuote({ symbol: 'A', lastPrice: '9.5', changePercent: '-2' }),
  B: aQuote({ symbol: 'B', lastPrice: '10', changePercent: '3' }),
  C: aQuote({ symbol: 'C', lastPrice: null, changePercent: '-10' }),
};
const quoteOf = (symbol: string) => QUOTES[symbol] ?? null;

describe('sorting the watchlist', () => {
  it('compares numbers as numbers', () =>
    expect(sortSymbols(['A', 'B'], 'last', 'descending', quoteOf)).toEqual(['B', 'A']));

  it('puts what has no value last either way', () => {
    expect(sortSymbols(['C', 'A', 'B'], 'last', 'ascending', quoteOf)).toEqual(['A', 'B', 'C']);
    expect(sortSymbols(['C', 'A', 'B'], 'last', 'descending', quoteOf)).toEqual(['B', 'A', 'C']);
  });

  it('sorts by change', () =>
    expect(sortSymbols(['A', 'B', 'C'], 'change', 'ascending', quoteOf)).toEqual(['C', 'A', 'B']));

  it('sorts names without quotes', () =>
    expect(sortSymbols(['Z', 'A'], 'symbol', 'ascending', () => null)).toEqual(['A', 'Z']));

  it('goes from the natural direction to the other to none', () => {
    const first = nextSort(null, 'last');
    expect(first).toEqual({ column: 'last', direction: 'descending' });
    const second = nextSort(first, 'last');
    expect(second?.direction).toBe('ascending');
    expect(nextSort(second, 'last')).toBeNull();
    expect(nextSort(second, 'symbol')).toEqual({ column: 'symbol', direction: 'ascending' });
  });
});
