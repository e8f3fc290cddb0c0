import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_SYMBOLS } from '../../domain/watchlist.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import {
  ENGINE_START,
  SYMBOLS,
  click,
  names,
  openWatchlist,
  watch,
} from '../testing/watchlist-page.tsx';

let page: ReturnType<typeof openWatchlist>;

beforeEach(() => {
  page = openWatchlist();
});
afterEach(() => page.close());

describe('the whole market', () => {
  const sentOf = (type: string) => page.engine.sent.filter((command) => command.type === type);

  it('is every symbol that is traded, asked of the engine while it is shown', () => {
    click('Whole market');
    click('Symbol');
    expect(names()).toEqual(['BNBUSDT', 'BTCUSDT', 'ETHBTC', 'ETHUSDT', 'SOLUSDT']);
    expect(sentOf('showMarket')).toEqual([{ type: 'showMarket', isShown: true }]);
    click('My list');
    expect(names()).toEqual(SYMBOLS);
    expect(sentOf('showMarket').at(-1)).toEqual({ type: 'showMarket', isShown: false });
  });

  it('is asked for again of a new engine', () => {
    click('Whole market');
    act(() => apply(ENGINE_START));
    expect(sentOf('showMarket')).toHaveLength(2);
  });

  it('adds to the list and removes from it by the star of a row', () => {
    click('Whole market');
    click('Watch SOLUSDT');
    expect(page.engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'SOLUSDT' });
    watch([...SYMBOLS, 'SOLUSDT']);
    click('Stop watching SOLUSDT');
    expect(page.engine.sent.at(-1)).toEqual({ type: 'unwatchSymbol', symbol: 'SOLUSDT' });
  });

  it('says that the list is full', () => {
    watch(Array.from({ length: MOST_SYMBOLS }, (_, index) => `S${index}USDT`));
    click('Whole market');
    const before = page.engine.sent.length;
    click('Watch SOLUSDT');
    expect(page.engine.sent).toHaveLength(before);
    expect(notices.value[0]?.message).toContain('it holds 1,000 symbols');
  });

  it('tells the engine which rows are seen, once the view rests', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    watch([...SYMBOLS, 'SOLUSDT']);
    act(() => void vi.advanceTimersByTime(400));
    const symbols = [...SYMBOLS, 'SOLUSDT'];
    expect(sentOf('showSymbols').at(-1)).toEqual({ type: 'showSymbols', symbols });
  });

  it('waits for the list of symbols, and says why it does not come', () => {
    act(() => apply({ type: 'symbolsListed', symbols: [] }));
    click('Whole market');
    expect(screen.getByText(/Waiting for the exchange’s list/)).toBeTruthy();
    const limitation = { limitation: 'symbol-list', reason: 'no answer' } as const;
    act(() => apply({ type: 'limitationFound', ...limitation }));
    expect(screen.getByText(/has not come: no answer/)).toBeTruthy();
  });
});

describe('the filter', () => {
  const type = (value: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: 'Filter the symbols' }), {
      target: { value },
    });

  it('leaves what matches, in any order of words', async () => {
    click('Filter');
    await screen.findByRole('textbox', { name: 'Filter the symbols' });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    type('usdt eth');
    expect(names()).toEqual(['ETHUSDT']);
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  it('leaves what is priced in one asset', async () => {
    click('Whole market');
    click('Filter');
    await screen.findByRole('textbox', { name: 'Filter the symbols' });
    const choice = screen.getByRole('combobox', { name: 'Quote asset' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['All quotes', 'USDT (4)', 'BTC (1)']);
    fireEvent.change(choice, { target: { value: 'BTC' } });
    expect(names()).toEqual(['ETHBTC']);
  });

  it('says when nothing is left, and can be cleared there', async () => {
    click('Filter');
    await screen.findByRole('textbox', { name: 'Filter the symbols' });
    type('nosuch');
    expect(screen.queryByRole('grid')).toBeNull();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filter' });
    if (clear) fireEvent.click(clear);
    expect(names()).toEqual(SYMBOLS);
  });
});
