import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import type { Candle } from '../../domain/candle.ts';
import { computeSeries } from '../../domain/indicators/index.ts';
import { candle, nthOpen } from '../../testing/market-events.ts';
import { trackSeriesMetrics } from './series-metrics.ts';

const CANDLES = Array.from({ length: 120 }, (_, index) =>
  candle(nthOpen(index), 100 + 10 * Math.sin(index / 7), 5 + (index % 3)),
);

const track = (candles: readonly Candle[], capacity = 500) =>
  trackSeriesMetrics(columnsOf(candles), capacity);

function metricOf(tracker: ReturnType<typeof trackSeriesMetrics>, name: string, last?: number) {
  const forming = last === undefined ? null : (CANDLES[last] ?? null);
  return tracker.read(forming).find(({ indicator }) => indicator === name);
}

describe('metrics of a series', () => {
  it('summarize what the whole series computes to, the open candle included', () => {
    const tracker = track(CANDLES.slice(0, 119));
    const { value } = computeSeries('rsi', {}, columnsOf(CANDLES));
    const defined = value.slice(14);
    expect(metricOf(tracker, 'rsi', 119)).toEqual({
      indicator: 'rsi',
      params: { length: 14 },
      output: 'value',
      value: defined.at(-1),
      change: (defined.at(-1) ?? 0) - (defined.at(-2) ?? 0),
      min: Math.min(...defined),
      max: Math.max(...defined),
      mean: expect.closeTo(defined.reduce((sum, each) => sum + each, 0) / defined.length, 9),
    });
  });

  it('are the same whether candles came at once or one by one', () => {
    const whole = track(CANDLES);
    const grown = track(CANDLES.slice(0, 40));
    for (const each of CANDLES.slice(40)) grown.close(each);
    expect(grown.read(null)).toEqual(whole.read(null));
  });

  it('look back on as many candles as are kept, however long they are followed', () => {
    const tracker = track(CANDLES.slice(0, 60), 50);
    for (const each of CANDLES.slice(60)) tracker.close(each);
    const { value } = computeSeries('sma', { length: 20 }, columnsOf(CANDLES));
    const kept = value.slice(-50);
    expect(metricOf(tracker, 'sma')).toMatchObject({
      value: kept.at(-1),
      min: Math.min(...kept),
      max: Math.max(...kept),
      mean: expect.closeTo(kept.reduce((sum, each) => sum + each, 0) / 50, 9),
    });
  });

  it('do not change by looking at the open candle', () => {
    const tracker = track(CANDLES.slice(0, 100));
    const before = tracker.read(null);
    tracker.read(candle(nthOpen(100), 900));
    tracker.read(candle(nthOpen(100), 1));
    expect(tracker.read(null)).toEqual(before);
  });

  it('leave out what is not warm yet, and directions', () => {
    const known = track(CANDLES.slice(0, 21)).read(null);
    expect(known.some(({ indicator }) => indicator === 'sma')).toBe(true);
    expect(known.some(({ indicator }) => indicator === 'macd')).toBe(false);
    expect(known.some(({ output }) => output === 'direction')).toBe(false);
  });

  it('of an empty series are none', () => {
    expect(track([]).read(null)).toEqual([]);
  });
});
