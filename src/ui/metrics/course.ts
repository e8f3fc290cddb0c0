/**
 * The values of one output over the candles on the chart. The past is folded in once, each closed
 * candle once; the newest candle, which may still change, by one step that is thrown away.
 */
import type { Candle } from '../../domain/candle.ts';
import { outputOf } from '../../domain/indicators/definition.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import type { PlotSeries } from '../state/series.ts';

export interface Course {
  /** Oldest first, as many as there are values; the last is the newest candle. */
  readonly openTimes: readonly number[];
  /** NaN before warm-up. */
  readonly values: readonly number[];
}

export interface CourseTracker {
  /** Over the last `most` candles and the newest one. To be asked again as the series goes on. */
  of(series: PlotSeries, most: number): Course;
}

export function trackCourse(
  indicator: Indicator,
  params: Readonly<Record<string, number>>,
  output: string,
): CourseTracker {
  let followed: PlotSeries | null = null;
  let state = indicator.start(params);
  let openTimes: number[] = [];
  let values: number[] = [];

  const begin = (series: PlotSeries): void => {
    followed = series;
    state = indicator.start(params);
    openTimes = [];
    values = [];
  };

  /** The first candle that has not been folded in. */
  const nextIndex = ({ openTime }: PlotSeries, most: number): number => {
    const known = openTimes.at(-1);
    if (known === undefined) return Math.max(0, openTime.length - 1 - most);
    let index = openTime.length;
    while (index > 0 && (openTime[index - 1] ?? 0) > known) index -= 1;
    return index;
  };

  return {
    of(series, most) {
      if (series !== followed) begin(series);
      const last = series.openTime.length - 1;
      for (let index = nextIndex(series, most); index < last; index++) {
        const candle = candleOf(series, index);
        state = indicator.step(state, candle);
        openTimes.push(candle.openTime);
        values.push(outputOf(state, output));
      }
      const excess = openTimes.length - most;
      if (excess > 0) {
        openTimes.splice(0, excess);
        values.splice(0, excess);
      }
      if (last < 0) return { openTimes, values };
      const newest = candleOf(series, last);
      const value = outputOf(indicator.step(state, newest), output);
      return { openTimes: [...openTimes, newest.openTime], values: [...values, value] };
    },
  };
}

function candleOf(series: PlotSeries, index: number): Candle {
  return {
    openTime: series.openTime[index] ?? Number.NaN,
    open: series.open[index] ?? Number.NaN,
    high: series.high[index] ?? Number.NaN,
    low: series.low[index] ?? Number.NaN,
    close: series.close[index] ?? Number.NaN,
    volume: series.volume[index] ?? Number.NaN,
  };
}
