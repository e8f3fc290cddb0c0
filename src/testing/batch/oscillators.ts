import { closes, combine, earlier, highest, lowest, mean, overWindows } from './series.ts';
import { param, sma, sum, trueRanges, typicalPrices, volumes, wilder } from './series.ts';
import type { Batch } from './series.ts';

function rsi(values: readonly number[], length: number): number[] {
  const changes = combine((close, last) => close - last, values, earlier(values));
  const part = (sign: 1 | -1) =>
    wilder(
      changes.map((change) => (Number.isNaN(change) ? change : Math.max(0, sign * change))),
      length,
    );
  return combine(
    (gain, loss) => (gain + loss === 0 ? 50 : (100 * gain) / (gain + loss)),
    part(1),
    part(-1),
  );
}

function smoothedTwice(raw: readonly number[], smoothing: number, signal: number) {
  const k = sma(raw, smoothing);
  return { k, d: sma(k, signal) };
}

const percentOf = (value: number, low: number, high: number) =>
  high === low ? 50 : (100 * (value - low)) / (high - low);

export const OSCILLATORS = {
  rsi: (candles, params) => ({ value: rsi(closes(candles), param(params, 'length')) }),
  stochastic: (candles, params) => {
    const length = param(params, 'length');
    const raw = combine(
      percentOf,
      closes(candles),
      lowest(candles, length),
      highest(candles, length),
    );
    return smoothedTwice(raw, param(params, 'smoothing'), param(params, 'signal'));
  },
  stochRsi: (candles, params) => {
    const values = rsi(closes(candles), param(params, 'rsiLength'));
    const raw = overWindows(values, param(params, 'length'), (window) =>
      percentOf(window.at(-1) ?? Number.NaN, Math.min(...window), Math.max(...window)),
    );
    const ranges = overWindows(
      values,
      param(params, 'length'),
      (window) => Math.max(...window) - Math.min(...window),
    );
    const memory = param(params, 'length') + param(params, 'smoothing') + param(params, 'signal');
    return {
      ...smoothedTwice(raw, param(params, 'smoothing'), param(params, 'signal')),
      // The least that the RSI moved where it counts: no output, but what its rounding is held to.
      moved: ranges.map((_, index) =>
        Math.min(...ranges.slice(Math.max(0, index - memory), index + 1).filter((it) => it > 0)),
      ),
    };
  },
  williamsR: (candles, params) => {
    const length = param(params, 'length');
    return {
      value: combine(
        (close, low, high) => (high === low ? -50 : (-100 * (high - close)) / (high - low)),
        closes(candles),
        lowest(candles, length),
        highest(candles, length),
      ),
    };
  },
  roc: (candles, params) => {
    const values = closes(candles);
    const past = earlier(values, param(params, 'length'));
    return { value: combine((close, before) => (100 * (close - before)) / before, values, past) };
  },
  cci: (candles, params) => ({
    value: overWindows(typicalPrices(candles), param(params, 'length'), (window) => {
      const middle = mean(window);
      const deviation = mean(window.map((price) => Math.abs(price - middle)));
      return deviation === 0 ? 0 : ((window.at(-1) ?? Number.NaN) - middle) / (0.015 * deviation);
    }),
  }),
  atr: (candles, params) => ({ value: wilder(trueRanges(candles), param(params, 'length')) }),
  adx: (candles, params) => {
    const length = param(params, 'length');
    const rises = candles.map(({ high }, index) => high - (candles[index - 1]?.high ?? Number.NaN));
    const falls = candles.map(({ low }, index) => (candles[index - 1]?.low ?? Number.NaN) - low);
    const larger = (one: number, other: number) => (one > other ? Math.max(0, one) : 0);
    const movement = (ours: number[], theirs: number[]) =>
      combine((one, other) => (Number.isNaN(one) ? one : larger(one, other)), ours, theirs);
    const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
    const ranges = wilder(trueRanges(candles), length);
    const plusDi = combine(share, wilder(movement(rises, falls), length), ranges);
    const minusDi = combine(share, wilder(movement(falls, rises), length), ranges);
    const dx = combine(
      (plus, minus) => share(Math.abs(plus - minus), plus + minus),
      plusDi,
      minusDi,
    );
    return { adx: wilder(dx, length), plusDi, minusDi };
  },
  mfi: (candles, params) => {
    const prices = typicalPrices(candles);
    const flows = combine(
      (price, last, volume) => {
        // A difference of a few units in the last place comes of the sum, not of the market.
        const isSame = Math.abs(price - last) <= 1e-13 * price;
        return isSame ? 0 : Math.sign(price - last) * price * volume;
      },
      prices,
      earlier(prices),
      volumes(candles),
    );
    return {
      value: overWindows(flows, param(params, 'length'), (window) => {
        if (window.some(Number.isNaN)) return Number.NaN;
        const inflow = sum(window.filter((flow) => flow > 0));
        const outflow = -sum(window.filter((flow) => flow < 0));
        return inflow + outflow === 0 ? 50 : (100 * inflow) / (inflow + outflow);
      }),
    };
  },
} satisfies Readonly<Record<string, Batch>>;
