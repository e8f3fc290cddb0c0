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

/** The candles on a chart, oldest first, in columns of equal length. */
export interface PlotSeries {
  readonly symbol: string;
  readonly interval: Interval;
  readonly openTime: number[];
  readonly open: number[];
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
  readonly volume: number[];
}

/** An indicator's outputs over the candles, index by index. */
export interface LoadedLines {
  readonly key: string;
  readonly outputs: Readonly<Record<string, number[]>>;
}

/**
 * The candles that the engine keeps up to date, with the indicators that the chart shows. The arrays
 * change in place: watch `candlesRevision` and `linesRevision` (`chart-lines.ts`).
 */
export interface LoadedSeries extends PlotSeries {
  /** The exchange has no older ones. */
  readonly isComplete: boolean;
  lines: readonly LoadedLines[];
}

/** Replaced when a series is loaded as a whole. */
export const loadedSeries = signal<LoadedSeries | null>(null);

/** Grows with every change to the arrays of the loaded series. */
export const candlesRevision = signal(0);

/** How many candles the loaded series may have: as many as it came with, or as are kept. */
let mostCandles = 0;

/** Lines of the same series stay, each value at its candle, until the engine has sent new ones. */
export function loadCandles(
  symbol: string,
  interval: Interval,
  columns: CandleColumns,
  isComplete: boolean,
): void {
  const before = loadedSeries.peek();
  const series = plotSeries(symbol, interval, columns);
  const isSame = before?.symbol === symbol && before.interval === interval;
  const lines = isSame ? movedLines(before, series) : [];
  mostCandles = Math.max(settings.peek().bufferSize, series.openTime.length);
  loadedSeries.value = { ...series, isComplete, lines };
}

export function plotSeries(symbol: string, interval: Interval, columns: CandleColumns): PlotSeries {
  return {
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

function movedLines(before: LoadedSeries, { openTime }: PlotSeries): readonly LoadedLines[] {
  const places = new Map(before.openTime.map((time, index) => [time, index]));
  const move = (values: readonly number[]) =>
    openTime.map((time) => values[places.get(time) ?? -1] ?? Number.NaN);
  return before.lines.map(({ key, outputs }) => ({
    key,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, values]) => [name, move(values)]),
    ),
  }));
}

/** A candle of another series, or older than the last one, changes nothing. */
export function applyCandle({ symbol, interval, candle }: SeriesCandle): void {
  const series = loadedSeries.value;
  if (series?.symbol !== symbol || series.interval !== interval) return;
  const last = series.openTime.length - 1;
  const lastOpenTime = series.openTime[last] ?? -1;
  if (candle.openTime < lastOpenTime) return;
  if (candle.openTime === lastOpenTime) write(series, last, candle);
  else {
    write(series, last + 1, candle);
    for (const column of lineColumns(series)) column[last + 1] = Number.NaN;
    if (last + 1 >= mostCandles) dropOldest(series);
  }
  candlesRevision.value += 1;
}

function write(series: PlotSeries, index: number, candle: Candle): void {
  series.openTime[index] = candle.openTime;
  series.open[index] = candle.open;
  series.high[index] = candle.high;
  series.low[index] = candle.low;
  series.close[index] = candle.close;
  series.volume[index] = candle.volume;
}

function lineColumns({ lines }: LoadedSeries): readonly number[][] {
  return lines.flatMap(({ outputs }) => Object.values(outputs));
}

function dropOldest(series: LoadedSeries): void {
  const { openTime, open, high, low, close, volume } = series;
  const columns = [openTime, open, high, low, close, volume, ...lineColumns(series)];
  for (const column of columns) column.shift();
}
