import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { focusAlert } from '../state/alerts.ts';
import { apply } from '../state/apply.ts';
import { activeTab } from '../state/layout.ts';
import { notices } from '../state/notices.ts';
import { timeZone } from '../state/preferences.ts';
import { NOON, anAlert, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { AlertHistory } from './AlertHistory.tsx';
import { NO_FILTERS, historyFilters } from './filters.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    anAlert({ createdAt: NOON + (from + index) * 1000, candleOpenTime: from + index }),
  );
const table = () => screen.getByRole('table', { name: 'Alert history' });
const rows = () => within(table()).getAllByRole('row').slice(1);

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  timeZone.value = 'utc';
  historyFilters.value = NO_FILTERS;
  focusAlert('');
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
});
afterEach(() => {
  cleanup();
  stop();
});

const show = (alerts: readonly ReturnType<typeof anAlert>[]) => {
  apply(anEngineStart({ alerts }));
  render(<AlertHistory />);
};

describe('the alert history', () => {
  it('has the columns that it promises, and a row says it all', () => {
    show([anAlert({ signalType: 'SELL', status: 'EXPIRED', late: true })]);
    const columns = within(table()).getAllByRole('columnheader');
    expect(columns.map((column) => column.textContent)).toEqual([
      'Time',
      'Side',
      'Symbol',
      'Price',
      'Rule',
      'Interval',
      'Strength',
      'Status',
    ]);
    const [row] = rows();
    const said = within(row as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(said).toEqual([
      '22 Nov, 14:00',
      'SELL',
      'BTCUSDT',
      '64,250.1',
      'RSI leaves oversold',
      '1h',
      'Strength 0.62',
      'EXPIREDLate',
    ]);
  });

  it('shows the newest twenty, then twenty more, then asks the engine for older ones', () => {
    show(numbered(0, 45));
    expect(rows()).toHaveLength(20);
    const more = () => screen.getByRole('button', { name: 'Show more' });
    fireEvent.click(more());
    expect(rows()).toHaveLength(40);
    fireEvent.click(more());
    expect(rows()).toHaveLength(45);
    expect(engine.sent.at(-1)).toEqual({ type: 'loadHistory', before: NOON });
    act(() => apply({ type: 'historyLoaded', alerts: numbered(-5, 1), isComplete: true }));
    expect(rows()).toHaveLength(50);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('is narrowed by its filters, and offers to clear them', () => {
    show([anAlert(), anAlert({ signalType: 'SELL', symbol: 'ETHUSDT' })]);
    const filter = (name: string, value: string) =>
      fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
    filter('Filter by side', 'SELL');
    expect(rows()).toHaveLength(1);
    filter('Filter by symbol', 'BTCUSDT');
    expect(within(table()).queryAllByRole('row')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(rows()).toHaveLength(2);
  });

  it('opens a row to say why', () => {
    show([anAlert()]);
    fireEvent.click(within(table()).getByRole('button', { expanded: false }));
    expect(table().textContent).toContain('RSI(14) on 1h = 31.2, was 29.4; threshold 30');
    fireEvent.click(within(table()).getByRole('button', { expanded: true }));
    expect(table().textContent).not.toContain('threshold 30');
  });

  it('brings an alert that was asked for into view, with the focus on it', () => {
    const wanted = anAlert({ createdAt: NOON - 1000, symbol: 'ETHUSDT' });
    show([...numbered(0, 30), wanted]);
    historyFilters.value = { ...NO_FILTERS, symbol: 'BTCUSDT' };
    act(() => focusAlert(wanted.id));
    expect(rows()).toHaveLength(32);
    expect(document.activeElement?.closest('[data-highlighted="true"]')).not.toBeNull();
    expect(activeTab.value).toBe('alerts');
  });

  it('loads older history until the alert is found', () => {
    const wanted = anAlert({ createdAt: NOON - 1000, symbol: 'ETHUSDT' });
    show(numbered(0, 3));
    act(() => focusAlert(wanted.id));
    expect(engine.sent.at(-1)).toEqual({ type: 'loadHistory', before: NOON });
    act(() => apply({ type: 'historyLoaded', alerts: [wanted], isComplete: true }));
    expect(table().textContent).toContain('threshold 30');
  });

  it('gives up with a message when there is no such alert', () => {
    show(numbered(0, 3));
    act(() => focusAlert('no:such:alert'));
    const asked = engine.sent.length;
    act(() => apply({ type: 'historyLoaded', alerts: numbered(0, 1), isComplete: false }));
    expect(engine.sent).toHaveLength(asked);
    expect(notices.value[0]?.message).toContain('not in the history');
  });

  it('says that it is empty, and what will change that', () => {
    show([]);
    expect(screen.getByText('No alerts yet.')).toBeTruthy();
  });

  it('tells how strong an alert is by the formula of its rule, as long as that is there', async () => {
    const later = { ruleId: 'gone', createdAt: NOON + 1000 };
    show([anAlert(), anAlert(later)]);
    const [newest, oldest] = within(table()).getAllByRole('button');
    if (newest === undefined || oldest === undefined) throw new Error('two rows are expected');
    fireEvent.click(newest);
    expect(table().textContent).toContain('The rule that raised it is not there any more.');
    fireEvent.click(oldest);
    const formula = await screen.findByText(/^distance above the line now/);
    expect(formula.textContent).toContain('RSI(14) crosses above 30:');
    expect(table().textContent).toContain('Strength 0.62 of 1');
  });
});
