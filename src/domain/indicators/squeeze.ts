import type { Candle } from '../candle.ts';
import { trueRange } from './atr.ts';
import { startBollinger, stepBollinger } from './bollinger.ts';
import type { BollingerState } from './bollinger.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { middleOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';
import { startSma, stepSma } from './sma.ts';
import type { SmaState } from './sma.ts';
import { startWma, stepWma } from './wma.ts';
import type { WmaState } from './wma.ts';

export interface SqueezeState {
  readonly multiplier: number;
  /** The candle before; null before the first. */
  readonly last: Candle | null;
  readonly bands: BollingerState;
  readonly channelMiddle: SmaState;
  readonly channelRange: SmaState;
  readonly range: RangeState;
  /** Means of the distances whose regression is the momentum. */
  readonly distances: SmaState;
  readonly weightedDistances: WmaState;
  readonly momentum: number;
  readonly squeeze: number;
}

function stepSqueeze(state: SqueezeState, candle: Candle): SqueezeState {
  const { multiplier, last } = state;
  const { high, low, close } = candle;
  const bands = stepBollinger(state.bands, close);
  const channelMiddle = stepSma(state.channelMiddle, close);
  const channelRange =
    last === null ? state.channelRange : stepSma(state.channelRange, trueRange(last, candle));
  const squeeze = compare(bands, channelMiddle.value, multiplier * channelRange.value);

  const range = stepRange(state.range, high, low);
  let { distances, weightedDistances } = state;
  if (range.isFull) {
    const distance = close - (middleOf(range) + channelMiddle.value) / 2;
    distances = stepSma(distances, distance);
    weightedDistances = stepWma(weightedDistances, distance);
  }
  return {
    multiplier,
    last: candle,
    bands,
    channelMiddle,
    channelRange,
    range,
    distances,
    weightedDistances,
    // The end of a least-squares line lies where the weights 1 to n pull it: 3 × WMA − 2 × SMA.
    momentum: 3 * weightedDistances.value - 2 * distances.value,
    squeeze,
  };
}

/** 1 where the bands lie within the channel, −1 where they lie beyond it on both sides. */
function compare({ upper, lower }: BollingerState, middle: number, width: number): number {
  if (Number.isNaN(upper) || Number.isNaN(width)) return Number.NaN;
  const above = middle + width - upper;
  const below = lower - (middle - width);
  if (above > 0 && below > 0) return 1;
  return above < 0 && below < 0 ? -1 : 0;
}

/**
 * Squeeze momentum, LazyBear's "Squeeze Momentum Indicator" (TradingView, 2014) after John Carter's
 * TTM Squeeze ("Mastering the Trade", chapter 11). `squeeze` is 1 while the Bollinger bands lie
 * within the Keltner channel (the market rests), −1 while they lie beyond it on both sides, 0
 * otherwise. `momentum` is the end of the least-squares line through the last `keltnerLength`
 * distances of the close from the mean of the channel's mean and the middle of the price range.
 *
 * The channel is LazyBear's: simple means of the close and of the true range. The bands are
 * `deviations` deviations wide, as Carter has it and TradingView's own copy of the script;
 * LazyBear's first version took the channel's multiplier for them by mistake (`deviations` 1.5
 * gives that). True ranges begin with the second candle: `squeeze` first at index `keltnerLength`,
 * `momentum` at `2 × keltnerLength − 2`.
 */
export const squeeze = defineIndicator({
  name: 'squeeze',
  title: 'Squeeze momentum',
  shortTitle: 'Squeeze',
  parameters: {
    length: lengthParameter('Bollinger length', 20),
    deviations: { title: 'Bollinger deviations', default: 2, min: 0.1, max: 10, isInteger: false },
    keltnerLength: lengthParameter('Keltner length', 20),
    multiplier: { title: 'Keltner multiplier', default: 1.5, min: 0.1, max: 20, isInteger: false },
  },
  outputs: ['momentum', 'squeeze'],
  signs: ['squeeze'],
  placement: 'pane',
  display: { styles: { momentum: 'columns' }, levels: [0] },
  warmUp: ({ length, keltnerLength }) => ({
    momentum: 2 * keltnerLength - 2,
    squeeze: Math.max(length - 1, keltnerLength),
  }),
  start: ({ length, deviations, keltnerLength, multiplier }): SqueezeState => ({
    multiplier,
    last: null,
    bands: startBollinger(length, deviations),
    channelMiddle: startSma(keltnerLength),
    channelRange: startSma(keltnerLength),
    range: startRange(keltnerLength),
    distances: startSma(keltnerLength),
    weightedDistances: startWma(keltnerLength),
    momentum: Number.NaN,
    squeeze: Number.NaN,
  }),
  step: stepSqueeze,
});
