import type { Candle } from '../candle.ts';

/** The mean of high, low and close. */
export function typicalPrice({ high, low, close }: Candle): number {
  return (high + low + close) / 3;
}
