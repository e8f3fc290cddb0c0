import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackfillReport, SeriesState } from '../../protocol/market-state.ts';
import type { PageClock } from '../page-clock.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { backfill } from '../state/backfill.ts';
import { seriesReports } from '../state/series.ts';
import { aConnection, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import { BackfillProgress } from './BackfillProgress.tsx';
import { LEAST_WORK_MS } from './use-progress.ts';

const stillClock: PageClock = { now: () => 0, setTimer: () => ({ cancel: () => undefined }) };
const options = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;

const report = (part: Partial<BackfillReport>) =>
  act(() =>
    apply({
      type: 'backfillChanged',
      backfill: { series: 4, ready: 0, waiting: 4, failing: 0, isStopped: false, ...part },
    }),
  );
const series = (symbol: string, interval: '1h' | '4h', state: SeriesState) =>
  act(() =>
    apply({
      type: 'seriesChanged',
      series: [{ symbol, interval, state, candles: 500, reason: '', missing: [] }],
    }),
  );
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const bar = () => screen.queryByRole('progressbar', { name: 'Loading history' });
const spoken = () => screen.getByRole('status').textContent;

beforeEach(() => {
  vi.useFakeTimers();
  backfill.value = null;
  seriesReports.value = new Map();
  apply(anEngineStart());
  apply({ type: 'connectionChanged', connection: aConnection() });
  render(<BackfillProgress />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the progress of loading history', () => {
  it('is shown when it takes a second, with what is usable already, and goes when it is over', () => {
    report({ ready: 1, waiting: 3 });
    pass(LEAST_WORK_MS - 1);
    expect(bar()).toBeNull();
    pass(1);
    expect(bar()?.getAttribute('aria-valuenow')).toBe('1');
    expect(bar()?.getAttribute('aria-valuemax')).toBe('4');
    expect(bar()?.getAttribute('aria-valuetext')).toBe('1 of 4 series ready');
    expect(screen.queryByText(/usable now/)).toBeNull();
    series('BTCUSDT', '1h', 'live');
    series('BTCUSDT', '4h', 'hole');
    series('ETHUSDT', '1h', 'live');
    report({ ready: 3, waiting: 1 });
    expect(screen.getByText('BTCUSDT usable now')).toBeTruthy();
    report({ ready: 4, waiting: 0 });
    expect(bar()).toBeNull();
  });

  it('is not shown for what takes less', () => {
    report({ ready: 2 });
    pass(LEAST_WORK_MS - 1);
    report({ ready: 4 });
    pass(LEAST_WORK_MS);
    expect(bar()).toBeNull();
    expect(spoken()).toBe('');
  });

  it('is spoken of at its beginning and its end, and not between', () => {
    report({ ready: 1 });
    pass(LEAST_WORK_MS);
    expect(spoken()).toBe('Loading the history of 4 series.');
    report({ ready: 2 });
    report({ ready: 3 });
    expect(spoken()).toBe('Loading the history of 4 series.');
    report({ ready: 4 });
    expect(spoken()).toBe('History loaded: 4 series ready.');
  });

  it('can be stopped and gone on with', () => {
    const engine = createFakeEngine();
    const stop = startEngine(() => engine, options, stillClock);
    report({ ready: 1 });
    pass(LEAST_WORK_MS);
    fireEvent.click(screen.getByRole('button', { name: 'Stop loading history' }));
    expect(engine.sent.at(-1)).toEqual({ type: 'stopBackfill' });
    const button = screen.getByRole('button', { name: 'Stop loading history' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(engine.sent.filter(({ type }) => type === 'stopBackfill')).toHaveLength(1);
    report({ ready: 1, isStopped: true });
    expect(spoken()).toBe('Stopped: 1 of 4 series ready.');
    expect(screen.getByText('Loading of history stopped: 1 of 4 series ready')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on loading history' }));
    expect(engine.sent.at(-1)).toEqual({ type: 'resumeBackfill' });
    report({ ready: 1 });
    expect(spoken()).toBe('Loading the history of 4 series.');
    const again = screen.getByRole('button', { name: 'Stop loading history' });
    expect(again.getAttribute('aria-disabled')).toBe('false');
    stop();
  });

  it('tells what the exchange refused', () => {
    report({ ready: 2, waiting: 1, failing: 1 });
    pass(LEAST_WORK_MS);
    expect(screen.getByText('1 series refused, asked again')).toBeTruthy();
  });

  it('can be hidden until there is other work', () => {
    report({ ready: 1 });
    pass(LEAST_WORK_MS);
    fireEvent.click(screen.getByRole('button', { name: 'Hide the progress of loading' }));
    report({ ready: 2 });
    expect(bar()).toBeNull();
    report({ ready: 4 });
    report({ series: 6, ready: 4 });
    pass(LEAST_WORK_MS);
    expect(bar()).not.toBeNull();
  });

  it('is not blamed for what the connection lacks', () => {
    report({ ready: 1 });
    pass(LEAST_WORK_MS);
    const connection = aConnection({ state: 'RECONNECTING' });
    act(() => apply({ type: 'connectionChanged', connection }));
    report({ ready: 0 });
    expect(bar()).toBeNull();
    expect(spoken()).toBe('Loading the history of 4 series.');
  });
});
