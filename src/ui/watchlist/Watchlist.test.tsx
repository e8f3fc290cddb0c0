import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { selection } from '../state/selection.ts';
import { aQuote, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Watchlist } from './Watchlist.tsx';
import { sort } from './sorting.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const SYMBOLS = ['BTCUSDT', 'ETHUSDT', 'BNBUSDT'];
const grid = () => screen.getByRole('grid', { name: 'Watchlist' });
const names = () =>
  within(grid())
    .getAllByRole('rowheader')
    .map((header) => header.textContent);
const row = (symbol: string) =>
  screen.getByRole('rowheader', { name: symbol }).closest<HTMLElement>('[role=row]') ?? grid();
const focusRow = (symbol: string) => act(() => row(symbol).focus());
const cells = (symbol: string) =>
  within(row(symbol))
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? grid(), { key });

let engine: FakeEngine;
let stop: () => void;
let frames: (() => void)[] = [];
const showFrame = () =>
  act(() => {
    for (const frame of frames.splice(0)) frame();
  });

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  sort.value = null;
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart({ watchlist: { symbols: SYMBOLS, intervals: ['1h'] } }));
  render(<Watchlist />);
});
afterEach(() => {
  cleanup();
  stop();
  vi.unstubAllGlobals();
});

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
    ]);
    expect(names()).toEqual(SYMBOLS);
  });

  it('shows quotes in the same text nodes from frame to frame', () => {
    apply({ type: 'quotesChanged', quotes: [aQuote()] });
    showFrame();
    expect(cells('BTCUSDT')).toEqual(['64,250.1', '+2.31%', '64,250', '64,250.1', '793.2M']);
    const cell = within(grid()).getByText('64,250');
    const node = cell.firstChild;
    apply({ type: 'quotesChanged', quotes: [aQuote({ bidPrice: '64249.90000000' })] });
    showFrame();
    expect(cell.firstChild).toBe(node);
    expect(cell.textContent).toBe('64,249.9');
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

  it('removes with Delete, keeps the keyboard’s place, and offers to undo', () => {
    focusRow('BTCUSDT');
    press('Delete');
    expect(engine.sent.at(-1)).toEqual({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    act(() =>
      apply({
        type: 'watchlistChanged',
        watchlist: { symbols: ['ETHUSDT', 'BNBUSDT'], intervals: ['1h'] },
      }),
    );
    expect(document.activeElement?.textContent).toContain('ETHUSDT');
    act(() => notices.value[0]?.action?.run());
    expect(engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'BTCUSDT', place: 0 });
  });

  it('sorts by a column and says so', () => {
    apply({
      type: 'quotesChanged',
      quotes: SYMBOLS.map((symbol, index) =>
        aQuote({ symbol, changePercent: String([1, 3, 2][index]) }),
      ),
    });
    showFrame();
    fireEvent.click(within(grid()).getByRole('button', { name: '24h %' }));
    expect(names()).toEqual(['ETHUSDT', 'BNBUSDT', 'BTCUSDT']);
    const header = within(grid()).getByRole('columnheader', { name: '24h %' });
    expect(header.getAttribute('aria-sort')).toBe('descending');
  });

  it('marks a symbol gone quiet', () => {
    apply({ type: 'quotesChanged', quotes: [aQuote({ isStale: true })] });
    showFrame();
    expect(row('BTCUSDT').getAttribute('data-stale')).toBe('true');
    expect(row('BTCUSDT').getAttribute('title')).toBe('Quiet for unusually long');
  });

  it('has rows only for what is in view of a long list', () => {
    const symbols = Array.from({ length: 500 }, (_, index) => `S${index}USDT`);
    act(() => apply({ type: 'watchlistChanged', watchlist: { symbols, intervals: ['1h'] } }));
    expect(grid().getAttribute('aria-rowcount')).toBe('501');
    expect(names().length).toBeLessThan(40);
  });
});
