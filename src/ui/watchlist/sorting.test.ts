import { describe, expect, it } from 'vitest';
import type { Quote } from '../../protocol/market-state.ts';
import { aQuote } from '../testing/fixtures.ts';
import { isSameOrder, nextSort, sortSymbols } from './sorting.ts';
import type { Sort } from './sorting.ts';

const QUOTES: Record<string, Quote> = {
  A: aQuote({ symbol: 'A', lastPrice: '9.5', changePercent: '-2', quoteVolume: '900' }),
  B: aQuote({ symbol: 'B', lastPrice: '10', changePercent: '3', quoteVolume: '3' }),
  C: aQuote({ symbol: 'C', lastPrice: null, changePercent: '-10', quoteVolume: null }),
  BTCUSDT: aQuote({ lastPrice: '60000' }),
};
const SOURCE = {
  quoteOf: (symbol: string) => QUOTES[symbol],
  quoteAssetOf: (symbol: string) => (symbol === 'B' ? 'BTC' : 'USDT'),
};
const sorted = (symbols: readonly string[], column: Sort['column'], direction: Sort['direction']) =>
  sortSymbols(symbols, { column, direction }, SOURCE);

describe('sorting the watchlist', () => {
  it('compares numbers as numbers', () =>
    expect(sorted(['A', 'B'], 'last', 'descending')).toEqual(['B', 'A']));

  it('puts what has no value last either way', () => {
    expect(sorted(['C', 'A', 'B'], 'last', 'ascending')).toEqual(['A', 'B', 'C']);
    expect(sorted(['C', 'A', 'B'], 'last', 'descending')).toEqual(['B', 'A', 'C']);
  });

  it('sorts by change', () =>
    expect(sorted(['A', 'B', 'C'], 'change', 'ascending')).toEqual(['C', 'A', 'B']));

  it('sorts turnovers by what they are worth, whatever they are counted in', () =>
    expect(sorted(['A', 'B', 'C'], 'volume', 'descending')).toEqual(['B', 'A', 'C']));

  it('sorts names without quotes', () =>
    expect(sorted(['Z', 'X'], 'symbol', 'ascending')).toEqual(['X', 'Z']));

  it('goes from the natural direction to the other to none', () => {
    const first = nextSort(null, 'last');
    expect(first).toEqual({ column: 'last', direction: 'descending' });
    const second = nextSort(first, 'last');
    expect(second?.direction).toBe('ascending');
    expect(nextSort(second, 'last')).toBeNull();
    expect(nextSort(second, 'symbol')).toEqual({ column: 'symbol', direction: 'ascending' });
  });

  it('knows an order that did not change', () => {
    expect(isSameOrder(['A', 'B'], ['A', 'B'])).toBe(true);
    expect(isSameOrder(['A', 'B'], ['B', 'A'])).toBe(false);
    expect(isSameOrder(['A'], ['A', 'B'])).toBe(false);
  });
});
