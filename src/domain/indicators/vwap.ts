import type { Candle } from '../candle.ts';
import { defineIndicator } from './definition.ts';
import { typicalPrice } from './typical-price.ts';
import { utcDayOf } from './utc-day.ts';

export interface VwapState {
  readonly day: number;
  /** Sums since 00:00 UTC: of price times volume, and of the volume. */
  readonly traded: number;
  readonly volume: number;
  readonly value: number;
}

function stepVwap(state: VwapState, candle: Candle): VwapState {
  const day = utcDayOf(candle.openTime);
  const isSameDay = day === state.day;
  const price = typicalPrice(candle);
  const traded = (isSameDay ? state.traded : 0) + price * candle.volume;
  const volume = (isSameDay ? state.volume : 0) + candle.volume;
  return { day, traded, volume, value: volume > 0 ? traded / volume : price };
}

/**
 * Volume-weighted average price of the day: the sum of typical price times volume over the sum of
 * the volume, both from 00:00 UTC, when Binance's day begins. The typical price is
 * `(high + low + close) / 3`.
 *
 * A candle without volume leaves the value as it is, as charts draw it; trading-signals has none
 * there. Before anything was traded on a day it is the typical price itself. On a series that
 * starts within a day, the first day counts from its first candle; from a day upwards, each candle
 * is its own average.
 */
export const vwap = defineIndicator({
  name: 'vwap',
  title: 'Volume-weighted average price',
  shortTitle: 'VWAP',
  parameters: {},
  outputs: ['value'],
  placement: 'price',
  warmUp: () => ({ value: 0 }),
  start: (): VwapState => ({ day: Number.NaN, traded: 0, volume: 0, value: Number.NaN }),
  step: stepVwap,
});
