import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import type { Candle } from '../../domain/candle.ts';
import { computeSeries, indicators } from '../../domain/indicators/index.ts';
import { plotSeries } from '../state/series.ts';
import type { PlotSeries } from '../state/series.ts';
import { trackCourse } from './course.ts';

const HOUR = 3_600_000;
const candles = Array.from({ length: 80 }, (_, index): Candle => {
  const close = 100 + 10 * Math.sin(index / 5);
  return { openTime: index * HOUR, open: close, high: close, low: close, close, volume: 1 };
});
const seriesOf = (count: number) => plotSeries('BTCUSDT', '1h', columnsOf(candles.slice(0, count)));
const append = (series: PlotSeries, candle: Candle) => {
  for (const [field, value] of Object.entries(candle)) {
    (series[field as keyof Candle] as number[]).push(value as number);
  }
};
const track = () => trackCourse(indicators.rsi, { length: 14 }, 'value');
const { value: whole } = computeSeries('rsi', {}, columnsOf(candles));

describe('the course of an indicator', () => {
  it('is what the whole series computes to, the newest candle included', () => {
    const { openTimes, values } = track().of(seriesOf(80), 500);
    expect(values).toEqual([...whole]);
    expect(openTimes).toEqual(candles.map(({ openTime }) => openTime));
  });

  it('goes on candle by candle', () => {
    const series = seriesOf(40);
    const tracker = track();
    tracker.of(series, 500);
    for (const candle of candles.slice(40)) {
      append(series, candle);
      tracker.of(series, 500);
    }
    expect(tracker.of(series, 500).values).toEqual([...whole]);
  });

  it('does not fold in the candle that may still change', () => {
    const series = seriesOf(60);
    const tracker = track();
    series.close[59] = 500;
    tracker.of(series, 500);
    series.close[59] = candles[59]?.close ?? 0;
    append(series, candles[60] as Candle);
    expect(tracker.of(series, 500).values).toEqual(Array.from(whole.slice(0, 61)));
  });

  it('keeps as many as are asked for, also when the oldest leave the series', () => {
    const series = seriesOf(50);
    const tracker = track();
    tracker.of(series, 30);
    append(series, candles[50] as Candle);
    for (const field of Object.keys(candles[0] as Candle)) {
      (series[field as keyof Candle] as number[]).shift();
    }
    const { openTimes, values } = tracker.of(series, 30);
    expect(values).toHaveLength(31);
    expect(openTimes.at(-1)).toBe(50 * HOUR);
    expect(openTimes[0]).toBe(20 * HOUR);
  });

  it('begins anew with another series, and is nothing without candles', () => {
    const tracker = track();
    tracker.of(seriesOf(80), 500);
    expect(tracker.of(seriesOf(20), 500).values).toEqual(Array.from(whole.slice(0, 20)));
    expect(tracker.of(seriesOf(0), 500).values).toEqual([]);
  });
});
