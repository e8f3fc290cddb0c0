import { beforeEach, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../domain/watchlist.ts';
import { keepSelectionIn, select, selectInterval, selectSymbol, selection } from './selection.ts';

const NONE: Watchlist = { symbols: [], intervals: [] };
const WATCHED: Watchlist = { symbols: ['A', 'B', 'C'], intervals: ['1h', '4h'] };

beforeEach(() => {
  select(null);
  keepSelectionIn(NONE, WATCHED);
});

describe('the selection', () => {
  it('starts at the first symbol and interval', () =>
    expect(selection.value).toEqual({ symbol: 'A', interval: '1h' }));

  it('changes symbol and interval apart', () => {
    selectSymbol('B');
    selectInterval('4h');
    expect(selection.value).toEqual({ symbol: 'B', interval: '4h' });
  });

  it('moves to the neighbour of a removed symbol', () => {
    selectSymbol('B');
    keepSelectionIn(WATCHED, { ...WATCHED, symbols: ['A', 'C'] });
    expect(selection.value?.symbol).toBe('C');
    keepSelectionIn({ ...WATCHED, symbols: ['A', 'C'] }, { ...WATCHED, symbols: ['A'] });
    expect(selection.value?.symbol).toBe('A');
  });

  it('stays the same object when nothing changed, so that nothing is asked for again', () => {
    const before = selection.value;
    keepSelectionIn(WATCHED, { ...WATCHED, symbols: ['Z', 'A'] });
    expect(selection.value).toBe(before);
  });

  it('is empty with an empty watchlist', () => {
    keepSelectionIn(WATCHED, NONE);
    expect(selection.value).toBeNull();
  });
});
