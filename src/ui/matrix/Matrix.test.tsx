import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeriesState } from '../../protocol/market-state.ts';
import { apply } from '../state/apply.ts';
import { consensusReports } from '../state/consensus.ts';
import { select, selection } from '../state/selection.ts';
import { seriesReports } from '../state/series.ts';
import { aConsensus } from '../testing/a-consensus.ts';
import { anEngineStart } from '../testing/fixtures.ts';
import { Matrix } from './Matrix.tsx';
import { matrixSort } from './matrix-state.ts';

const grid = () => screen.getByRole('grid', { name: 'Matrix of symbols and intervals' });
const cell = (name: string | RegExp) => within(grid()).getByRole('gridcell', { name });
const rowNames = () =>
  within(grid())
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
const focused = () => document.activeElement?.getAttribute('aria-label');
const press = (key: string, part = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...part });
const report = (part: Parameters<typeof aConsensus>[0]) =>
  act(() => apply({ type: 'consensusChanged', consensus: [aConsensus(part)] }));
const series = (symbol: string, interval: '1h' | '4h', state: SeriesState) =>
  act(() =>
    apply({
      type: 'seriesChanged',
      series: [{ symbol, interval, state, candles: 500, reason: '', missing: [] }],
    }),
  );

beforeEach(() => {
  localStorage.clear();
  matrixSort.value = null;
  consensusReports.value = new Map();
  seriesReports.value = new Map();
  apply(anEngineStart());
  select({ symbol: 'BTCUSDT', interval: '1h' });
  render(<Matrix />);
});
afterEach(cleanup);

describe('the matrix', () => {
  it('has a row for each symbol and a column for each interval', () => {
    expect(rowNames()).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(
      within(grid())
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Symbol', '1h', '4h']);
    expect(grid().getAttribute('aria-rowcount')).toBe('3');
    expect(grid().getAttribute('aria-colcount')).toBe('3');
  });

  it('says of each series what its rules say and where it is going', () => {
    series('BTCUSDT', '1h', 'live');
    report({});
    const found = cell('BTCUSDT 1h: 3 buy, 1 sell, consensus +0.42, trend up');
    expect(found.textContent).toBe('+0.42');
    expect(found.dataset['side']).toBe('buy');
    series('ETHUSDT', '4h', 'live');
    report({ symbol: 'ETHUSDT', interval: '4h', buy: 0, sell: 0, value: 0, trend: 'flat' });
    expect(cell('ETHUSDT 4h: no rule speaks, trend flat').textContent).toBe('–');
    report({ symbol: 'ETHUSDT', interval: '4h', buy: 0, sell: 1, value: -1, trend: null });
    const sold = cell('ETHUSDT 4h: 0 buy, 1 sell, consensus −1.00, trend not known yet');
    expect(sold.dataset['side']).toBe('sell');
  });

  it('says which series are not ready', () => {
    expect(cell('BTCUSDT 1h: Loading history').textContent).toBe('…');
    series('BTCUSDT', '1h', 'live');
    report({});
    expect(cell(/^BTCUSDT 1h/).dataset['ready']).toBe('true');
    series('BTCUSDT', '1h', 'gap');
    const found = cell('BTCUSDT 1h: 3 buy, 1 sell, consensus +0.42, trend up, Filling a gap');
    expect(found.dataset['ready']).toBe('false');
  });

  it('shows a series on the chart by a click, and marks it', () => {
    expect(cell(/^BTCUSDT 1h/).getAttribute('aria-selected')).toBe('true');
    fireEvent.click(cell(/^ETHUSDT 4h/));
    expect(selection.value).toEqual({ symbol: 'ETHUSDT', interval: '4h' });
    expect(cell(/^ETHUSDT 4h/).getAttribute('aria-selected')).toBe('true');
    expect(cell(/^BTCUSDT 1h/).getAttribute('aria-selected')).toBe('false');
  });

  it('is one stop of the tab key; arrows move within it, Enter shows', () => {
    const stops = within(grid())
      .getAllByRole('gridcell')
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    act(() => stops[0]?.focus());
    press('ArrowRight');
    expect(focused()).toMatch(/^BTCUSDT 4h/);
    press('ArrowDown');
    expect(focused()).toMatch(/^ETHUSDT 4h/);
    press('Home', { ctrlKey: true });
    expect(focused()).toMatch(/^BTCUSDT 1h/);
    press('End', { ctrlKey: true });
    press('Enter');
    expect(selection.value).toEqual({ symbol: 'ETHUSDT', interval: '4h' });
  });

  it('is sorted by the consensus on an interval', () => {
    report({ symbol: 'BTCUSDT', value: -0.3 });
    report({ symbol: 'ETHUSDT', value: 0.8 });
    const head = within(grid()).getByRole('columnheader', { name: '1h' });
    fireEvent.click(within(head).getByRole('button'));
    expect(rowNames()).toEqual(['ETHUSDT', 'BTCUSDT']);
    expect(head.getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(within(head).getByRole('button'));
    expect(rowNames()).toEqual(['BTCUSDT', 'ETHUSDT']);
  });

  it('says what the trend is', () => {
    expect(screen.getByText(/closed above EMA\(50\)/)).toBeTruthy();
  });

  it('says what to do where nothing is watched', () => {
    act(() => apply({ type: 'watchlistChanged', watchlist: { symbols: [], intervals: ['1h'] } }));
    expect(screen.getByText(/^Watch a symbol/)).toBeTruthy();
  });
});
