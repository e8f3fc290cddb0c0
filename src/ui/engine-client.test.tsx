import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent, StartOptions } from '../protocol/messages.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import { send, startEngine } from './engine-client.ts';
import { EngineFailure } from './notices/EngineFailure.tsx';
import { alerts, removeToasts, toasts } from './state/alerts.ts';
import { apply } from './state/apply.ts';
import { engineFailure, engineState } from './state/engine.ts';
import { errorLog, MOST_ERRORS } from './state/error-log.ts';
import { closeNotice, notices } from './state/notices.ts';
import { selectInterval } from './state/selection.ts';
import { followSight, monitor } from './state/sight.ts';
import { anAlert, anEngineStart, createFakeEngine } from './testing/fixtures.ts';
import type { FakeEngine } from './testing/fixtures.ts';

followSight(document);

const OPTIONS: StartOptions = { feed: 'exchange', local: null, symbols: null, intervals: null };

let engine: FakeEngine;
let stop: () => void;
const types = () => engine.sent.map((command) => command.type);

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, OPTIONS);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  document.dispatchEvent(new Event('visibilitychange'));
});

describe('the engine’s client', () => {
  it('starts the engine with how the page was opened', () => {
    expect(engine.sent[0]).toEqual({ type: 'start', options: OPTIONS, isVisible: true });
    expect(types()).not.toContain('setVisibility');
  });

  it('applies what the engine posts, and selects a series of its watchlist', () => {
    engine.onmessage?.(new MessageEvent('message', { data: anEngineStart() }));
    expect(engineState.value).toBe('running');
    expect(engine.sent.at(-1)).toEqual({
      type: 'selectSeries',
      symbol: 'BTCUSDT',
      interval: '1h',
    });
    selectInterval('4h');
    expect(engine.sent.at(-1)).toMatchObject({ interval: '4h' });
    selectInterval('1h');
  });

  it('selects the series again for an engine that started again', () => {
    apply(anEngineStart());
    engine.sent.length = 0;
    apply(anEngineStart());
    expect(types()).toEqual(['selectSeries']);
  });

  it('tells of being hidden, of the network and of waking up', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(engine.sent.at(-1)).toEqual({ type: 'setVisibility', isVisible: false });
    window.dispatchEvent(new Event('online'));
    expect(engine.sent.at(-1)).toEqual({ type: 'wake', reason: 'online' });
    document.dispatchEvent(new Event('resume'));
    expect(engine.sent.at(-1)).toEqual({ type: 'wake', reason: 'resume' });
  });

  it('is seen as long as the mini monitor is open', () => {
    monitor.value = window;
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    engine.sent.length = 0;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(engine.sent).toEqual([]);
    monitor.value = null;
    expect(engine.sent).toEqual([{ type: 'setVisibility', isVisible: false }]);
  });

  it('makes way when the page is left, and takes its place again on return', () => {
    const back = Object.assign(new Event('pageshow'), { persisted: true });
    engine.sent.length = 0;
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(back);
    expect(types()).toEqual(['leave', 'return', 'wake']);
  });

  it('says on the page that the worker died', () => {
    engine.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
    expect(engineState.value).toBe('failed');
    expect(engineFailure.value).toContain('out of memory');
  });

  it('keeps commands until there is an engine', () => {
    stop();
    send({ type: 'dismissAllAlerts' });
    const next = createFakeEngine();
    stop = startEngine(() => next, OPTIONS);
    expect(next.sent.map((command) => command.type)).toContain('dismissAllAlerts');
  });
});

describe('an engine that is lost', () => {
  let clock: FakeClock;
  let workers: FakeEngine[];
  const newest = () => workers.at(-1) ?? createFakeEngine();
  const post = (data: EngineEvent) => newest().onmessage?.(new MessageEvent('message', { data }));
  const crash = () => newest().onerror?.(new ErrorEvent('error', { message: 'out of memory' }));

  beforeEach(() => {
    stop();
    for (const { id } of notices.value) closeNotice(id);
    errorLog.value = [];
    clock = createFakeClock();
    workers = [];
    const open = () => {
      const worker = Object.assign(createFakeEngine(), { terminate: () => undefined });
      workers.push(worker);
      return worker;
    };
    stop = startEngine(open, OPTIONS, clock);
    post(anEngineStart());
  });
  afterEach(cleanup);

  it('is told, logged and started again with what the page is now', () => {
    crash();
    expect(engineState.value).toBe('failed');
    expect(notices.value[0]?.message).toContain('is being started again');
    expect(errorLog.value).toMatchObject([{ what: 'engine-crashed', reason: 'out of memory' }]);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    clock.advance(1_000);
    post(anEngineStart());
    expect(newest().sent).toEqual([
      { type: 'start', options: OPTIONS, isVisible: false },
      { type: 'selectSeries', symbol: 'BTCUSDT', interval: '1h' },
    ]);
    expect(engineState.value).toBe('running');
    expect(notices.value.map(({ message }) => message)).toEqual([
      expect.stringContaining('runs again'),
    ]);
  });

  it('does not connect again what the user had disconnected', () => {
    send({ type: 'disconnect' });
    crash();
    clock.advance(1_000);
    expect(newest().sent.map(({ type }) => type)).toEqual(['start', 'disconnect']);
    send({ type: 'connect' });
    crash();
    clock.advance(2_000);
    expect(newest().sent.map(({ type }) => type)).toEqual(['start']);
  });

  it('does not bring back toasts that had left the screen', () => {
    const [seen, shown, fresh] = ['a', 'b', 'c'].map((id) => anAlert({ id }));
    if (!seen || !shown || !fresh) throw new Error('three alerts');
    post({ type: 'alertsChanged', alerts: [seen, shown] });
    removeToasts([seen.id]);
    crash();
    clock.advance(1_000);
    post(anEngineStart({ alerts: [seen, shown, fresh] }));
    expect(toasts.value.map(({ id }) => id).toSorted()).toEqual(['b', 'c']);
    expect(alerts.value).toHaveLength(3);
  });

  it('says plainly after several times that nothing is watched, and starts when asked', () => {
    render(<EngineFailure />);
    act(() => {
      crash();
      clock.advance(1_000);
      crash();
      clock.advance(2_000);
    });
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => crash());
    expect(screen.getByRole('alert').textContent).toContain('Nothing is being watched.');
    expect(screen.getByRole('alert').textContent).toContain('3 times');
    expect(workers).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Start again now' }));
    expect(workers).toHaveLength(4);
    act(() => post(anEngineStart()));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('fills the log no further than its bound', () => {
    for (let times = 0; times < MOST_ERRORS + 20; times++) {
      crash();
      clock.advance(60_000);
    }
    expect(errorLog.value).toMatchObject([
      { what: 'engine-not-loaded', count: MOST_ERRORS + 19 },
      { what: 'engine-crashed', count: 1 },
    ]);
    expect(notices.value.length).toBeLessThanOrEqual(1);
  });
});
