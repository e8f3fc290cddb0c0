import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import { computeSeries } from '../../domain/indicators/index.ts';
import { candle, nthOpen } from '../../testing/market-events.ts';
import { createSeriesTrend } from './series-trend.ts';

const candlesOf = (closes: readonly number[]) =>
  closes.map((close, index) => candle(nthOpen(index), close));

const rising = Array.from({ length: 60 }, (_, index) => 100 + index);

function trendAfter(closes: readonly number[]) {
  const trend = createSeriesTrend();
  for (const each of candlesOf(closes)) trend.close(each);
  return trend.now;
}

describe('the trend of a series', () => {
  it('is not known before two averages can be compared', () => {
    expect(trendAfter([])).toBeNull();
    expect(trendAfter(rising.slice(0, 54))).toBeNull();
    expect(trendAfter(rising.slice(0, 55))).toBe('up');
  });

  it('is up above an average that rises, down below one that falls', () => {
    expect(trendAfter(rising)).toBe('up');
    expect(trendAfter(rising.map((close) => -close))).toBe('down');
  });

  it('is flat where close and average disagree, and where nothing moves', () => {
    expect(trendAfter([...rising, 120])).toBe('flat');
    expect(trendAfter([...rising.map((close) => 200 - close), 120])).toBe('flat');
    expect(trendAfter(rising.map(() => 100))).toBe('flat');
  });

  it('is what the indicator says of the whole series, candle by candle', () => {
    const candles = candlesOf(rising.map((_, index) => 100 + 12 * Math.sin(index / 4)));
    const { value } = computeSeries('ema', { length: 50 }, columnsOf(candles));
    const trend = createSeriesTrend();
    for (const [index, each] of candles.entries()) {
      trend.close(each);
      const average = value[index] ?? Number.NaN;
      const before = value[index - 5] ?? Number.NaN;
      const isUp = each.close > average && average > before;
      const isDown = each.close < average && average < before;
      const isKnown = !Number.isNaN(before);
      expect(trend.now).toBe(isKnown ? (isUp ? 'up' : isDown ? 'down' : 'flat') : null);
    }
  });

  it('begins anew where a series does', () => {
    const trend = createSeriesTrend();
    for (const each of candlesOf(rising)) trend.close(each);
    trend.close(candle(nthOpen(3), 1));
    expect(trend.now).toBeNull();
  });
});
