import { describe, expect, it } from 'vitest';
import type { ConsensusReport, Trend } from '../../protocol/market-state.ts';
import { aConsensus } from '../testing/a-consensus.ts';
import { nextSort, orderSymbols } from './matrix-order.ts';

const reports = (entries: readonly [string, number, Trend | null][]) =>
  new Map<string, ConsensusReport>(
    entries.map(([symbol, value, trend]) => [
      `${symbol}@1h`,
      aConsensus({ symbol, interval: '1h', value, trend }),
    ]),
  );
const symbols = ['A', 'B', 'C', 'D'];
const known = reports([
  ['A', 0, 'down'],
  ['B', -0.5, 'up'],
  ['C', 0.7, null],
]);

describe('the order of the matrix', () => {
  it('is the user’s own until it is sorted', () => {
    expect(orderSymbols(symbols, null, known)).toBe(symbols);
  });

  it('is by consensus, then by trend, then as it was', () => {
    const sort = { interval: '1h', direction: 'descending' } as const;
    expect(orderSymbols(symbols, sort, known)).toEqual(['C', 'D', 'A', 'B']);
    expect(orderSymbols(symbols, { ...sort, direction: 'ascending' }, known)).toEqual([
      'B',
      'A',
      'D',
      'C',
    ]);
    expect(orderSymbols(symbols, { ...sort, interval: '4h' }, known)).toEqual(symbols);
  });

  it('goes through most bought, most sold and unsorted', () => {
    const first = nextSort(null, '1h');
    const second = nextSort(first, '1h');
    expect([first?.direction, second?.direction]).toEqual(['descending', 'ascending']);
    expect(nextSort(second, '1h')).toBeNull();
    expect(nextSort(first, '4h')).toEqual({ interval: '4h', direction: 'descending' });
  });
});
