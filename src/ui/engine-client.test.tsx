import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StartOptions } from '../protocol/messages.ts';
import { send, startEngine } from './engine-client.ts';
import { apply } from './state/apply.ts';
import { connection } from './state/connection.ts';
import { engineFailure, engineState } from './state/engine.ts';
import { selectInterval } from './state/selection.ts';
import { aConnection, anEngineStart, createFakeEngine } from './testing/fixtures.ts';
import type { FakeEngine } from './testing/fixtures.ts';

const OPTIONS: StartOptions = { feed: 'exchange', local: null, symbols: null, intervals: null };

let engine: FakeEngine;
let stop: () => void;
const types = () => engine.sent.map((command) => command.type);

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(engine, OPTIONS);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

describe('the engine’s client', () => {
  it('starts the engine with how the page was opened', () => {
    expect(engine.sent[0]).toEqual({ type: 'start', options: OPTIONS, isVisible: true });
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

  it('gives up the connection when the page is left, and takes it up again on return', () => {
    const back = Object.assign(new Event('pageshow'), { persisted: true });
    connection.value = aConnection();
    engine.sent.length = 0;
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(back);
    expect(types()).toEqual(['disconnect', 'connect', 'wake']);
  });

  it('does not connect on return what was disconnected before', () => {
    const back = Object.assign(new Event('pageshow'), { persisted: true });
    connection.value = aConnection({ state: 'DISCONNECTED' });
    engine.sent.length = 0;
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(back);
    expect(types()).toEqual(['disconnect', 'wake']);
  });

  it('says on the page that the worker died', () => {
    engine.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
    expect(engineState.value).toBe('failed');
    expect(engineFailure.value).toBe('out of memory');
  });

  it('keeps commands until there is an engine', () => {
    stop();
    send({ type: 'dismissAllAlerts' });
    const next = createFakeEngine();
    stop = startEngine(next, OPTIONS);
    expect(next.sent.map((command) => command.type)).toContain('dismissAllAlerts');
  });
});
