import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TradingSignal } from '../../../domain/signal.ts';
import { startEngine } from '../../engine-client.ts';
import { apply } from '../../state/apply.ts';
import { marksByOwner, marksOn } from '../../state/chart-marks.ts';
import { timeZone } from '../../state/preferences.ts';
import { NOON, anEngineStart, createFakeEngine } from '../../testing/fixtures.ts';
import type { FakeEngine } from '../../testing/fixtures.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { PREVIEW_PAUSE_MS } from './use-preview.ts';

// A canvas has nothing to test here.
vi.mock('../../chart/PlotHost.tsx', () => ({ PlotHost: () => null }));

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const preview = () => screen.getByRole('region', { name: 'Preview' });
const marks = () => marksOn(marksByOwner.value, 'BTCUSDT', '1h');
const questions = () => engine.sent.filter((command) => command.type === 'previewRule');
const pause = (ms = PREVIEW_PAUSE_MS) => act(() => void vi.advanceTimersByTime(ms));
const typeLength = (value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: 'Length' }), { target: { value } });

function aSignal(hoursAgo: number): TradingSignal {
  return {
    ruleId: 'x',
    ruleName: 'x',
    side: 'BUY',
    symbol: 'BTCUSDT',
    interval: '1h',
    candleOpenTime: NOON - hoursAgo * 3_600_000,
    price: 64_000 + hoursAgo,
    strength: 0.5,
    explanation: `RSI(14) on 1h = 31, was 29; ${hoursAgo}`,
  };
}
const answer = (requestId: number, signals: readonly TradingSignal[]) =>
  act(() =>
    apply({
      type: 'rulePreviewed',
      requestId,
      symbol: 'BTCUSDT',
      interval: '1h',
      candles: 500,
      signals,
      missing: [],
    }),
  );

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  timeZone.value = 'utc';
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  render(<RuleEditor request={{ type: 'new' }} />);
});
afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

describe('the preview', () => {
  it('is asked for once the typing pauses, for the series that is shown', () => {
    expect(questions()).toEqual([]);
    pause(PREVIEW_PAUSE_MS - 1);
    typeLength('9');
    pause(PREVIEW_PAUSE_MS - 1);
    expect(questions()).toEqual([]);
    pause(1);
    expect(questions()).toHaveLength(1);
    expect(questions()[0]).toMatchObject({
      symbol: 'BTCUSDT',
      interval: '1h',
      rule: { conditions: { left: { params: { length: 9 } } } },
    });
  });

  it('is a count, the newest few in words, and marks on the chart', () => {
    pause();
    answer(questions()[0]?.requestId ?? 0, [7, 6, 5, 4, 3, 2, 1].map(aSignal));
    expect(preview().textContent).toContain('Would have fired 7 times in the last 500 candles');
    const rows = within(preview()).getAllByRole('listitem');
    expect(rows).toHaveLength(5);
    expect(rows[0]?.textContent).toContain('64,001.0');
    expect(rows[0]?.textContent).toContain('RSI(14) on 1h = 31, was 29; 1');
    expect(marks()).toHaveLength(7);
    // What an effect leaves behind is taken away after the next frame.
    act(cleanup);
    pause();
    expect(marks()).toEqual([]);
  });

  it('never shows an answer to an older question', () => {
    pause();
    const first = questions()[0]?.requestId ?? 0;
    typeLength('9');
    answer(first, [aSignal(1)]);
    expect(preview().textContent).toContain('Trying it');
    expect(marks()).toEqual([]);
    pause();
    answer(questions()[1]?.requestId ?? 0, []);
    expect(preview().textContent).toContain('Would not have fired in the last 500 candles');
    answer(first, [aSignal(1)]);
    expect(preview().textContent).toContain('Would not have fired');
  });

  it('is not asked for a rule that is not complete', () => {
    typeLength('');
    pause();
    expect(questions()).toEqual([]);
    expect(preview().textContent).toContain('Appears as soon as the rule is complete.');
  });
});
