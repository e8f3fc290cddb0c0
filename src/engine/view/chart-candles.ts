/** The closed candles of one chart: those that are watched, and what came before them. */
import { candleAt, sliceColumns } from '../../domain/candle.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { createCandleSeries } from '../../domain/candle-series.ts';
import type { CandleSeries } from '../../domain/candle-series.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';

export interface ChartCandles {
  readonly length: number;
  /** Open time of the oldest; undefined while there are none. */
  readonly first: number | undefined;
  /** Views, good until the next change. */
  columns(): CandleColumns;
  /** Takes the watched candles over, and keeps what is older where nothing is missing in between. */
  follow(watched: CandleSeries): void;
  /** False for one that does not come after the last, or that has none before it. */
  append(candle: Candle): boolean;
  /** Puts older candles, oldest first, before those that are there. */
  prepend(older: readonly Candle[]): void;
}

export function createChartCandles(interval: Interval): ChartCandles {
  let series = createCandleSeries(1);

  /** How many of the candles came before that open time; 0 where it does not follow on them. */
  const olderThan = (openTime: number): number => {
    const { openTime: times } = series.columns();
    const known = times.indexOf(openTime);
    if (known >= 0) return known;
    const last = times.at(-1);
    const isNext = last !== undefined && shiftOpenTime(interval, last, 1) === openTime;
    return isNext ? times.length : 0;
  };

  return {
    get length() {
      return series.length;
    },
    get first() {
      return series.at(0)?.openTime;
    },
    columns: () => series.columns(),
    follow(watched) {
      const first = watched.at(0);
      const older = first === undefined ? 0 : olderThan(first.openTime);
      const kept = sliceColumns(series.columns(), 0, older);
      series = createCandleSeries(Math.max(1, watched.capacity, older + watched.length));
      appendAll(series, kept);
      appendAll(series, watched.columns());
    },
    append(candle) {
      const { last } = series;
      if (last === undefined || candle.openTime <= last.openTime) return false;
      series.append(candle);
      return true;
    },
    prepend(older) {
      const known = series.columns();
      const first = known.openTime[0] ?? Infinity;
      const before = older.filter(({ openTime }) => openTime < first);
      const grown = createCandleSeries(Math.max(series.capacity, before.length + series.length));
      for (const candle of before) grown.append(candle);
      appendAll(grown, known);
      series = grown;
    },
  };
}

function appendAll(series: CandleSeries, columns: CandleColumns): void {
  for (let index = 0; index < columns.openTime.length; index++) {
    series.append(candleAt(columns, index));
  }
}
