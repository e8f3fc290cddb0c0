import { describe, expect, it } from 'vitest';
import { dropTargetAt } from './drop-target.ts';
import type { Item } from './items.ts';
import { offsetsOf } from './windowing.ts';

const ROW = 10;
const drop = (height: number, symbol: string, items: readonly Item[]) =>
  dropTargetAt(
    height,
    symbol,
    items,
    offsetsOf(
      items.map(() => ROW),
      items.length,
    ),
  );
const LIST = ['A', 'B', 'C', 'D'];
const USDT = { quoteAsset: 'USDT', count: 2, isCollapsed: false };
const BTC = { quoteAsset: 'BTC', count: 2, isCollapsed: false };

describe('where a row is dropped', () => {
  it.each([
    [1, 'C', { place: { before: 'A' }, lineAt: 0 }],
    [7, 'C', { place: { after: 'A' }, lineAt: 10 }],
    [38, 'A', { place: { after: 'D' }, lineAt: 40 }],
    [999, 'A', { place: { after: 'D' }, lineAt: 40 }],
    [-50, 'D', { place: { before: 'A' }, lineAt: 0 }],
  ])('at %s, %s', (height, symbol, target) => expect(drop(height, symbol, LIST)).toEqual(target));

  it.each([
    [15, 'B'],
    [21, 'B'],
    [9, 'B'],
    [5, 'NOSUCH'],
  ])('at %s, %s stays', (height, symbol) => expect(drop(height, symbol, LIST)).toBeNull());

  it('is inside of its group', () => {
    const items = [USDT, 'A', 'B', BTC, 'C', 'D'];
    expect(drop(55, 'A', items)).toEqual({ place: { after: 'B' }, lineAt: 30 });
    expect(drop(0, 'D', items)).toEqual({ place: { before: 'C' }, lineAt: 40 });
  });
});
