import type { Candle } from '../candle.ts';
import { startAtr, stepAtr } from './atr.ts';
import type { AtrState } from './atr.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { startEma, stepEma } from './ema.ts';
import type { EmaState } from './ema.ts';

export interface KeltnerState {
  readonly multiplier: number;
  readonly ema: EmaState;
  readonly atr: AtrState;
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

function stepKeltner(state: KeltnerState, candle: Candle): KeltnerState {
  const { multiplier } = state;
  const ema = stepEma(state.ema, candle.close);
  const atr = stepAtr(state.atr, candle);
  const width = multiplier * atr.value;
  const middle = Number.isNaN(width) ? width : ema.value;
  return { multiplier, ema, atr, upper: middle + width, middle, lower: middle - width };
}

/**
 * Keltner channel in Linda Raschke's form: `EMA(length)` of the close, and the lines `multiplier`
 * times `ATR(atrLength)` above and below it. Chester Keltner's own (1960) took simple means of the
 * typical price and of high less low.
 *
 * The averages are seeded as `ema` and `atr` are, and all three lines start together, as in
 * Stock.Indicators; trading-signals seeds both otherwise: the same after some 150 candles.
 */
export const keltner = defineIndicator({
  name: 'keltner',
  title: 'Keltner channel',
  shortTitle: 'Keltner',
  parameters: {
    length: lengthParameter('EMA length', 20),
    atrLength: lengthParameter('ATR length', 10),
    multiplier: { title: 'Multiplier', default: 2, min: 0.1, max: 20, isInteger: false },
  },
  outputs: ['upper', 'middle', 'lower'],
  placement: 'price',
  display: { band: ['upper', 'lower'] },
  warmUp: ({ length, atrLength }) => {
    const first = Math.max(length - 1, atrLength);
    return { upper: first, middle: first, lower: first };
  },
  start: ({ length, atrLength, multiplier }): KeltnerState => ({
    multiplier,
    ema: startEma(length),
    atr: startAtr(atrLength),
    upper: Number.NaN,
    middle: Number.NaN,
    lower: Number.NaN,
  }),
  step: stepKeltner,
});
