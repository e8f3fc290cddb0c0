import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { NOON, someColumns } from '../testing/fixtures.ts';
import { applyCandle, candlesRevision, loadCandles, loadedSeries } from './series.ts';
import { settings } from './settings.ts';

const HOUR = 3_600_000;
const candle = (openTime: number, close: number) => ({
  symbol: 'BTCUSDT',
  interval: '1h' as const,
  candle: { openTime, open: 1, high: 2, low: 0.5, close, volume: 3 },
  isClosed: false,
});

beforeEach(() => {
  settings.value = DEFAULT_SETTINGS;
  loadCandles('BTCUSDT', '1h', someColumns(3), false);
});

describe('the loaded series', () => {
  it('replaces the candle with the same open time', () => {
    applyCandle(candle(NOON, 7));
    expect(loadedSeries.value?.close).toEqual([101, 102, 7]);
  });

  it('appends a newer candle', () => {
    applyCandle(candle(NOON + HOUR, 8));
    expect(loadedSeries.value?.openTime.at(-1)).toBe(NOON + HOUR);
    expect(loadedSeries.value?.close).toHaveLength(4);
  });

  it('is not changed by an older candle or another series', () => {
    const before = candlesRevision.value;
    applyCandle(candle(NOON - HOUR, 9));
    applyCandle({ ...candle(NOON, 9), symbol: 'ETHUSDT' });
    applyCandle({ ...candle(NOON, 9), interval: '4h' });
    expect(loadedSeries.value?.close).toEqual([101, 102, 103]);
    expect(candlesRevision.value).toBe(before);
  });

  it('holds no more candles than it came with, or than the buffer: oldest out first', () => {
    settings.value = { ...DEFAULT_SETTINGS, bufferSize: 2 };
    loadCandles('BTCUSDT', '1h', someColumns(3), false);
    applyCandle(candle(NOON + HOUR, 8));
    expect(loadedSeries.value?.close).toEqual([102, 103, 8]);
    expect(loadedSeries.value?.volume).toHaveLength(3);
  });
});
