import { signal } from '@preact/signals';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import type { Interval } from '../../domain/interval.ts';
import type { SeriesCandle, SeriesReport } from '../../protocol/market-state.ts';
import { settings } from './settings.ts';

/** How complete each watched series is, by `seriesKey`. */
export const seriesReports = signal<ReadonlyMap<string, SeriesReport>>(new Map());

export function seriesKey(symbol: string, interval: Interval): string {
  return `${symbol}@${interval}`;
}

export function applySeriesReports(reports: readonly SeriesReport[]): void {
  const next = new Map(seriesReports.value);
  for (const report of reports) next.set(seriesKey(report.symbol, report.interval), report);
  seriesReports.value = next;
}

/** The candles on the chart, oldest first. The arrays grow in place: watch `candlesRevision`. */
export interface LoadedSeries {
  readonly symbol: string;
  readonly interval: Interval;
  readonly openTime: number[];
  readonly open: number[];
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
  readonly volume: number[];
}

/** Replaced when a series is loaded as a whole. */
export const loadedSeries = signal<LoadedSeries | null>(null);

/** Grows with every change to the arrays of the loaded series. */
export const candlesRevision = signal(0);

export function loadCandles(symbol: string, interval: Interval, columns: CandleColumns): void {
  loadedSeries.value = {
    symbol,
    interval,
    openTime: Array.from(columns.openTime),
    open: Array.from(columns.open),
    high: Array.from(columns.high),
    low: Array.from(columns.low),
    close: Array.from(columns.close),
    volume: Array.from(columns.volume),
  };
}

/** A candle of another series, or older than the last one, changes nothing. */
export function applyCandle({ symbol, interval, candle }: SeriesCandle): void {
  const series = loadedSeries.value;
  if (series?.symbol !== symbol || series.interval !== interval) return;
  const last = series.openTime.length - 1;
  const lastOpenTime = series.openTime[last] ?? -1;
  if (candle.openTime < lastOpenTime) return;
  const index = candle.openTime === lastOpenTime ? last : last + 1;
  write(series, index, candle);
  if (series.openTime.length > settings.value.bufferSize) dropOldest(series);
  candlesRevision.value += 1;
}

function write(series: LoadedSeries, index: number, candle: Candle): void {
  series.openTime[index] = candle.openTime;
  series.open[index] = candle.open;
  series.high[index] = candle.high;
  series.low[index] = candle.low;
  series.close[index] = candle.close;
  series.volume[index] = candle.volume;
}

function dropOldest(series: LoadedSeries): void {
  for (const column of [
    series.openTime,
    series.open,
    series.high,
    series.low,
    series.close,
    series.volume,
  ]) {
    column.shift();
  }
}
