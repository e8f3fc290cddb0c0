import { describe, expect, it } from 'vitest';
import { fault } from '../domain/result.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import { changeWatchlist } from './watch-command.ts';

const WATCHED: Watchlist = { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1h'] };
const anything = () => undefined;

describe('a command about the watchlist', () => {
  it('adds a symbol at the end, or at a place', () => {
    const { watchlist } = changeWatchlist(
      WATCHED,
      { type: 'watchSymbol', symbol: ' solusdt ' },
      anything,
    );
    expect(watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT', 'SOLUSDT']);
    const first = { type: 'watchSymbol', symbol: 'SOLUSDT', place: 0 } as const;
    expect(changeWatchlist(WATCHED, first, anything).watchlist.symbols[0]).toBe('SOLUSDT');
  });

  it('changes nothing for a symbol that is watched already', () => {
    const again = { type: 'watchSymbol', symbol: 'BTCUSDT' } as const;
    expect(changeWatchlist(WATCHED, again, anything)).toEqual({ watchlist: WATCHED, faults: [] });
  });

  it('takes no more symbols than a watchlist has room for', () => {
    const symbols = Array.from({ length: 1000 }, (_, index) => `S${index}USDT`);
    const full: Watchlist = { symbols, intervals: ['1h'] };
    const more = changeWatchlist(full, { type: 'watchSymbol', symbol: 'BTCUSDT' }, anything);
    expect(more.watchlist).toBe(full);
    expect(more.faults).toMatchObject([{ field: 'symbol', allowed: 'at most 1000 symbols' }]);
  });

  it('refuses a symbol that is no name, or that the exchange does not trade', () => {
    const unlisted = fault('symbol', 'NOPE', 'a symbol that the exchange lists');
    for (const symbol of ['BTC/USDT', '', 'NOPE']) {
      const change = changeWatchlist(WATCHED, { type: 'watchSymbol', symbol }, () => unlisted);
      expect(change.watchlist).toBe(WATCHED);
      expect(change.faults).toHaveLength(1);
    }
  });

  it('removes a symbol', () => {
    const remove = { type: 'unwatchSymbol', symbol: 'BTCUSDT' } as const;
    expect(changeWatchlist(WATCHED, remove, anything).watchlist.symbols).toEqual(['ETHUSDT']);
  });

  it('sorts intervals, refuses wrong ones with the list of right ones, and keeps the others', () => {
    const intervals = ['4h', '1H', '1m', '4h'];
    const change = changeWatchlist(WATCHED, { type: 'changeIntervals', intervals }, anything);
    expect(change.watchlist.intervals).toEqual(['1m', '4h']);
    expect(change.faults).toMatchObject([
      { value: '"1H"', allowed: expect.stringContaining('1s, 1m, 3m') },
    ]);
  });

  it('never leaves the watchlist without an interval', () => {
    for (const intervals of [[], ['2m']]) {
      const change = changeWatchlist(WATCHED, { type: 'changeIntervals', intervals }, anything);
      expect(change.watchlist).toBe(WATCHED);
      expect(change.faults).toHaveLength(1);
    }
  });
});
