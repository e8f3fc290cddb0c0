import type { Candle } from '../candle.ts';
import { defineIndicator } from './definition.ts';
import { typicalPrice } from './typical-price.ts';
import { isDayStart, utcDayOf } from './utc-day.ts';

export interface PivotsState extends PivotLevels {
  /** The day so far, as one candle; null before the first. */
  readonly day: Candle | null;
}

interface PivotLevels {
  readonly pivot: number;
  readonly r1: number;
  readonly r2: number;
  readonly r3: number;
  readonly s1: number;
  readonly s2: number;
  readonly s3: number;
}

function stepPivots(state: PivotsState, candle: Candle): PivotsState {
  const { day } = state;
  if (day === null) return atLevels(candle, state);
  if (utcDayOf(day.openTime) === utcDayOf(candle.openTime)) {
    return atLevels(extend(day, candle), state);
  }
  return atLevels(candle, isDayStart(day.openTime) ? levelsAfter(day) : state);
}

function extend(day: Candle, { high, low, close, volume }: Candle): Candle {
  return {
    openTime: day.openTime,
    open: day.open,
    high: high > day.high ? high : day.high,
    low: low < day.low ? low : day.low,
    close,
    volume: day.volume + volume,
  };
}

/** Field by field: to spread the levels would take ten times as long. */
function atLevels(day: Candle, { pivot, r1, r2, r3, s1, s2, s3 }: PivotLevels): PivotsState {
  return { day, pivot, r1, r2, r3, s1, s2, s3 };
}

function levelsAfter(day: Candle): PivotLevels {
  const { high, low } = day;
  const pivot = typicalPrice(day);
  return {
    pivot,
    r1: 2 * pivot - low,
    r2: pivot + (high - low),
    r3: high + 2 * (pivot - low),
    s1: 2 * pivot - high,
    s2: pivot - (high - low),
    s3: low - 2 * (high - pivot),
  };
}

/**
 * Classic (floor traders') pivot points: from the high, low and close of the day before, `pivot` is
 * their mean, `r1 = 2 × pivot − low` and `s1 = 2 × pivot − high`, `r2` and `s2` the pivot plus and
 * minus the day's range, `r3 = high + 2 × (pivot − low)` and `s3 = low − 2 × (high − pivot)`.
 *
 * As StockCharts' "standard" and TradingView's "traditional" points. The day is Binance's, from
 * 00:00 UTC; the day before is the last one on which there were candles. A series that begins
 * within a day does not know its range: the first values come after the first day that it saw
 * begin. From a day upwards each candle is a day of its own.
 */
export const pivots = defineIndicator({
  name: 'pivots',
  title: 'Pivot points',
  shortTitle: 'Pivots',
  parameters: {},
  outputs: ['pivot', 'r1', 'r2', 'r3', 's1', 's2', 's3'],
  placement: 'price',
  display: {
    style: 'steps',
  },
  waitsForDay: true,
  warmUp: () => ({ pivot: 1, r1: 1, r2: 1, r3: 1, s1: 1, s2: 1, s3: 1 }),
  start: (): PivotsState => ({
    day: null,
    pivot: Number.NaN,
    r1: Number.NaN,
    r2: Number.NaN,
    r3: Number.NaN,
    s1: Number.NaN,
    s2: Number.NaN,
    s3: Number.NaN,
  }),
  step: stepPivots,
});
