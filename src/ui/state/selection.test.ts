import { beforeEach, describe, expect, it } from 'vitest';
import type { Watchlist } from '../../domain/watchlist.ts';
import { lastSymbol, rememberSymbol } from './chart-options.ts';
import { keepSelectionIn, select, selectInterval, selectSymbol, selection } from './selection.ts';

const NONE: Watchlist = { symbols: [], intervals: [] };
const WATCHED: Watchlist = { symbols: ['A', 'B', 'C'], intervals: ['1h', '4h'] };

beforeEach(() => {
  select(null);
  rememberSymbol('A');
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

  it('starts at the symbol of the last visit, while that is watched', () => {
    selectSymbol('C');
    select(null);
    expect(lastSymbol()).toBe('C');
    keepSelectionIn(NONE, WATCHED);
    expect(selection.value?.symbol).toBe('C');
    select(null);
    keepSelectionIn(NONE, { ...WATCHED, symbols: ['A'] });
    expect(selection.value?.symbol).toBe('A');
  });

  it('comes back to the interval that was chosen for a symbol, and to no other', () => {
    selectSymbol('C');
    selectInterval('15m');
    selectSymbol('A');
    selectInterval('4h');
    selectSymbol('C');
    expect(selection.value).toEqual({ symbol: 'C', interval: '15m' });
    keepSelectionIn(WATCHED, { ...WATCHED, symbols: ['C', 'A'] });
    expect(selection.value).toEqual({ symbol: 'C', interval: '15m' });
  });

  it('leaves an interval that is not watched any more', () => {
    selectSymbol('B');
    selectInterval('4h');
    keepSelectionIn(WATCHED, { ...WATCHED, intervals: ['1h'] });
    expect(selection.value).toEqual({ symbol: 'B', interval: '1h' });
  });

  it('stays on a symbol of the whole market that is not watched', () => {
    selectSymbol('X');
    keepSelectionIn(WATCHED, { ...WATCHED, symbols: ['A'] });
    expect(selection.value?.symbol).toBe('X');
  });

  it('is empty with an empty watchlist', () => {
    keepSelectionIn(WATCHED, NONE);
    expect(selection.value).toBeNull();
  });
});
