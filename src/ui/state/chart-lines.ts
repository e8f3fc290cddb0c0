import { signal } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import type { ChartLines, ChartPoint } from '../../protocol/chart.ts';
import { loadedSeries } from './series.ts';
import type { LoadedSeries } from './series.ts';

/** Grows with every change to the lines of the loaded series. */
export const linesRevision = signal(0);

export function loadLines(symbol: string, interval: Interval, lines: readonly ChartLines[]): void {
  const series = loaded(symbol, interval);
  if (!series) return;
  series.lines = lines.map(({ key, outputs }) => ({
    key,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, values]) => [name, Array.from(values)]),
    ),
  }));
  linesRevision.value += 1;
}

/** Values of a candle that is not loaded change nothing. */
export function applyPoints(
  symbol: string,
  interval: Interval,
  openTime: number,
  points: readonly ChartPoint[],
): void {
  const series = loaded(symbol, interval);
  const index = series?.openTime.lastIndexOf(openTime) ?? -1;
  if (!series || index < 0) return;
  for (const { key, outputs } of points) {
    const lines = series.lines.find((line) => line.key === key);
    for (const [name, value] of Object.entries(outputs)) {
      const line = lines?.outputs[name];
      if (line) line[index] = value;
    }
  }
  linesRevision.value += 1;
}

function loaded(symbol: string, interval: Interval): LoadedSeries | undefined {
  const series = loadedSeries.value;
  return series?.symbol === symbol && series.interval === interval ? series : undefined;
}
