import type { Candle } from '../candle.ts';
import { defineIndicator } from './definition.ts';

export interface PsarState {
  readonly pace: PsarPace;
  /** The candle before; null before the first. */
  readonly last: Candle | null;
  readonly isRising: boolean;
  /** The highest high of a rise, or the lowest low of a fall. */
  readonly extreme: number;
  /** The share of the way to the extreme that the stop goes with each candle. */
  readonly acceleration: number;
  /** The stop that the next candle meets. */
  readonly stop: number;
  readonly value: number;
}

interface PsarPace {
  readonly step: number;
  readonly max: number;
}

function stepPsar(state: PsarState, candle: Candle): PsarState {
  const { pace, last } = state;
  if (last === null) return { ...state, last: candle };
  // The second candle decides the trend and has none before it to keep the stop away from.
  if (Number.isNaN(state.value)) return follow(begin(pace, last, candle), candle, candle);
  return follow(state, last, candle);
}

/** A rise, unless the second candle moved further down than up. */
function begin(pace: PsarPace, first: Candle, second: Candle): PsarState {
  const fall = first.low - second.low;
  const isRising = !(fall > 0 && fall > second.high - first.high);
  return {
    pace,
    last: first,
    isRising,
    extreme: isRising ? second.high : second.low,
    acceleration: pace.step,
    stop: isRising ? first.low : first.high,
    value: Number.NaN,
  };
}

function follow(state: PsarState, last: Candle, candle: Candle): PsarState {
  const { pace, isRising: wasRising, stop } = state;
  const isHit = wasRising ? candle.low <= stop : candle.high >= stop;
  const isRising = isHit ? !wasRising : wasRising;
  const reached = isRising ? candle.high : candle.low;
  const goesOn = isRising ? reached > state.extreme : reached < state.extreme;

  const value = isHit ? keepAway(isRising, state.extreme, last, candle) : stop;
  const extreme = isHit || goesOn ? reached : state.extreme;
  let acceleration = isHit ? pace.step : state.acceleration;
  if (!isHit && goesOn) acceleration = Math.min(pace.max, acceleration + pace.step);
  const moved = value + acceleration * (extreme - value);
  return {
    pace,
    last: candle,
    isRising,
    extreme,
    acceleration,
    stop: keepAway(isRising, moved, last, candle),
    value,
  };
}

/** A stop never enters the range of this candle and the one before. */
function keepAway(isRising: boolean, stop: number, last: Candle, candle: Candle): number {
  return isRising ? Math.min(stop, last.low, candle.low) : Math.max(stop, last.high, candle.high);
}

/**
 * Parabolic stop and reverse, J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978):
 * a stop that follows the price, `stop + acceleration × (extreme − stop)`. The acceleration starts
 * at `step`, grows by it with each new extreme, up to `max`. A candle that meets the stop turns it
 * to the other side, where it starts from the old extreme.
 *
 * As TA-Lib `SAR`: the first value, at index 1, is the first low, or the first high if the second
 * candle moved further down than up; on a turn too the stop is kept out of the last two candles.
 * Tulip and technicalindicators start otherwise: the same once both have turned together.
 * Stock.Indicators hides all before the first turn and lets the stop of a turn stand in the range.
 */
export const psar = defineIndicator({
  name: 'psar',
  title: 'Parabolic SAR',
  shortTitle: 'PSAR',
  parameters: {
    step: { title: 'Step', default: 0.02, min: 0.001, max: 1, isInteger: false },
    max: { title: 'Maximum', default: 0.2, min: 0.001, max: 1, isInteger: false },
  },
  outputs: ['value'],
  placement: 'price',
  display: { styles: { value: 'dots' } },
  warmUp: () => ({ value: 1 }),
  start: ({ step, max }): PsarState => ({
    pace: { step: Math.min(step, max), max },
    last: null,
    isRising: true,
    extreme: Number.NaN,
    acceleration: Number.NaN,
    stop: Number.NaN,
    value: Number.NaN,
  }),
  step: stepPsar,
});
