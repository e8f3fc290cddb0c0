import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outage } from '../../protocol/health.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { connection } from '../state/connection.ts';
import { isSettingsOpen } from '../state/layout.ts';
import { notices } from '../state/notices.ts';
import { aConnection, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { WatchBanner } from './WatchBanner.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  notices.value = [];
  connection.value = null;
  apply(anEngineStart());
  render(<WatchBanner />);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const link = (part: Parameters<typeof aConnection>[0]) =>
  act(() => apply({ type: 'connectionChanged', connection: aConnection(part) }));

describe('the line at the top', () => {
  it('is not there while all goes well, nor for a short loss', () => {
    link({});
    link({ state: 'RECONNECTING' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    ['offline', /device is offline.*as last known/, 'Try again now'],
    ['blocked', /refuses connections.*generated market/, 'Open the demo'],
    ['exchange-down', /does not answer.*goes on trying/, 'Try again now'],
    ['sockets-blocked', /not live streams.*Another network/, 'What to do'],
    ['rate-limited', /asks for a pause.*goes on by itself/, null],
  ] as const)('of %s says what it means, and one thing to do', (outage: Outage, words, action) => {
    link({ state: 'ERROR', outage });
    expect(screen.getByRole('alert').textContent).toMatch(words);
    const [first] = [...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')];
    expect(first?.textContent ?? null).toBe(action);
  });

  it('tries again when it is asked to', () => {
    link({ state: 'RECONNECTING', outage: 'exchange-down' });
    fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
    expect(engine.sent.at(-1)).toEqual({ type: 'reconnect' });
  });

  it('says that it is switched off, but not in the moment of starting', () => {
    link({ state: 'DISCONNECTED' });
    expect(screen.queryByRole('status')).toBeNull();
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.getByRole('status').textContent).toContain('Switched off');
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    expect(engine.sent.at(-1)).toEqual({ type: 'connect' });
    link({ state: 'CONNECTING' });
    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('what the browser lacks', () => {
  it('comes with what can be done about it', () => {
    act(() => apply({ type: 'limitationFound', limitation: 'storage', reason: 'no room' }));
    expect(notices.value[0]?.action?.label).toBe('Save a copy…');
    notices.value[0]?.action?.run();
    expect(isSettingsOpen.value).toBe(true);
    isSettingsOpen.value = false;
    act(() => apply({ type: 'limitationFound', limitation: 'locks', reason: 'none' }));
    expect(notices.value[0]?.action).toBeNull();
  });
});
