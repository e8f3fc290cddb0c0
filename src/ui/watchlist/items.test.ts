import { describe, expect, it } from 'vitest';
import { groupItems, itemKey } from './items.ts';

const ASSETS: Record<string, string> = { BTCUSDT: 'USDT', ETHUSDT: 'USDT', ETHBTC: 'BTC' };
const grouped = (symbols: readonly string[], collapsed: readonly string[] = []) =>
  groupItems(symbols, (symbol) => ASSETS[symbol] ?? null, new Set(collapsed));

describe('groups by quote asset', () => {
  it('have a head with a count, the largest first, and keep the order inside', () =>
    expect(grouped(['ETHBTC', 'ETHUSDT', 'BTCUSDT'])).toEqual([
      { quoteAsset: 'USDT', count: 2, isCollapsed: false },
      'ETHUSDT',
      'BTCUSDT',
      { quoteAsset: 'BTC', count: 1, isCollapsed: false },
      'ETHBTC',
    ]));

  it('keep their head and count when they are collapsed', () =>
    expect(grouped(['ETHBTC', 'BTCUSDT'], ['BTC'])).toEqual([
      { quoteAsset: 'BTC', count: 1, isCollapsed: true },
      { quoteAsset: 'USDT', count: 1, isCollapsed: false },
      'BTCUSDT',
    ]));

  it('put what is not listed into a group of its own', () =>
    expect(grouped(['NOSUCH'])[0]).toEqual({ quoteAsset: '', count: 1, isCollapsed: false }));

  it('never have the key of a symbol', () => {
    const [head, symbol] = grouped(['BTCUSDT']);
    expect([head, symbol].map((item) => item && itemKey(item))).toEqual(['group:USDT', 'BTCUSDT']);
  });
});
