import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { changeOptions, DEFAULT_OPTIONS } from '../state/chart-options.ts';
import { timeZone } from '../state/preferences.ts';
import { setMarks } from '../state/chart-marks.ts';
import { select } from '../state/selection.ts';
import { loadedSeries } from '../state/series.ts';
import type { PlotSeries } from '../state/series.ts';
import {
  NOON,
  anAlert,
  anEngineStart,
  createFakeEngine,
  someColumns,
} from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Chart } from './Chart.tsx';
import type { CandlePlotOptions, PlacedPane } from './plot/candle-plot.ts';
import type { PlotMark } from './plot/marks.ts';

/** What the plot was told; a canvas has nothing to test here. */
const told = {
  shown: [] as string[],
  panes: [] as string[][],
  marks: [] as readonly PlotMark[],
  isLog: false,
  moves: [] as string[],
  options: null as CandlePlotOptions | null,
};

vi.mock('./plot/candle-plot.ts', () => ({
  createCandlePlot: (_root: HTMLElement, options: CandlePlotOptions) => {
    told.options = options;
    return {
      show: ({ symbol, openTime }: PlotSeries) => told.shown.push(`${symbol} ${openTime.length}`),
      update: () => told.shown.push('update'),
      setPanes: (panes: readonly PlacedPane[]) =>
        told.panes.push(panes.map(({ content }) => content.key)),
      mark: (marks: readonly PlotMark[]) => (told.marks = marks),
      setLog: (isLog: boolean) => (told.isLog = isLog),
      pan: (share: number) => told.moves.push(`pan ${share}`),
      zoom: (factor: number) => told.moves.push(`zoom ${factor}`),
      point: (step: number | null) => told.moves.push(`point ${step}`),
      fit: () => told.moves.push('fit'),
      goToStart: () => told.moves.push('start'),
      setGaps: () => {},
      setLastPrice: () => {},
      setCountdown: () => {},
      restyle: () => {},
      destroy: () => {},
      isFollowing: true,
      panes: [],
      state: {},
    };
  },
}));

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const BTC = { symbol: 'BTCUSDT', interval: '1h' } as const;
const region = () => screen.getByRole('region', { name: 'Chart' });
const load = (count = 5) =>
  act(() =>
    apply({ type: 'candlesLoaded', ...BTC, columns: someColumns(count), isComplete: false }),
  );
const lines = (key: string, ...values: number[]) =>
  act(() => {
    apply({
      type: 'indicatorsLoaded',
      ...BTC,
      lines: [{ key, outputs: { value: Float64Array.from(values) } }],
    });
    told.options?.onDraw?.();
  });

let engine: FakeEngine;
let stop: () => void;

// Fetched beforehand: the tests are not about how long that takes.
beforeAll(async () => {
  await Promise.all([import('./ChartView.tsx'), import('./ChartTools.tsx')]);
});
beforeEach(async () => {
  Object.assign(told, { shown: [], panes: [], marks: [], isLog: false, moves: [], options: null });
  changeOptions('BTCUSDT', DEFAULT_OPTIONS);
  select(null);
  loadedSeries.value = null;
  timeZone.value = 'utc';
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  render(<Chart />);
  await screen.findByRole('button', { name: 'Indicators' });
  await screen.findByRole('application');
  await vi.waitUntil(() => told.options !== null);
  await act(async () => {});
});
afterEach(() => {
  cleanup();
  stop();
});

const sent = (type: string) => engine.sent.filter((command) => command.type === type);
const addRsi = async (length: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Indicators' }));
  const search = screen.getByRole('searchbox', { name: 'Search indicators' });
  fireEvent.input(search, { target: { value: 'rsi' } });
  fireEvent.click(screen.getByRole('button', { name: /^Relative strength index/ }));
  fireEvent.input(screen.getByLabelText('Length'), { target: { value: length } });
  fireEvent.click(screen.getByRole('button', { name: 'Add to chart' }));
};

describe('the chart', () => {
  it('says what it waits for, in the engine’s words where there are some', () => {
    expect(region().textContent).toContain('Loading candles…');
    const report = { ...BTC, candles: 0, missing: [] };
    act(() =>
      apply({
        type: 'seriesChanged',
        series: [{ ...report, state: 'stale', reason: 'the connection is down' }],
      }),
    );
    expect(region().textContent).toContain('the connection is down');
    expect(region().textContent).toContain('Not live');
  });

  it('shows the loaded series and every change to it', () => {
    load();
    expect(told.shown.at(-1)).toBe('BTCUSDT 5');
    const candle = { openTime: NOON + 3_600_000, open: 1, high: 2, low: 1, close: 2, volume: 1 };
    act(() => apply({ type: 'candleChanged', ...BTC, candle, isClosed: false }));
    expect(told.shown.at(-1)).toBe('update');
  });

  it('is said in words for those who do not see it', () => {
    load();
    expect(region().textContent).toContain(
      'BTCUSDT 1h: 5 candles. Last close 105.00; lowest 99.00, highest 106.00.',
    );
  });

  it('has the values of the newest candle in its legend, or of the one under the crosshair', () => {
    load();
    const legend = () => region().querySelector('dl')?.textContent;
    expect(legend()).toContain('22 Nov 2025, 14:00:00');
    expect(legend()).toContain('O104.00');
    expect(legend()).toContain('C105.00 +0.96%');
    act(() => told.options?.onPoint?.(0));
    expect(legend()).toContain('O100.00');
    act(() => told.options?.onPoint?.(null));
  });

  it('switches the interval, also to one that is not watched', () => {
    const switches = within(screen.getByRole('group', { name: 'Interval' }));
    expect(switches.getByRole('button', { name: '1h' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(switches.getByRole('button', { name: '4h' }));
    expect(sent('selectSeries').at(-1)).toEqual({ type: 'selectSeries', ...BTC, interval: '4h' });
    fireEvent.change(screen.getByLabelText('More intervals'), { target: { value: '15m' } });
    expect(sent('selectSeries').at(-1)).toEqual({ type: 'selectSeries', ...BTC, interval: '15m' });
    act(() => {
      fireEvent.click(switches.getByRole('button', { name: '1h' }));
    });
  });

  it('moves with keys, and leaves alone what means something else', () => {
    const plot = screen.getByRole('application', { name: 'Candles of BTCUSDT 1h' });
    for (const key of ['ArrowLeft', 'ArrowRight', '+', '-', 'Home', 'End']) {
      fireEvent.keyDown(plot, { key });
    }
    fireEvent.keyDown(plot, { key: 'ArrowLeft', shiftKey: true });
    expect(told.moves).toEqual([
      'pan 0.1',
      'pan -0.1',
      'zoom 0.8',
      'zoom 1.25',
      'start',
      'fit',
      'point -1',
    ]);
    expect(fireEvent.keyDown(plot, { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(plot, { key: '+', ctrlKey: true })).toBe(true);
  });

  it('marks its alerts, and what was said about its own candles, whoever asks for it', () => {
    load();
    const alert = anAlert({ candleOpenTime: NOON });
    act(() => apply({ type: 'alertsChanged', alerts: [alert, anAlert({ symbol: 'ETHUSDT' })] }));
    const mark = { symbol: 'BTCUSDT', interval: '1h', openTime: NOON, side: 'SELL' } as const;
    act(() => setMarks('test', [mark, { ...mark, symbol: 'ETHUSDT' }]));
    expect(told.marks).toEqual([{ alertId: alert.id, side: 'BUY', openTime: NOON }, mark]);
    expect(told.options?.marks?.words().name(told.marks.slice(0, 1))).toBe(
      'BUY: RSI leaves oversold, 22 Nov 2025, 14:00:00',
    );
    act(() => setMarks('test', []));
  });

  it('asks for older candles once, when the view comes near the oldest', () => {
    load();
    const view = (from: number) =>
      act(() =>
        told.options?.onView?.({ from, to: from + 1000 }, { first: 0, last: 10_000, length: 100 }),
      );
    view(5000);
    expect(sent('loadOlderCandles')).toHaveLength(0);
    view(100);
    view(0);
    expect(sent('loadOlderCandles')).toHaveLength(1);
    expect(region().textContent).toContain('Loading older candles…');
    load(9);
    expect(region().textContent).not.toContain('Loading older candles…');
    view(0);
    expect(sent('loadOlderCandles')).toHaveLength(2);
  });
});

describe('the indicators of the chart', () => {
  it('are found by name, set, computed by the engine, and shown in panes', async () => {
    load();
    await addRsi('7');
    const [asked] = sent('showIndicators').slice(-1);
    expect(asked).toEqual({
      type: 'showIndicators',
      indicators: [{ key: 'rsi 7', indicator: 'rsi', params: { length: 7 } }],
    });
    lines('rsi 7', Number.NaN, Number.NaN, 40, 50, 61.5);
    expect(told.panes.at(-1)).toEqual(['price', 'rsi 7']);
    expect(screen.getByRole('group', { name: 'RSI(7)' }).textContent).toContain('61.50');
    act(() => told.options?.onPoint?.(2));
    expect(screen.getByRole('group', { name: 'RSI(7)' }).textContent).toContain('40.00');
    act(() => told.options?.onPoint?.(null));
    act(() => {
      fireEvent.click(screen.getByRole('button', { name: 'Remove RSI(7)' }));
    });
    expect(told.panes.at(-1)).toEqual(['price']);
    expect(sent('showIndicators').at(-1)).toEqual({ type: 'showIndicators', indicators: [] });
  });

  it('are refused with the bounds of what is wrong', async () => {
    load();
    await addRsi('0');
    expect(region().textContent).toContain('Not allowed. Allowed: whole number, 1 to 1000');
    expect(screen.getByLabelText('Length').getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(screen.getByLabelText('Length'), { target: { value: '21' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add to chart' }));
    expect(await screen.findByRole('group', { name: 'RSI(21)' })).toBeTruthy();
  });

  it('can be changed, but not into one that is there already', async () => {
    load();
    await addRsi('7');
    await addRsi('14');
    fireEvent.click(screen.getByRole('button', { name: 'Edit RSI(14)' }));
    fireEvent.input(screen.getByLabelText('Length'), { target: { value: '7' } });
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(region().textContent).toContain('on the chart already');
    fireEvent.input(screen.getByLabelText('Length'), { target: { value: '9' } });
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(await screen.findByRole('group', { name: 'RSI(9)' })).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'RSI(14)' })).toBeNull();
  });

  it('belong to their symbol, as the scale does', async () => {
    load();
    act(() => {
      fireEvent.click(screen.getByRole('button', { name: 'Logarithmic scale' }));
    });
    expect(told.isLog).toBe(true);
    await addRsi('7');
    act(() =>
      apply({
        type: 'watchlistChanged',
        watchlist: { symbols: ['ETHUSDT'], intervals: ['1h', '4h'] },
      }),
    );
    expect(told.isLog).toBe(false);
    expect(sent('showIndicators').at(-1)).toEqual({ type: 'showIndicators', indicators: [] });
  });
});
