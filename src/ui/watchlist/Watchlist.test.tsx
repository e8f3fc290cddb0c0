import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import { selection } from '../state/selection.ts';
import { NOON, aQuote } from '../testing/fixtures.ts';
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

const cells = (symbol: string) =>
  within(row(symbol))
    .getAllByRole('gridcell')
    .slice(0, 5)
    .map((cell) => cell.textContent);

let page: ReturnType<typeof openWatchlist>;

beforeEach(() => {
  page = openWatchlist();
});
afterEach(() => page.close());

describe('the watchlist', () => {
  it('has the columns that it promises', () => {
    const columns = within(grid()).getAllByRole('columnheader');
    expect(columns.map((column) => column.textContent)).toEqual([
      'Symbol',
      'Last',
      '24h %',
      'Bid',
      'Ask',
      'Volume',
      '24 h',
      'Actions',
    ]);
    expect(names()).toEqual(SYMBOLS);
  });

  it('shows quotes in the same text nodes from frame to frame', () => {
    apply({ type: 'quotesChanged', quotes: [aQuote()] });
    page.showFrame();
    expect(cells('BTCUSDT')).toEqual(['64,250.10', '+2.31%', '64,250.00', '64,250.10', '793.2M']);
    const cell = within(grid()).getByText('64,250.00');
    const node = cell.firstChild;
    apply({ type: 'quotesChanged', quotes: [aQuote({ bidPrice: '64249.90000000' })] });
    page.showFrame();
    expect(cell.firstChild).toBe(node);
    expect(cell.textContent).toBe('64,249.90');
  });

  it('moves with the arrow keys and opens with Enter', () => {
    focusRow('BTCUSDT');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('ETHUSDT');
    expect(selection.value?.symbol).toBe('BTCUSDT');
    press('Enter');
    expect(selection.value?.symbol).toBe('ETHUSDT');
    press('End');
    expect(document.activeElement?.textContent).toContain('BNBUSDT');
    press('Home');
    expect(document.activeElement?.textContent).toContain('BTCUSDT');
  });

  it('reaches the buttons of a row with the right arrow, and comes back with the left one', () => {
    focusRow('BTCUSDT');
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Stop watching BTCUSDT');
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Actions for BTCUSDT');
    press('ArrowLeft');
    press('ArrowLeft');
    expect(document.activeElement).toBe(row('BTCUSDT'));
  });

  it('removes with Delete, keeps the keyboard’s place, and offers to undo', () => {
    focusRow('BTCUSDT');
    press('Delete');
    expect(page.engine.sent.at(-1)).toEqual({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    watch(['ETHUSDT', 'BNBUSDT']);
    expect(document.activeElement?.textContent).toContain('ETHUSDT');
    act(() => notices.value[0]?.action?.run());
    expect(page.engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'BTCUSDT', place: 0 });
  });

  it('says since when a symbol is quiet, and that one is halted', () => {
    const quote = aQuote({ isStale: true, receivedAt: NOON });
    act(() => apply({ type: 'quotesChanged', quotes: [quote] }));
    page.showFrame();
    expect(row('BTCUSDT').getAttribute('data-stale')).toBe('true');
    expect(row('BTCUSDT').getAttribute('title')).toMatch(/^quiet since .*\d\d:\d\d$/);
    watch(['BTCUSDT', 'LUNAUSDT']);
    expect(row('LUNAUSDT').getAttribute('title')).toBe('trading halted');
  });

  it('draws the course of 24 hours, and says it', () => {
    const sparklines = [{ symbol: 'BTCUSDT', closes: [100, 98.5, 97] }];
    act(() => apply({ type: 'sparklinesChanged', sparklines }));
    const drawn = within(row('BTCUSDT')).getByRole('img');
    expect(drawn.getAttribute('aria-label')).toBe('from 100.00 to 97.00 in 24 hours');
    expect(drawn.getAttribute('data-trend')).toBe('down');
  });

  it('has rows only for what is in view of a long list', () => {
    watch(Array.from({ length: 500 }, (_, index) => `S${index}USDT`));
    expect(grid().getAttribute('aria-rowcount')).toBe('501');
    expect(names().length).toBeLessThan(40);
  });

  it('opens the quick alert at the present price', async () => {
    act(() => apply({ type: 'quotesChanged', quotes: [aQuote()] }));
    click('Actions for BTCUSDT');
    await screen.findByRole('menu');
    fireEvent.click(screen.getByRole('menuitem', { name: /Alert me at this price/ }));
    expect(quickAlertRequest.value).toEqual({ symbol: 'BTCUSDT', price: '64250.10000000' });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('hides and shows columns', async () => {
    click('View');
    await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bid' }));
    expect(within(grid()).queryByRole('columnheader', { name: 'Bid' })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bid' }));
    expect(within(grid()).getByRole('columnheader', { name: 'Bid' })).toBeTruthy();
  });
});
