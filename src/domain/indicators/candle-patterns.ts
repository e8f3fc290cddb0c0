import type { Candle } from '../candle.ts';
import { isDoji, isEngulfing, isHammer, isHarami, isInvertedHammer } from './candle-shapes.ts';
import { isMarubozu, isPiercing, isStar, isThreeSoldiers } from './candle-shapes.ts';
import { defineIndicator } from './definition.ts';
import { createRing, slotAfter } from './window.ts';

export interface CandlePatternsState {
  readonly memory: CandlePatternsMemory;
  /** Where the next close goes. */
  readonly slot: number;
  /** Candles seen, up to as many as the window holds. */
  readonly seen: number;
  /** The candle before, and the one before that. */
  readonly last: Candle | null;
  readonly beforeLast: Candle | null;
  readonly doji: number;
  readonly marubozu: number;
  readonly hammer: number;
  readonly invertedHammer: number;
  readonly engulfing: number;
  readonly harami: number;
  readonly piercing: number;
  readonly star: number;
  readonly soldiers: number;
}

/** What successive states share: a ring, see `window.ts`. */
interface CandlePatternsMemory {
  readonly trend: number;
  /** Closes of the longest pattern and of the trend before it. */
  readonly length: number;
  readonly closes: Float64Array;
}

const LONGEST_PATTERN = 3;

function stepCandlePatterns(state: CandlePatternsState, candle: Candle): CandlePatternsState {
  const { memory, slot, last: first, beforeLast } = state;
  memory.closes[slot] = candle.close;
  const seen = Math.min(state.seen + 1, memory.length);
  const one = sideAfter(memory, slot, seen, 1);
  const two = sideAfter(memory, slot, seen, 2);
  const three = sideAfter(memory, slot, seen, 3);
  const last = first ?? candle;
  const third = beforeLast ?? last;
  return {
    memory,
    slot: slotAfter(memory.length, slot),
    seen,
    last: candle,
    beforeLast: first,
    doji: isDoji(candle) ? 1 : 0,
    marubozu: isMarubozu(candle) ? Math.sign(candle.close - candle.open) : 0,
    hammer: found(one, isHammer(candle)),
    invertedHammer: found(one, isInvertedHammer(candle)),
    engulfing: found(two, isEngulfing(two, last, candle)),
    harami: found(two, isHarami(two, last, candle)),
    piercing: found(two, isPiercing(two, last, candle)),
    star: found(three, isStar(three, third, last, candle)),
    soldiers: found(three, isThreeSoldiers(three, third, last, candle)),
  };
}

/**
 * The side to which a pattern of the last `candles` candles would turn the market: 1 after a fall,
 * −1 after a rise, 0 after neither; NaN while that is not known.
 */
function sideAfter(memory: CandlePatternsMemory, slot: number, seen: number, candles: number) {
  const { trend, length, closes } = memory;
  if (seen <= candles + trend) return Number.NaN;
  const end = closes[slotEarlier(length, slot, candles)] ?? 0;
  const start = closes[slotEarlier(length, slot, candles + trend)] ?? 0;
  if (start > end) return 1;
  return start < end ? -1 : 0;
}

function slotEarlier(length: number, slot: number, count: number): number {
  return slot >= count ? slot - count : slot - count + length + 1;
}

function found(side: number, isThere: boolean): number {
  return isThere || Number.isNaN(side) ? side : 0;
}

/**
 * Candle patterns, Steve Nison, "Japanese Candlestick Charting Techniques" (1991): 1 where one
 * says up, −1 where it says down, 0 where there is none. `doji` (always 1) and `marubozu` are single
 * candles. The others turn a market and count only against the `trend` candles before them, judged
 * by their first and last close: `hammer` (−1: hanging man), `invertedHammer` (−1: shooting star),
 * `engulfing`, `harami`, `piercing` (−1: dark cloud cover), `star` (1: morning, −1: evening) and
 * `soldiers` (1: three white soldiers, −1: three black crows).
 *
 * Sizes are judged against the pattern's own candles, with the limits in `candle-shapes.ts`; TA-Lib's
 * `CDL` functions judge them against the last ten candles and mostly leave out the trend. The gaps
 * that Nison asks for do not exist where trading never stops: a candle opens at the close before,
 * give or take a tick, and that counts here. First at index `trend` plus the pattern's candles.
 */
export const candlePatterns = defineIndicator({
  name: 'candlePatterns',
  title: 'Candle patterns',
  shortTitle: 'Patterns',
  parameters: {
    trend: { title: 'Candles of the trend before', default: 5, min: 1, max: 100, isInteger: true },
  },
  outputs: [
    'doji',
    'marubozu',
    'hammer',
    'invertedHammer',
    'engulfing',
    'harami',
    'piercing',
    'star',
    'soldiers',
  ],
  signs: [
    'doji',
    'marubozu',
    'hammer',
    'invertedHammer',
    'engulfing',
    'harami',
    'piercing',
    'star',
    'soldiers',
  ],
  placement: 'pane',
  display: {
    style: 'columns',
    bounds: [-1.4, 1.4],
  },
  warmUp: ({ trend }) => ({
    doji: 0,
    marubozu: 0,
    hammer: trend + 1,
    invertedHammer: trend + 1,
    engulfing: trend + 2,
    harami: trend + 2,
    piercing: trend + 2,
    star: trend + 3,
    soldiers: trend + 3,
  }),
  start: ({ trend }): CandlePatternsState => {
    const length = trend + LONGEST_PATTERN + 1;
    return {
      memory: { trend, length, closes: createRing(length) },
      slot: 0,
      seen: 0,
      last: null,
      beforeLast: null,
      doji: Number.NaN,
      marubozu: Number.NaN,
      hammer: Number.NaN,
      invertedHammer: Number.NaN,
      engulfing: Number.NaN,
      harami: Number.NaN,
      piercing: Number.NaN,
      star: Number.NaN,
      soldiers: Number.NaN,
    };
  },
  step: stepCandlePatterns,
});
