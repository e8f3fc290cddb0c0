/**
 * Where a series is going, by its closed candles:
 * - `up`: the last one closed above EMA(50), and EMA(50) is higher than five candles before;
 * - `down`: it closed below, and EMA(50) is lower;
 * - `flat`: anything else.
 *
 * The page says the same in words beside what it shows.
 */
import type { Candle } from '../../domain/candle.ts';
import { startEma, stepEma } from '../../domain/indicators/ema.ts';
import type { Trend } from '../../protocol/market-state.ts';

/** Candles that the average looks back on. */
const LENGTH = 50;
/** Candles between the two averages that are compared. */
const SLOPE = 5;

export interface SeriesTrend {
  /** One that does not open after the last one begins the series anew, as at another venue. */
  close(candle: Candle): void;
  /** Null until there are two averages to compare: for the first 54 candles. */
  readonly now: Trend | null;
}

export function createSeriesTrend(): SeriesTrend {
  let average = startEma(LENGTH);
  /** The last averages, oldest first; as many as it takes to compare. */
  let averages: number[] = [];
  let lastOpenTime = Number.NEGATIVE_INFINITY;
  let now: Trend | null = null;

  return {
    close({ openTime, close }) {
      if (openTime <= lastOpenTime) {
        average = startEma(LENGTH);
        averages = [];
      }
      lastOpenTime = openTime;
      average = stepEma(average, close);
      averages.push(average.value);
      if (averages.length > SLOPE + 1) averages.shift();
      now = trendOf(close, average.value, averages.length > SLOPE ? averages[0] : undefined);
    },
    get now() {
      return now;
    },
  };
}

function trendOf(close: number, average: number, before = Number.NaN): Trend | null {
  if (Number.isNaN(before)) return null;
  if (close > average && average > before) return 'up';
  return close < average && average < before ? 'down' : 'flat';
}
