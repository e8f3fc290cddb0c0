import type { Candle } from '../domain/candle.ts';

/**
 * Every indicator computed the slow way, straight from its definition over the whole series. What
 * is not defined is NaN. Written apart from the incremental versions, which are held against it.
 */
type Params = Readonly<Record<string, number>>;
type Batch = (candles: readonly Candle[], params: Params) => Readonly<Record<string, number[]>>;

const param = (params: Params, name: string): number => params[name] ?? Number.NaN;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Applies `compute` to the last `length` values at each index. */
function overWindows(
  values: readonly number[],
  length: number,
  compute: (window: readonly number[]) => number,
): number[] {
  return values.map((_, index) =>
    index < length - 1 ? Number.NaN : compute(values.slice(index - length + 1, index + 1)),
  );
}

/** Seeded with the mean of the first `length` defined values, then blended by `weight`. */
function smoothed(values: readonly number[], length: number, weight: number): number[] {
  const first = values.findIndex((value) => !Number.isNaN(value));
  let average = Number.NaN;
  return values.map((value, index) => {
    const seen = first < 0 ? 0 : index - first + 1;
    if (seen === length) average = mean(values.slice(first, index + 1));
    else if (seen > length) average = weight * value + (1 - weight) * average;
    return average;
  });
}

const ema = (values: readonly number[], length: number) =>
  smoothed(values, length, 2 / (length + 1));

export const BATCH_INDICATORS: Readonly<Record<string, Batch>> = {
  sma: (candles, params) => ({
    value: overWindows(closes(candles), param(params, 'length'), mean),
  }),
  ema: (candles, params) => ({ value: ema(closes(candles), param(params, 'length')) }),
  rsi: (candles, params) => {
    const length = param(params, 'length');
    const values = closes(candles);
    const changes = values.map((close, index) => close - (values[index - 1] ?? Number.NaN));
    const part = (sign: 1 | -1) =>
      smoothed(
        changes.map((change) => (Number.isNaN(change) ? change : Math.max(0, sign * change))),
        length,
        1 / length,
      );
    const losses = part(-1);
    return {
      value: part(1).map((gain, index) => {
        const loss = losses[index] ?? Number.NaN;
        return gain + loss === 0 ? 50 : (100 * gain) / (gain + loss);
      }),
    };
  },
  macd: (candles, params) => {
    const slow = ema(closes(candles), param(params, 'slow'));
    const fast = ema(closes(candles), param(params, 'fast'));
    const macd = fast.map((value, index) => value - (slow[index] ?? Number.NaN));
    const signal = ema(macd, param(params, 'signal'));
    const histogram = macd.map((value, index) => value - (signal[index] ?? Number.NaN));
    return { macd, signal, histogram };
  },
  bollinger: (candles, params) => {
    const band = (side: number) =>
      overWindows(closes(candles), param(params, 'length'), (window) => {
        const middle = mean(window);
        const spread = mean(window.map((close) => (close - middle) ** 2));
        return middle + side * param(params, 'deviations') * Math.sqrt(spread);
      });
    return { upper: band(1), middle: band(0), lower: band(-1) };
  },
};

function closes(candles: readonly Candle[]): number[] {
  return candles.map((candle) => candle.close);
}
