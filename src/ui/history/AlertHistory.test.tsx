import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import type { Command } from '../../protocol/messages.ts';
import { DeviceContext } from '../device-context.ts';
import { startEngine } from '../engine-client.ts';
import { focusAlert, focusedAlertId, resetAlerts } from '../state/alerts.ts';
import { apply } from '../state/apply.ts';
import { engineState } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { notices } from '../state/notices.ts';
import { timeZone } from '../state/preferences.ts';
import { createFakeDevice } from '../testing/fake-device.ts';
import {
  NOON,
  aConnection,
  anAlert,
  anEngineStart,
  createFakeEngine,
} from '../testing/fixtures.ts';
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
const rowButtons = () => within(table()).getAllByRole('button');
const scroller = () => screen.getByRole('group', { name: 'History' });

let engine: FakeEngine;
let stop: () => void;

// What is fetched on demand is there at once.
beforeAll(() =>
  Promise.all([
    import('./HistoryContents.tsx'),
    import('./HistoryTools.tsx'),
    import('./AlertDetails.tsx'),
  ]),
);
beforeEach(() => {
  timeZone.value = 'utc';
  historyFilters.value = NO_FILTERS;
  focusedAlertId.value = null;
  notices.value = [];
  engineState.value = 'starting';
  resetAlerts([]);
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
});
afterEach(() => {
  cleanup();
  stop();
});

const draw = async () => {
  render(
    <DeviceContext.Provider value={createFakeDevice().device}>
      <AlertHistory />
    </DeviceContext.Provider>,
  );
  await screen.findByRole('table', { name: 'Alert history' });
};
const show = async (alerts: readonly Alert[]) => {
  apply(anEngineStart({ alerts }));
  await draw();
};
const questions = () =>
  engine.sent.filter(
    (command): command is Extract<Command, { type: 'loadHistory' }> =>
      command.type === 'loadHistory',
  );
const isAsked = (count: number) => waitFor(() => expect(questions()).toHaveLength(count));
const answer = (alerts: readonly Alert[], isComplete: boolean) =>
  act(async () => {
    const requestId = questions().at(-1)?.requestId ?? 0;
    apply({ type: 'historyLoaded', requestId, alerts, isComplete });
    await Promise.resolve();
  });
const filter = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

describe('the alert history', () => {
  it('has the columns that it promises, and a row says it all', async () => {
    await show([anAlert({ signalType: 'SELL', status: 'EXPIRED', late: true })]);
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

  it('shows the newest twenty, more on scrolling, then asks the engine for older ones', async () => {
    await show(numbered(0, 45));
    expect(rows()).toHaveLength(20);
    expect(questions()).toEqual([]);
    fireEvent.scroll(scroller());
    expect(rows()).toHaveLength(45);
    await isAsked(1);
    expect(questions()).toMatchObject([{ before: NOON, filter: {} }]);
    await answer(numbered(-5, 1), true);
    expect(rows()).toHaveLength(50);
    expect(screen.getByText('50 alerts, all shown')).toBeTruthy();
  });

  it('asks nothing again by itself where the engine brings nothing older', async () => {
    await show(numbered(0, 3));
    await isAsked(1);
    await answer(numbered(0, 1), false);
    expect(questions()).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(questions()).toHaveLength(2);
  });

  it('of thousands of alerts only those in view exist, and each says which it is', async () => {
    await show(numbered(0, 5_000));
    fireEvent.scroll(scroller());
    expect(rows().length).toBeLessThan(100);
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(table().getAttribute('aria-rowcount')).toBe('-1');
  });

  it('is narrowed by its filters, also among what is only stored', async () => {
    await show([anAlert(), anAlert({ signalType: 'SELL', symbol: 'ETHUSDT' })]);
    await isAsked(1);
    await answer([], true);
    filter('Filter by side', 'SELL');
    expect(rows()).toHaveLength(1);
    filter('Filter by symbol', 'BTCUSDT');
    expect(within(table()).queryAllByRole('row')).toHaveLength(1);
    fireEvent.click(within(scroller()).getByRole('button', { name: 'Clear filters' }));
    expect(rows()).toHaveLength(2);
  });

  it('asks the engine for what matches and is not loaded', async () => {
    await show(numbered(0, 30));
    filter('Filter by side', 'SELL');
    await isAsked(1);
    expect(questions().at(-1)).toMatchObject({ before: NOON, filter: { signalType: 'SELL' } });
    const sold = anAlert({ signalType: 'SELL', createdAt: NOON - 90_000_000 });
    await answer([sold], true);
    expect(rows()).toHaveLength(1);
    filter('Filter by status', 'DISMISSED');
    await isAsked(2);
    expect(questions().at(-1)).toMatchObject({
      filter: { signalType: 'SELL', status: 'DISMISSED' },
    });
    await answer([], true);
    fireEvent.click(within(scroller()).getByRole('button', { name: 'Clear filters' }));
    expect(rows()).toHaveLength(20);
  });

  it('an answer to a filter that was changed meanwhile is not shown', async () => {
    await show(numbered(0, 30));
    filter('Filter by side', 'SELL');
    await isAsked(1);
    const first = questions().at(-1)?.requestId ?? 0;
    filter('Filter by side', '');
    const alerts = [anAlert({ signalType: 'SELL', createdAt: NOON - 1000 })];
    await act(async () => {
      apply({ type: 'historyLoaded', requestId: first, alerts, isComplete: true });
      await Promise.resolve();
    });
    fireEvent.scroll(scroller());
    expect(rows()).toHaveLength(30);
  });

  it('is narrowed to a span of time, on the clock that is shown', async () => {
    await show(numbered(0, 30));
    filter('Filter by time', 'between');
    const from = screen.getByLabelText('From');
    fireEvent.change(from, { target: { value: '2025-11-22T14:01' } });
    expect(historyFilters.value.since).toBe(NOON + 60_000);
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2025-11-22T14:00' } });
    expect(historyFilters.value.until).toBe(NOON + 59_999);
    expect(screen.getByRole('alert').textContent).toContain('after the end');
  });

  it('is walked through with the arrow keys; one row takes the Tab key', async () => {
    await show(numbered(0, 5));
    const stops = () => rowButtons().filter((button) => button.tabIndex === 0);
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? table(), { key });
    expect(stops()).toEqual([rowButtons()[0]]);
    act(() => stops()[0]?.focus());
    press('ArrowDown');
    expect(document.activeElement).toBe(rowButtons()[1]);
    press('End');
    expect(document.activeElement).toBe(rowButtons()[4]);
    press('ArrowUp');
    press('Home');
    expect(document.activeElement).toBe(rowButtons()[0]);
    expect(stops()).toEqual([rowButtons()[0]]);
  });

  it('opens a row to say why, and Escape closes it', async () => {
    await show([anAlert()]);
    fireEvent.click(within(table()).getByRole('button', { expanded: false }));
    expect(await screen.findByText(/was 29.4; threshold 30/)).toBeTruthy();
    const question = () => engine.sent.find(({ type }) => type === 'fetchCandles');
    await waitFor(() =>
      expect(question()).toMatchObject({ symbol: 'BTCUSDT', interval: '1h', limit: 100 }),
    );
    fireEvent.keyDown(screen.getByText(/threshold 30/), { key: 'Escape' });
    expect(table().textContent).not.toContain('threshold 30');
    expect(document.activeElement).toBe(rowButtons()[0]);
  });

  it('says why the candles of that moment are missing, and asks again on demand', async () => {
    await show([anAlert()]);
    fireEvent.click(within(table()).getByRole('button', { expanded: false }));
    await screen.findByText(/Fetching the candles/);
    const asked = () => engine.sent.filter(({ type }) => type === 'fetchCandles');
    await waitFor(() => expect(asked()).toHaveLength(1));
    const [first] = asked();
    if (first?.type !== 'fetchCandles') throw new Error('candles are asked for');
    const none = new Float64Array();
    const columns = {
      openTime: none,
      open: none,
      high: none,
      low: none,
      close: none,
      volume: none,
    };
    const { requestId } = first;
    act(() => apply({ type: 'candlesFetched', requestId, columns, reason: 'HTTP 503' }));
    expect(await screen.findByText(/could not be fetched: HTTP 503/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
  });

  it('brings an alert that was asked for into view, with the focus on it', async () => {
    const wanted = anAlert({ createdAt: NOON - 1000, symbol: 'ETHUSDT' });
    await show([...numbered(0, 30), wanted]);
    historyFilters.value = { ...NO_FILTERS, symbol: 'BTCUSDT' };
    act(() => focusAlert(wanted.id));
    await screen.findByText('ETHUSDT', { selector: 'td' });
    expect(document.activeElement?.closest('[data-highlighted="true"]')).not.toBeNull();
    expect(activeTab.value).toBe('alerts');
  });

  it('loads older history until the alert is found', async () => {
    const wanted = anAlert({ createdAt: NOON - 1000, symbol: 'ETHUSDT' });
    await show(numbered(0, 30));
    act(() => focusAlert(wanted.id));
    await isAsked(1);
    await answer([wanted], true);
    expect(await screen.findByText(/threshold 30/)).toBeTruthy();
  });

  it('gives up with a message when there is no such alert', async () => {
    await show(numbered(0, 30));
    act(() => focusAlert('no:such:alert'));
    await isAsked(1);
    await answer(numbered(0, 1), false);
    expect(questions()).toHaveLength(1);
    expect(notices.value[0]?.message).toContain('not in the history');
  });

  it('tells how strong an alert is by the formula of its rule, as long as that is there', async () => {
    const later = { ruleId: 'gone', createdAt: NOON + 1000 };
    await show([anAlert(), anAlert(later)]);
    const [newest, oldest] = rowButtons();
    if (newest === undefined || oldest === undefined) throw new Error('two rows are expected');
    fireEvent.click(newest);
    expect(await screen.findByText('The rule that raised it is not there any more.')).toBeTruthy();
    fireEvent.click(oldest);
    const formula = await screen.findByText(/^distance above the line now/);
    expect(formula.textContent).toContain('RSI(14) crosses above 30');
    expect(table().textContent).toContain('Strength 0.62 of 1');
  });
});

describe('an empty history says why, and what to do', () => {
  const live = () => apply({ type: 'connectionChanged', connection: aConnection() });

  it('while the engine starts', async () => {
    await draw();
    expect(screen.getByText('Reading the history…')).toBeTruthy();
    expect(screen.queryByText('No alerts yet.')).toBeNull();
  });

  it('while everything goes well', async () => {
    live();
    await show([]);
    expect(screen.getByText('No alerts yet.')).toBeTruthy();
    expect(screen.getByText(/^2 symbols watched by 6 rules/)).toBeTruthy();
  });

  it('where nothing is watched, and where no rule is on', async () => {
    await show([]);
    act(() => apply({ type: 'watchlistChanged', watchlist: { symbols: [], intervals: ['1h'] } }));
    expect(screen.getByRole('button', { name: 'Add a symbol' })).toBeTruthy();
    act(() => apply(anEngineStart({ rules: [] })));
    fireEvent.click(screen.getByRole('button', { name: 'Choose rules' }));
    expect(activeTab.value).toBe('rules');
  });

  it('where the engine has failed', async () => {
    await show([]);
    act(() => engine.onerror?.(new ErrorEvent('error', { message: 'broken' })));
    expect(screen.getByRole('button', { name: 'Start again now' })).toBeTruthy();
  });

  it('and one that is not live any more says so beside its title', async () => {
    live();
    await show([anAlert()]);
    expect(screen.queryByText('not live')).toBeNull();
    act(() => {
      const connection = aConnection({ state: 'RECONNECTING' });
      apply({ type: 'connectionChanged', connection });
    });
    expect(screen.getByText('not live')).toBeTruthy();
  });
});
