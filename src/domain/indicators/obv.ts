import { defineIndicator } from './definition.ts';
import type { Candle } from '../candle.ts';

export interface ObvState {
  /** Close of the candle before; NaN before the first. */
  readonly close: number;
  readonly value: number;
}

function stepObv(state: ObvState, { close, volume }: Candle): ObvState {
  const change = close - state.close;
  if (change > 0) return { close, value: state.value + volume };
  if (change < 0) return { close, value: state.value - volume };
  return { close, value: state.value };
}

/**
 * On-balance volume, Joseph Granville, "Granville's New Key to Stock Market Profits" (1963): the
 * running sum of the volume, counted up when the close rose, down when it fell, not at all when it
 * stayed.
 *
 * Starts at 0 with the first candle, as Tulip, Stock.Indicators and StockCharts; TA-Lib `OBV`
 * starts at its volume, a constant above. Only its course has a meaning: the level depends on
 * where the series begins.
 */
export const obv = defineIndicator({
  name: 'obv',
  title: 'On-balance volume',
  shortTitle: 'OBV',
  parameters: {},
  outputs: ['value'],
  placement: 'pane',
  warmUp: () => ({ value: 0 }),
  start: (): ObvState => ({ close: Number.NaN, value: 0 }),
  step: stepObv,
});
