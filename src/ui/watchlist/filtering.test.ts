import { describe, expect, it } from 'vitest';
import { aSymbol } from '../testing/fixtures.ts';
import { countQuoteAssets, filterSymbols, isFiltering } from './filtering.ts';

const LISTED = [
  aSymbol('BTC', 'USDT'),
  aSymbol('ETH', 'USDT'),
  aSymbol('ETH', 'BTC'),
  aSymbol('BTC', 'EUR'),
];
const BY_NAME = new Map(LISTED.map((entry) => [entry.symbol, entry]));
const NAMES = [...BY_NAME.keys()];
const found = (query: string, quoteAsset: string | null = null) =>
  filterSymbols(NAMES, { query, quoteAsset }, BY_NAME);

describe('filtering the watchlist', () => {
  it.each(['usdt btc', 'BTC/usdt', 'btc-usdt', ' btcusdt '])('“%s” leaves BTCUSDT', (query) =>
    expect(found(query)).toEqual(['BTCUSDT']),
  );

  it('keeps the order of the rows', () =>
    expect(found('btc')).toEqual(['BTCUSDT', 'ETHBTC', 'BTCEUR']));

  it('asks for what a symbol is priced in, not for what its name holds', () =>
    expect(found('', 'BTC')).toEqual(['ETHBTC']));

  it('leaves everything where nothing is asked for', () => {
    expect(found(' / ')).toBe(NAMES);
    expect(isFiltering({ query: ' - ', quoteAsset: null })).toBe(false);
    expect(isFiltering({ query: '', quoteAsset: 'BTC' })).toBe(true);
  });

  it('counts what symbols are priced in', () =>
    expect(countQuoteAssets(NAMES, BY_NAME)).toEqual([
      ['USDT', 2],
      ['BTC', 1],
      ['EUR', 1],
    ]));
});
