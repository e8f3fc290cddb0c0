import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import type { PageClock } from '../page-clock.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { select, selection } from '../state/selection.ts';
import { loadCandles } from '../state/series.ts';
import { symbols } from '../state/symbols.ts';
import { aSymbol, anEngineStart, createFakeEngine, someColumns } from '../testing/fixtures.ts';
import { Metrics } from './Metrics.tsx';
import { chosenMetric, hasMoreRoom, metricView, tableSort, toggleRoom } from './view-settings.ts';
// Fetched when first shown; here before the tests begin, so that none of them waits for it.
import '../matrix/Matrix.tsx';
import './MetricsContents.tsx';
import './MetricsHeader.tsx';

const metric = (part: Partial<IndicatorMetrics>): IndicatorMetrics => ({
  indicator: 'rsi',
  params: { length: 14 },
  output: 'value',
  value: 60,
  change: -2.5,
  min: 20,
  mean: 48,
  max: 70,
  ...part,
});
const RSI = metric({});
const PLUS_DI = metric({ indicator: 'adx', output: 'plusDi', value: 30, min: 10, max: 90 });
const MACD = metric({
  indicator: 'macd',
  params: { fast: 12, slow: 26, signal: 9 },
  output: 'histogram',
  value: 5,
  change: 1,
});

const show = (part: { symbol?: string; total?: number; buy?: number; sell?: number } = {}) => {
  const { symbol = 'BTCUSDT', total = 4, buy = 3, sell = 1 } = part;
  act(() =>
    apply({
      type: 'metricsChanged',
      metrics: {
        symbol,
        interval: '1h',
        indicators: [RSI, PLUS_DI, MACD],
        signalsToday: { total, buy, sell, meanStrength: total > 0 ? 0.625 : null },
      },
    }),
  );
};
const region = () => screen.getByRole('region', { name: 'Live metrics' });
const detail = () => within(region()).getByRole('region', { name: 'Chosen indicator' });
const rows = () =>
  within(within(region()).getByRole('table', { name: 'Indicators compared' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => Array.from(row.children, (one) => one.textContent));

beforeEach(async () => {
  chosenMetric.value = 'rsi value';
  metricView.value = 'indicators';
  tableSort.value = null;
  apply(anEngineStart());
  symbols.value = ['BTC', 'ETH', 'SOL'].map((base) => aSymbol(base, 'USDT'));
  select({ symbol: 'BTCUSDT', interval: '1h' });
  render(<Metrics />);
  await screen.findByRole('group', { name: 'Indicators compared' });
  await screen.findByRole('group', { name: 'What is shown' });
});
afterEach(cleanup);

describe('the metrics of a series', () => {
  it('are not shown before they are those of the selected series', () => {
    show({ symbol: 'ETHUSDT' });
    expect(region().textContent).toContain('Indicators appear as soon as');
    expect(within(region()).queryByRole('table', { name: 'Indicators compared' })).toBeNull();
  });

  it('compare indicators by their names in words, with their place in their range', () => {
    show();
    expect(rows()).toEqual([
      ['RSI(14)', '60.00', '−2.50', '20.00', '48.00', '70.00', place(80)],
      ['ADX(14) +DI', '30.00', '−2.50', '10.00', '48.00', '90.00', place(25)],
      ['MACD(12, 26, 9) histogram', '5.00', '+1.00', '20.00', '48.00', '70.00', place(0)],
    ]);
  });

  it('are sorted by any column', () => {
    show();
    const head = screen.getByRole('columnheader', { name: 'Range' });
    fireEvent.click(within(head).getByRole('button'));
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(rows().map(([name]) => name)).toEqual([
      'RSI(14)',
      'ADX(14) +DI',
      'MACD(12, 26, 9) histogram',
    ]);
    fireEvent.click(within(head).getByRole('button'));
    expect(rows()[0]?.[0]).toBe('MACD(12, 26, 9) histogram');
  });

  it('show the chosen indicator in detail, with its course', () => {
    act(() => loadCandles('BTCUSDT', '1h', someColumns(60), false));
    show();
    expect(detail().textContent).toContain('60.00−2.50');
    expect(detail().textContent).toContain('Min20.00Mean48.00Max70.00');
    expect(within(detail()).getByRole('img').getAttribute('aria-label')).toMatch(
      /^Course of RSI\(14\): from 100.00 to 100.00, lowest 100.00, highest 100.00$/,
    );
    expect(detail().textContent).toContain('60 candles since');
    fireEvent.click(screen.getByRole('button', { name: 'ADX(14) +DI' }));
    expect(within(detail()).getByRole<HTMLSelectElement>('combobox').value).toBe('adx plusDi');
    expect(detail().textContent).toContain('30.00');
    fireEvent.change(within(detail()).getByRole('combobox'), {
      target: { value: 'macd histogram' },
    });
    expect(screen.getByRole('button', { name: /^MACD/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('count the signals of today by side, with their ratio and mean strength', () => {
    const today = () => screen.getByRole('region', { name: 'Signals today' }).textContent;
    show();
    expect(today()).toBe('Signals todayAll4BUY3SELL1BUY : SELL3.00 : 1Mean strength0.63');
    show({ total: 2, buy: 2, sell: 0 });
    expect(today()).toContain('BUY : SELLBUY only');
    show({ total: 0, buy: 0, sell: 0 });
    expect(today()).toContain('BUY : SELL–Mean strength–');
  });
});

describe('the series whose metrics are shown', () => {
  const stillClock: PageClock = {
    now: () => 0,
    setTimer: () => ({ cancel: () => undefined }),
  };
  const options = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
  const open = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Symbol: BTCUSDT. Choose another' }));
    return screen.getByRole('combobox', { name: 'Search all symbols' });
  };

  it('may be of any interval of the exchange', () => {
    const choice = screen.getByRole('combobox', { name: 'Interval of the metrics' });
    expect(within(choice).getAllByRole('option')).toHaveLength(16);
    fireEvent.change(choice, { target: { value: '3d' } });
    expect(selection.value).toEqual({ symbol: 'BTCUSDT', interval: '3d' });
    act(() => select({ symbol: 'BTCUSDT', interval: '1h' }));
  });

  it('may be any watched symbol', () => {
    const field = open();
    expect(screen.getAllByRole('option', { name: /USDT/ })).toHaveLength(2);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(selection.value?.symbol).toBe('ETHUSDT');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('may be any other symbol of the exchange, which is watched from then on', () => {
    const engine = createFakeEngine();
    const stop = startEngine(() => engine, options, stillClock);
    const field = open();
    fireEvent.input(field, { target: { value: 'usdt sol' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'SOLUSDT' });
    expect(selection.value?.symbol).toBe('BTCUSDT');
    const watchlist = { symbols: ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'], intervals: ['1h'] } as const;
    act(() => apply({ type: 'watchlistChanged', watchlist }));
    expect(selection.value?.symbol).toBe('SOLUSDT');
    stop();
  });
});

describe('the views of the metrics', () => {
  it('are the indicators and the matrix of all series', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Matrix' }));
    expect(await screen.findByRole('grid', { name: /^Matrix/ })).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Indicators compared' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Indicators' }));
    expect(screen.getByRole('group', { name: 'Indicators compared' })).toBeTruthy();
  });

  it('may have more room', () => {
    const button = screen.getByRole('button', { name: 'More room for the metrics' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(hasMoreRoom.value).toBe(true);
    act(toggleRoom);
    expect(button.getAttribute('aria-pressed')).toBe('false');
  });
});

function place(percent: number): string {
  return `${percent}% of the way from the least to the greatest`;
}
