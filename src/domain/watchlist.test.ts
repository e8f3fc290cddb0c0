import { describe, expect, it } from 'vitest';
import { MOST_SYMBOLS, parseIntervals, parseSymbol, parseSymbols } from './watchlist.ts';

describe('parseSymbol', () => {
  it.each([
    ['BTCUSDT', 'BTCUSDT'],
    ['btcusdt', 'BTCUSDT'],
    ['  ethusdt\n', 'ETHUSDT'],
    ['1000SATSUSDT', '1000SATSUSDT'],
    ['币安人生USDT', '币安人生USDT'],
    ['币安人生usdt', '币安人生USDT'],
    ['BTC_USDT-PERP', 'BTC_USDT-PERP'],
    ['A'.repeat(40), 'A'.repeat(40)],
  ])('reads %j as %s', (text, symbol) => {
    expect(parseSymbol(text, 'symbol')).toEqual({ ok: true, value: symbol });
  });

  it('reads what it gave as the same again', () => {
    for (const text of ['btcusdt', '币安人生usdt', 'straße']) {
      const first = parseSymbol(text, 'symbol');
      expect(first.ok && parseSymbol(first.value, 'symbol')).toEqual(first);
    }
  });

  it.each([
    '',
    ' ',
    'BTC/USDT',
    'BTC USDT',
    'BTCUSDT@trade',
    'BTC:USDT',
    '<b>',
    '🚀USDT',
    'BTC\u0000USDT',
    'BTC\u200BUSDT',
    'A'.repeat(41),
    'ß'.repeat(21),
    null,
    undefined,
    7,
    ['BTCUSDT'],
  ])('refuses %j by name', (value) => {
    const parsed = parseSymbol(value, 'symbols');
    expect(parsed.ok ? [] : parsed.faults).toMatchObject([
      { field: 'symbols', allowed: 'a symbol such as BTCUSDT' },
    ]);
  });
});

describe('parseSymbols', () => {
  it('keeps good names once each, in order, and reports each bad one', () => {
    const { kept, faults } = parseSymbols(
      ['ethusdt', 'B@D', 'BTCUSDT', 'ETHUSDT', null],
      'symbols',
    );
    expect(kept).toEqual(['ETHUSDT', 'BTCUSDT']);
    expect(faults.map(({ value }) => value)).toEqual(['"B@D"', 'null']);
  });

  it('keeps as many as there may be, and says how many there were', () => {
    const names = Array.from({ length: MOST_SYMBOLS + 5 }, (_, index) => `S${index}`);
    expect(parseSymbols(names.slice(0, MOST_SYMBOLS), 'symbols').faults).toEqual([]);
    const { kept, faults } = parseSymbols([...names, 'S0'], 'symbols');
    expect(kept).toEqual(names.slice(0, MOST_SYMBOLS));
    expect(faults).toEqual([
      { field: 'symbols', value: '"1005 symbols"', allowed: 'at most 1000' },
    ]);
  });

  it('of nothing is nothing', () => {
    expect(parseSymbols([], 'symbols')).toEqual({ kept: [], faults: [] });
  });
});

describe('parseIntervals', () => {
  it('keeps valid ones once each, and reports the others', () => {
    const { kept, faults } = parseIntervals(['1h', '1H', '1M', '1m', '1h'], 'intervals');
    expect(kept).toEqual(['1h', '1M', '1m']);
    expect(faults).toMatchObject([{ field: 'intervals', value: '"1H"' }]);
  });
});
