import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { timeZone } from '../state/preferences.ts';
import { setMarks } from '../state/chart-marks.ts';
import type { LoadedSeries } from '../state/series.ts';
import { NOON, anEngineStart, createFakeEngine, someColumns } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Chart } from './Chart.tsx';
import type { PlotMark } from './draw-marks.ts';

/** How many candles each call showed. */
const shown: number[] = [];
const marked: PlotMark[] = [];

// A canvas has nothing to test here: the plot is told what to show, and that is recorded.
vi.mock('./candle-plot.ts', () => ({
  createCandlePlot: () => ({
    show: ({ openTime }: LoadedSeries) => shown.push(openTime.length),
    mark: (marks: readonly PlotMark[]) => marked.push(...marks),
    zoom: () => {},
    fit: () => {},
    restyle: () => {},
    destroy: () => {},
  }),
}));

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const region = () => screen.getByRole('region', { name: 'Chart' });
const load = () =>
  apply({
    type: 'candlesLoaded',
    symbol: 'BTCUSDT',
    interval: '1h',
    columns: someColumns(5),
  });

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  shown.length = 0;
  marked.length = 0;
  timeZone.value = 'utc';
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  render(<Chart />);
});
afterEach(() => {
  cleanup();
  stop();
});

describe('the chart', () => {
  it('says what it waits for, in the engine’s words where there are some', () => {
    expect(region().textContent).toContain('Loading candles…');
    const report = { symbol: 'BTCUSDT', interval: '1h', candles: 0 } as const;
    act(() =>
      apply({
        type: 'seriesChanged',
        series: [{ ...report, state: 'stale', reason: 'the connection is down' }],
      }),
    );
    expect(region().textContent).toContain('the connection is down');
    expect(region().textContent).toContain('Not live');
  });

  it('shows the loaded series and every change to it', async () => {
    act(load);
    await vi.waitFor(() => expect(shown).toEqual([5]));
    const candle = { openTime: NOON + 3_600_000, open: 1, high: 2, low: 1, close: 2, volume: 1 };
    act(() =>
      apply({
        type: 'candleChanged',
        symbol: 'BTCUSDT',
        interval: '1h',
        candle,
        isClosed: false,
      }),
    );
    await vi.waitFor(() => expect(shown).toEqual([5, 6]));
  });

  it('marks what was said about its own candles, whoever asks for it', async () => {
    act(load);
    const mark = { symbol: 'BTCUSDT', interval: '1h', openTime: NOON, side: 'SELL' } as const;
    act(() => setMarks('test', [mark, { ...mark, symbol: 'ETHUSDT' }]));
    await vi.waitFor(() => expect(marked).toEqual([mark]));
    act(() => setMarks('test', []));
  });

  it('is said in words for those who do not see it', () => {
    act(load);
    expect(region().textContent).toContain(
      'BTCUSDT 1h: 5 candles. Last close 105.00; lowest 99.00, highest 106.00.',
    );
  });

  it('has the values of the newest candle in its legend', () => {
    act(load);
    const legend = region().querySelector('dl')?.textContent;
    expect(legend).toContain('22 Nov 2025, 14:00:00');
    expect(legend).toContain('O104.00');
    expect(legend).toContain('C105.00 +0.96%');
  });

  it('switches the interval', () => {
    const switches = within(screen.getByRole('group', { name: 'Interval' }));
    expect(switches.getByRole('button', { name: '1h' }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(switches.getByRole('button', { name: '4h' }));
    expect(engine.sent.at(-1)).toEqual({
      type: 'selectSeries',
      symbol: 'BTCUSDT',
      interval: '4h',
    });
  });
});
