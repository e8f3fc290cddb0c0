import { closes, combine, ema, overWindows, param, sma, sum } from './series.ts';
import type { Batch } from './series.ts';

export const AVERAGES = {
  sma: (candles, params) => ({ value: sma(closes(candles), param(params, 'length')) }),
  ema: (candles, params) => ({ value: ema(closes(candles), param(params, 'length')) }),
  wma: (candles, params) => ({
    value: overWindows(closes(candles), param(params, 'length'), (window) => {
      const weights = window.map((_, index) => index + 1);
      return sum(combine((close, weight) => close * weight, window, weights)) / sum(weights);
    }),
  }),
  macd: (candles, params) => {
    const slow = ema(closes(candles), param(params, 'slow'));
    const fast = ema(closes(candles), param(params, 'fast'));
    const macd = combine((one, other) => one - other, fast, slow);
    const signal = ema(macd, param(params, 'signal'));
    return { macd, signal, histogram: combine((one, other) => one - other, macd, signal) };
  },
} satisfies Readonly<Record<string, Batch>>;
