/**
 * The classic indicators over a whole series at once, each in one loop over the columns.
 *
 * A fast path. A fold makes a new state for each candle, which is what lets an open candle be previewed;
 * over a whole series nobody previews, and no state need be made: a chart of many candles and a replay
 * take a tenth of the time (`docs/performance.md`). The proof is `whole-series.test.ts`: to the last
 * bit the values are those of the fold, which stays the definition. The arithmetic is the same, step by
 * step, in the same order.
 */
import { stretchesOf } from '../stretches.ts';
import type { Stretch } from '../stretches.ts';
import { SMALLEST_SHARE } from './bollinger.ts';
import type { SeriesColumns } from './column-candle.ts';
import { NEUTRAL } from './rsi.ts';
import { roundOff } from './rolling-sum.ts';

type Params = Readonly<Record<string, number>>;
type Column = ArrayLike<number>;

/** A column for each output; parameters as parsed. */
export type WholeSeries = (
  candles: SeriesColumns,
  params: Params,
) => Readonly<Record<string, Float64Array>>;

/** By the name of the indicator. Those that are not here are folded. */
export const WHOLE_SERIES: ReadonlyMap<string, WholeSeries> = new Map<string, WholeSeries>([
  ['sma', ({ close }, { length = 1 }) => ({ value: meansOf(close, length) })],
  [
    'ema',
    ({ close }, { length = 1 }) => ({ value: averagesOf(close, 0, length, emaDecay(length)) }),
  ],
  ['rsi', ({ close }, { length = 1 }) => ({ value: strengthsOf(close, length) })],
  ['macd', ({ close }, params) => divergencesOf(close, params)],
  ['bollinger', ({ close }, params) => bandsOf(close, params)],
  ['atr', (candles, { length = 1 }) => ({ value: rangesOf(candles, length) })],
]);

function emaDecay(length: number): number {
  return (length - 1) / (length + 1);
}

/** To be written from index `first` on; not defined before. */
function columnFrom(first: number, length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN, 0, first);
}

/** As `stepSma` says. */
function meansOf(values: Column, length: number): Float64Array {
  const means = columnFrom(length - 1, values.length);
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < values.length; at++) {
    const entering = values[at] ?? 0;
    const leaving = at < length ? 0 : (values[at - length] ?? 0);
    const grown = sum + entering;
    const rolled = grown - leaving;
    lost = lost + roundOff(sum, entering, grown) + roundOff(grown, -leaving, rolled);
    sum = rolled;
    if (at >= length - 1) means[at] = (sum + lost) / length;
  }
  return means;
}

/** As `stepEma` says, of the values from `first` on. */
function averagesOf(values: Column, first: number, length: number, decay: number): Float64Array {
  const seeded = first + length - 1;
  const averages = columnFrom(seeded, values.length);
  let sum = 0;
  for (let at = first; at <= seeded && at < values.length; at++) sum += values[at] ?? 0;
  let average = sum / length;
  if (seeded < values.length) averages[seeded] = average;
  for (let at = seeded + 1; at < values.length; at++) {
    const value = values[at] ?? 0;
    average = value - decay * (value - average);
    averages[at] = average;
  }
  return averages;
}

/** As `stepRsi` says; in stretches, since a replay waits for this one most (`stretches.ts`). */
function strengthsOf(closes: Column, length: number): Float64Array {
  const strengths = columnFrom(length, closes.length);
  let gain = 0;
  let loss = 0;
  for (let at = 1; at <= length && at < closes.length; at++) {
    const change = (closes[at] ?? 0) - (closes[at - 1] ?? 0);
    gain = (change > 0 ? change : 0) + gain;
    loss = (change < 0 ? -change : 0) + loss;
  }
  let averages: Averages = { gain: gain / length, loss: loss / length };
  if (length < closes.length) strengths[length] = strengthOf(averages.gain, averages.loss);
  for (const stretch of stretchesOf(closes.length, length + 1)) {
    averages = writeStrengths(strengths, closes, length, averages, stretch);
  }
  return strengths;
}

interface Averages {
  readonly gain: number;
  readonly loss: number;
}

/** No branch on rise or fall: which of them comes next cannot be foreseen. */
function writeStrengths(
  strengths: Float64Array,
  closes: Column,
  length: number,
  before: Averages,
  { from, to }: Stretch,
): Averages {
  let { gain, loss } = before;
  let strength = strengths[from - 1] ?? Number.NaN;
  for (let at = from; at < to; at++) {
    const change = (closes[at] ?? 0) - (closes[at - 1] ?? 0);
    const rise = (change + Math.abs(change)) / 2;
    gain = (gain * (length - 1) + rise) / length;
    loss = (loss * (length - 1) + (rise - change)) / length;
    if (change !== 0) strength = strengthOf(gain, loss);
    strengths[at] = strength;
  }
  return { gain, loss };
}

function strengthOf(gain: number, loss: number): number {
  return gain + loss > 0 ? (100 * gain) / (gain + loss) : NEUTRAL;
}

/** As `stepMacd` says. */
function divergencesOf(closes: Column, { fast = 1, slow = 1, signal = 1 }: Params) {
  const fasts = averagesOf(closes, 0, fast, emaDecay(fast));
  const slows = averagesOf(closes, 0, slow, emaDecay(slow));
  const macd = fasts;
  for (let at = 0; at < macd.length; at++) macd[at] = (fasts[at] ?? 0) - (slows[at] ?? 0);
  const signals = averagesOf(macd, Math.max(fast, slow) - 1, signal, emaDecay(signal));
  const histogram = slows;
  for (let at = 0; at < macd.length; at++) histogram[at] = (macd[at] ?? 0) - (signals[at] ?? 0);
  return { macd, signal: signals, histogram };
}

/** As `stepBollinger` says. */
function bandsOf(closes: Column, { length = 1, deviations = 1 }: Params) {
  const upper = columnFrom(length - 1, closes.length);
  const middle = columnFrom(length - 1, closes.length);
  const lower = columnFrom(length - 1, closes.length);
  let anchor = 0;
  let sum = 0;
  let sumLost = 0;
  let square = 0;
  let squareLost = 0;
  for (let at = 0; at < closes.length; at++) {
    const close = closes[at] ?? 0;
    const entering = close - anchor;
    const leaving = at < length ? 0 : (closes[at - length] ?? 0) - anchor;
    const grown = sum + entering;
    const rolled = grown - leaving;
    sumLost = sumLost + roundOff(sum, entering, grown) + roundOff(grown, -leaving, rolled);
    sum = rolled;
    const inSquare = entering * entering;
    const outSquare = leaving * leaving;
    const grownSquare = square + inSquare;
    const rolledSquare = grownSquare - outSquare;
    squareLost =
      squareLost +
      roundOff(square, inSquare, grownSquare) +
      roundOff(grownSquare, -outSquare, rolledSquare);
    square = rolledSquare;
    if (at < length - 1) continue;

    let total = sum + sumLost;
    const squares = square + squareLost;
    let spread = squares - (total * total) / length;
    if (spread < SMALLEST_SHARE * squares) {
      anchor = close;
      sum = 0;
      square = 0;
      for (let from = at; from > at - length; from--) {
        const distance = (closes[from] ?? anchor) - anchor;
        sum += distance;
        square += distance * distance;
      }
      sumLost = 0;
      squareLost = 0;
      total = sum;
      spread = square - (sum * sum) / length;
    }
    const mean = anchor + total / length;
    const width = deviations * Math.sqrt(spread > 0 ? spread / length : 0);
    upper[at] = mean + width;
    middle[at] = mean;
    lower[at] = mean - width;
  }
  return { upper, middle, lower };
}

/** As `stepAtr` says: the Wilder average of the true ranges, of which the first candle has none. */
function rangesOf({ high: highs, low: lows, close: closes }: SeriesColumns, length: number) {
  const ranges = columnFrom(1, closes.length);
  for (let at = 1; at < ranges.length; at++) {
    const last = closes[at - 1] ?? 0;
    const high = highs[at] ?? 0;
    const low = lows[at] ?? 0;
    ranges[at] = (high > last ? high : last) - (low < last ? low : last);
  }
  return averagesOf(ranges, 1, length, (length - 1) / length);
}
