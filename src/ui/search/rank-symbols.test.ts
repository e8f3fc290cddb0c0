import { describe, expect, it } from 'vitest';
import { aSymbol } from '../testing/fixtures.ts';
import { MOST_RESULTS, rankSymbols } from './rank-symbols.ts';

const LISTED = [
  aSymbol('BTC', 'USDT'),
  aSymbol('BTC', 'EUR'),
  aSymbol('ETH', 'BTC'),
  aSymbol('ETH', 'USDT'),
  aSymbol('BTCST', 'USDT', 'BREAK'),
  aSymbol('WBTC', 'USDT'),
  aSymbol('币安人生', 'USDT'),
];
const found = (query: string) => rankSymbols(query, LISTED).found.map((entry) => entry.symbol);

describe('the search for symbols', () => {
  it.each(['btcusdt', 'BTC USDT', 'usdt btc', 'btc/usdt', 'btc-usdt', ' USDT  BTC ', 'usdtbtc'])(
    '“%s” finds BTCUSDT first',
    (query) => expect(found(query)[0]).toBe('BTCUSDT'),
  );

  it('puts an asset before what merely contains its name', () => {
    expect(found('btc')).toEqual(['BTCUSDT', 'BTCEUR', 'ETHBTC', 'BTCSTUSDT', 'WBTCUSDT']);
  });

  it('puts what is traded most first among equals, and what is not traded last', () => {
    const turnovers: Record<string, number> = { BTCEUR: 5e9, BTCUSDT: 1e9, ETHBTC: 1e12 };
    const ranked = rankSymbols('btc', LISTED, (symbol) => turnovers[symbol] ?? null).found;
    expect(ranked.map(({ symbol }) => symbol).slice(0, 3)).toEqual(['BTCEUR', 'BTCUSDT', 'ETHBTC']);
    const halted = [aSymbol('SOL', 'USDT', 'HALT'), aSymbol('SOL', 'TRY')];
    expect(rankSymbols('sol', halted).found.map(({ symbol }) => symbol)).toEqual([
      'SOLTRY',
      'SOLUSDT',
    ]);
  });

  it('wants every word', () => expect(found('eth eur')).toEqual([]));

  it('finds while typing', () => expect(found('ethus')[0]).toBe('ETHUSDT'));

  it('finds names in any script', () => expect(found('币安')).toEqual(['币安人生USDT']));

  it('finds nothing for nothing', () => expect(found('  / ')).toEqual([]));

  it('shows no more than a list can hold, and says how many there are', () => {
    const many = Array.from({ length: 500 }, (_, index) => aSymbol(`A${index}`, 'USDT'));
    const { found: shown, total } = rankSymbols('a', many);
    expect(shown).toHaveLength(MOST_RESULTS);
    expect(total).toBe(500);
  });
});
