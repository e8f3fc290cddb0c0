import { closes, combine, earlier, ema, highest, lowest, mean, middles } from './series.ts';
import { overWindows, param, sma, sum, trueRanges, wilder } from './series.ts';
import type { Batch } from './series.ts';

/** Lines at distances of `width` around `middle`. */
function around(middle: readonly number[], width: readonly number[]) {
  const upper = combine((value, distance) => value + distance, middle, width);
  const lower = combine((value, distance) => value - distance, middle, width);
  return { upper, middle: combine((one, other) => (one + other) / 2, upper, lower), lower };
}

const deviations = (values: readonly number[], length: number) =>
  overWindows(values, length, (window) => {
    const middle = mean(window);
    return Math.sqrt(mean(window.map((value) => (value - middle) ** 2)));
  });

/** The end of the least-squares line through the values. */
function regressionEnd(values: readonly number[]): number {
  const middle = mean(values);
  const center = (values.length - 1) / 2;
  const offsets = values.map((_, index) => index - center);
  const squares = sum(offsets.map((offset) => offset ** 2));
  const slope =
    sum(combine((value, offset) => (value - middle) * offset, values, offsets)) / squares;
  return squares === 0 ? middle : middle + slope * center;
}

export const CHANNELS = {
  bollinger: (candles, params) => {
    const length = param(params, 'length');
    const spread = deviations(closes(candles), length);
    return around(
      sma(closes(candles), length),
      spread.map((deviation) => param(params, 'deviations') * deviation),
    );
  },
  keltner: (candles, params) => {
    const ranges = wilder(trueRanges(candles), param(params, 'atrLength'));
    return around(
      ema(closes(candles), param(params, 'length')),
      ranges.map((range) => param(params, 'multiplier') * range),
    );
  },
  donchian: (candles, params) => {
    const length = param(params, 'length');
    return {
      upper: highest(candles, length),
      middle: middles(candles, length),
      lower: lowest(candles, length),
    };
  },
  breakout: (candles, params) => {
    const upper = earlier(highest(candles, param(params, 'length')));
    const lower = earlier(lowest(candles, param(params, 'length')));
    const direction = combine(
      (close, high, low) =>
        Number.isNaN(high) ? high : Number(close > high) - Number(close < low),
      closes(candles),
      upper,
      lower,
    );
    return { upper, lower, direction };
  },
  ichimoku: (candles, params) => {
    const conversion = middles(candles, param(params, 'conversion'));
    const base = middles(candles, param(params, 'base'));
    return {
      conversion,
      base,
      spanA: combine((one, other) => (one + other) / 2, conversion, base),
      spanB: middles(candles, param(params, 'span')),
    };
  },
  squeeze: (candles, params) => {
    const values = closes(candles);
    const length = param(params, 'length');
    const keltnerLength = param(params, 'keltnerLength');
    const mean = sma(values, keltnerLength);
    const bands = around(
      sma(values, length),
      deviations(values, length).map((deviation) => param(params, 'deviations') * deviation),
    );
    const channel = around(
      mean,
      sma(trueRanges(candles), keltnerLength).map((range) => param(params, 'multiplier') * range),
    );
    const squeeze = combine(
      (bandTop, bandBottom, top, bottom) => {
        if (Number.isNaN(bandTop + top)) return Number.NaN;
        const isOn = bandBottom > bottom && bandTop < top;
        return isOn ? 1 : -Number(bandBottom < bottom && bandTop > top);
      },
      bands.upper,
      bands.lower,
      channel.upper,
      channel.lower,
    );
    const distances = combine(
      (close, middle, average) => close - (middle + average) / 2,
      values,
      middles(candles, keltnerLength),
      mean,
    );
    return { momentum: overWindows(distances, keltnerLength, regressionEnd), squeeze };
  },
} satisfies Readonly<Record<string, Batch>>;
