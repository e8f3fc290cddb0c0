import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { activeAlerts, focusedAlertId } from '../state/alerts.ts';
import { apply } from '../state/apply.ts';
import { NOON, anAlert, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Toasts } from './Toasts.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anAlert({ createdAt: NOON + index, candleOpenTime: index, symbol: `S${index}USDT` }),
  );
const raise = (count: number) =>
  act(() => apply({ type: 'alertsChanged', alerts: numbered(count) }));
const region = () => screen.getByRole('region', { name: 'Alerts' });
const toasts = () => within(region()).queryAllByRole('group');
const dismissals = () => within(region()).getAllByRole('button', { name: 'Dismiss' });

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  render(<Toasts />);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

describe('toasts', () => {
  it('say side, symbol, price, rule, interval and strength in words', () => {
    act(() => apply({ type: 'alertsChanged', alerts: [anAlert({ signalType: 'SELL' })] }));
    const toast = within(region()).getByRole('group');
    for (const word of ['SELL', 'BTCUSDT', '64,250.1', 'RSI leaves oversold', '1h', '0.62']) {
      expect(toast.textContent).toContain(word);
    }
  });

  it('are at most five, newest first, and all can be dismissed', () => {
    raise(7);
    expect(toasts().map((toast) => toast.textContent?.match(/S\d/)?.[0])).toEqual([
      'S6',
      'S5',
      'S4',
      'S3',
      'S2',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(toasts()).toEqual([]);
    expect(engine.sent.at(-1)).toEqual({ type: 'dismissAllAlerts' });
  });

  it('leave after their time, and their alert stays active', () => {
    raise(1);
    act(() => void vi.advanceTimersByTime(4_999));
    expect(toasts()).toHaveLength(1);
    act(() => void vi.advanceTimersByTime(1));
    expect(toasts()).toEqual([]);
    expect(activeAlerts.value).toHaveLength(1);
  });

  it('stay while pointed at or focused', () => {
    raise(2);
    fireEvent.pointerEnter(region());
    act(() => void vi.advanceTimersByTime(20_000));
    expect(toasts()).toHaveLength(2);
    act(() => dismissals()[0]?.focus());
    fireEvent.pointerLeave(region());
    act(() => void vi.advanceTimersByTime(20_000));
    expect(toasts()).toHaveLength(2);
    act(() => dismissals()[0]?.blur());
    act(() => void vi.advanceTimersByTime(5_000));
    expect(toasts()).toEqual([]);
  });

  it('are dismissed with Escape, and the focus goes on to the next', () => {
    raise(3);
    act(() => dismissals()[1]?.focus());
    fireEvent.keyDown(document.activeElement ?? region(), { key: 'Escape' });
    expect(engine.sent.at(-1)).toMatchObject({ type: 'dismissAlert' });
    expect(toasts()).toHaveLength(2);
    expect(document.activeElement).toBe(dismissals()[1]);
  });

  it('give the focus back where it came from when the last one leaves', () => {
    const origin = document.createElement('button');
    document.body.append(origin);
    raise(1);
    act(() => origin.focus());
    act(() => dismissals()[0]?.focus());
    fireEvent.click(dismissals()[0] ?? region());
    expect(document.activeElement).toBe(origin);
    origin.remove();
  });

  it('never take the focus from elsewhere', () => {
    const field = document.createElement('input');
    document.body.append(field);
    act(() => field.focus());
    raise(2);
    act(() => void vi.advanceTimersByTime(6_000));
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('open their alert in the history', () => {
    raise(1);
    fireEvent.click(within(region()).getByRole('button', { name: /BUY S0USDT/ }));
    expect(focusedAlertId.value).toBe(numbered(1)[0]?.id);
  });
});
