import type { Candle } from '../../domain/candle.ts';

/** What the definitions in this folder are made of: whole series, NaN where not defined. */
export type Params = Readonly<Record<string, number>>;
export type Batch = (
  candles: readonly Candle[],
  params: Params,
) => Readonly<Record<string, readonly number[]>>;

export const param = (params: Params, name: string): number => params[name] ?? Number.NaN;

/** About the first value, so that the mean of equal values is that value exactly. */
export function mean(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Applies `compute` to the last `length` values at each index. */
export function overWindows(
  values: readonly number[],
  length: number,
  compute: (window: readonly number[]) => number,
): number[] {
  return values.map((_, index) =>
    index < length - 1 ? Number.NaN : compute(values.slice(index - length + 1, index + 1)),
  );
}

/** Seeded with the mean of the first `length` defined values, then blended by `weight`. */
export function smoothed(values: readonly number[], length: number, weight: number): number[] {
  const first = values.findIndex((value) => !Number.isNaN(value));
  let average = Number.NaN;
  return values.map((value, index) => {
    const seen = first < 0 ? 0 : index - first + 1;
    if (seen === length) average = mean(values.slice(first, index + 1));
    else if (seen > length) average = weight * value + (1 - weight) * average;
    return average;
  });
}

export const sma = (values: readonly number[], length: number) => overWindows(values, length, mean);

export const ema = (values: readonly number[], length: number) =>
  smoothed(values, length, 2 / (length + 1));

export const wilder = (values: readonly number[], length: number) =>
  smoothed(values, length, 1 / length);

export function combine(
  compute: (...values: number[]) => number,
  ...series: readonly (readonly number[])[]
): number[] {
  const [first = []] = series;
  return first.map((_, index) => compute(...series.map((values) => values[index] ?? Number.NaN)));
}

/** The series `count` candles earlier. */
export const earlier = (values: readonly number[], count = 1): number[] =>
  values.map((_, index) => values[index - count] ?? Number.NaN);

export const opens = (candles: readonly Candle[]) => candles.map(({ open }) => open);
export const closes = (candles: readonly Candle[]) => candles.map(({ close }) => close);
export const volumes = (candles: readonly Candle[]) => candles.map(({ volume }) => volume);

export const highest = (candles: readonly Candle[], length: number) =>
  overWindows(
    candles.map(({ high }) => high),
    length,
    (window) => Math.max(...window),
  );

export const lowest = (candles: readonly Candle[], length: number) =>
  overWindows(
    candles.map(({ low }) => low),
    length,
    (window) => Math.min(...window),
  );

export const middles = (candles: readonly Candle[], length: number) =>
  combine((high, low) => (high + low) / 2, highest(candles, length), lowest(candles, length));

export const typicalPrices = (candles: readonly Candle[]) =>
  candles.map(({ high, low, close }) => (high + low + close) / 3);

export const trueRanges = (candles: readonly Candle[]) =>
  candles.map(({ high, low }, index) => {
    const close = candles[index - 1]?.close ?? Number.NaN;
    return Math.max(high - low, Math.abs(high - close), Math.abs(low - close));
  });
