import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { aQuote } from '../testing/fixtures.ts';
import {
  SYMBOLS,
  click,
  focusRow,
  grid,
  names,
  openWatchlist,
  press,
  row,
  watch,
} from '../testing/watchlist-page.tsx';

let page: ReturnType<typeof openWatchlist>;

beforeEach(() => {
  page = openWatchlist();
});
afterEach(() => page.close());

describe('the order of the watchlist', () => {
  const quoteAll = (changes: readonly number[]) => {
    const quotes = SYMBOLS.map((symbol, index) =>
      aQuote({ symbol, changePercent: String(changes[index]) }),
    );
    act(() => apply({ type: 'quotesChanged', quotes }));
    page.showFrame();
  };

  it('follows a column, and says so', () => {
    quoteAll([1, 3, 2]);
    click('24h %');
    expect(names()).toEqual(['ETHUSDT', 'BNBUSDT', 'BTCUSDT']);
    const header = within(grid()).getByRole('columnheader', { name: '24h %' });
    expect(header.getAttribute('aria-sort')).toBe('descending');
  });

  it('is found anew once a second, but not under the pointer or the keyboard', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    quoteAll([1, 3, 2]);
    click('24h %');
    const pass = () => act(() => void vi.advanceTimersByTime(1000));
    quoteAll([9, 3, 2]);
    expect(names()[0]).toBe('ETHUSDT');
    pass();
    expect(names()[0]).toBe('BTCUSDT');
    const rows = row('BTCUSDT').parentElement ?? grid();
    fireEvent.pointerEnter(rows, { pointerType: 'mouse' });
    quoteAll([1, 2, 3]);
    pass();
    expect(names()[0]).toBe('BTCUSDT');
    fireEvent.pointerLeave(rows);
    pass();
    expect(names()[0]).toBe('BNBUSDT');
    focusRow('BNBUSDT');
    quoteAll([5, 2, 3]);
    pass();
    expect(names()[0]).toBe('BNBUSDT');
    act(() => row('BNBUSDT').blur());
    pass();
    expect(names()[0]).toBe('BTCUSDT');
  });

  it('is changed by Alt and an arrow, row by row', () => {
    focusRow('ETHUSDT');
    press('ArrowUp', { altKey: true });
    const symbols = ['ETHUSDT', 'BTCUSDT', 'BNBUSDT'];
    expect(page.engine.sent.at(-1)).toEqual({ type: 'arrangeSymbols', symbols });
    watch(symbols);
    expect(document.activeElement).toBe(row('ETHUSDT'));
    expect(screen.getByText('ETHUSDT is now 1 of 3.')).toBeTruthy();
  });

  it('is changed by the menu of a row', async () => {
    fireEvent.contextMenu(row('BTCUSDT'));
    await screen.findByRole('menu');
    expect(screen.getByRole('menuitem', { name: /Move up/ }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    fireEvent.click(screen.getByRole('menuitem', { name: /Move to the bottom/ }));
    const symbols = ['ETHUSDT', 'BNBUSDT', 'BTCUSDT'];
    expect(page.engine.sent.at(-1)).toEqual({ type: 'arrangeSymbols', symbols });
  });

  it('cannot be changed while it follows a column, and says what to do', () => {
    click('Symbol');
    focusRow('ETHUSDT');
    press('ArrowUp', { altKey: true });
    expect(page.engine.sent.some(({ type }) => type === 'arrangeSymbols')).toBe(false);
    expect(notices.value[0]?.message).toContain('own order');
    act(() => notices.value[0]?.action?.run());
    expect(names()).toEqual(SYMBOLS);
  });

  it('is inside of groups by quote asset, which open and close', async () => {
    watch([...SYMBOLS, 'ETHBTC']);
    click('View');
    await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Group by quote asset' }));
    const head = screen.getByRole('button', { name: 'USDT, 3 symbols' });
    expect(head.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(head);
    expect(names()).toEqual(['ETHBTC']);
    act(() => head.focus());
    press('ArrowRight');
    expect(names()).toEqual([...SYMBOLS, 'ETHBTC']);
  });
});
