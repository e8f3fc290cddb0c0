import { describe, expect, it } from 'vitest';
import { moveSymbol, placeFor } from './arranging.ts';
import type { Move } from './arranging.ts';

const LIST = ['A', 'B', 'C', 'D', 'E'];
const moved = (move: Move, symbol: string, shown: readonly string[] = LIST) => {
  const place = placeFor(move, symbol, shown);
  return place && moveSymbol(LIST, symbol, place).join('');
};

describe('moving a symbol', () => {
  it.each([
    ['up', 'C', 'ACBDE'],
    ['down', 'C', 'ABDCE'],
    ['top', 'C', 'CABDE'],
    ['bottom', 'C', 'ABDEC'],
  ] as const)('%s moves %s to %s', (move, symbol, list) => expect(moved(move, symbol)).toBe(list));

  it('ends at the ends', () => {
    expect(moved('up', 'A')).toBeNull();
    expect(moved('top', 'A')).toBeNull();
    expect(moved('down', 'E')).toBeNull();
    expect(moved('bottom', 'E')).toBeNull();
  });

  it('goes past what is seen, where some are filtered out', () => {
    expect(moved('up', 'E', ['A', 'C', 'E'])).toBe('ABECD');
    expect(moved('down', 'A', ['A', 'C', 'E'])).toBe('BCADE');
  });

  it('leaves the very list where nothing moves', () => {
    expect(moveSymbol(LIST, 'B', { before: 'B' })).toBe(LIST);
    expect(moveSymbol(LIST, 'B', { after: 'A' })).toBe(LIST);
    expect(moveSymbol(LIST, 'X', { after: 'A' })).toBe(LIST);
    expect(moveSymbol(LIST, 'B', { after: 'X' })).toBe(LIST);
  });
});
