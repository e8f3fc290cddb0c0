import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { NOON, someColumns } from '../testing/fixtures.ts';
import { applyPoints, linesRevision, loadLines } from './chart-lines.ts';
import { applyCandle, loadCandles, loadedSeries } from './series.ts';
import { settings } from './settings.ts';

const HOUR = 3_600_000;
const load = (count: number) => loadCandles('BTCUSDT', '1h', someColumns(count), false);
const line = () => loadedSeries.value?.lines[0]?.outputs['value'];
const next = (hours: number) =>
  applyCandle({
    symbol: 'BTCUSDT',
    interval: '1h',
    candle: { openTime: NOON + hours * HOUR, open: 1, high: 2, low: 1, close: 2, volume: 1 },
    isClosed: false,
  });
const point = (openTime: number, value: number) =>
  applyPoints('BTCUSDT', '1h', openTime, [{ key: 'a', outputs: { value } }]);

beforeEach(() => {
  settings.value = { ...DEFAULT_SETTINGS, bufferSize: 4 };
  load(3);
  loadLines('BTCUSDT', '1h', [{ key: 'a', outputs: { value: Float64Array.of(1, 2, 3) } }]);
});

describe('the lines of the chart', () => {
  it('change at their candle, and nowhere else', () => {
    const before = linesRevision.value;
    point(NOON, 9);
    point(NOON - HOUR, 8);
    point(NOON + HOUR, 7);
    expect(line()).toEqual([1, 8, 9]);
    expect(linesRevision.value).toBe(before + 2);
  });

  it('have no value at a new candle until it has come, and move on with the candles', () => {
    next(1);
    expect(line()).toEqual([1, 2, 3, Number.NaN]);
    point(NOON + HOUR, 4);
    next(2);
    expect(line()).toEqual([2, 3, 4, Number.NaN]);
    expect(loadedSeries.value?.openTime).toHaveLength(4);
  });

  it('stay at their candles while older candles come, until their own past has come', () => {
    load(5);
    expect(line()).toEqual([Number.NaN, Number.NaN, 1, 2, 3]);
  });

  it('go with another series, and are none of its', () => {
    loadCandles('ETHUSDT', '1h', someColumns(3), false);
    expect(loadedSeries.value?.lines).toEqual([]);
    point(NOON, 9);
    loadLines('BTCUSDT', '1h', [{ key: 'a', outputs: { value: Float64Array.of(1, 2, 3) } }]);
    expect(loadedSeries.value?.lines).toEqual([]);
  });
});
