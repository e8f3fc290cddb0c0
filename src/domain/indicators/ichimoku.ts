import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { middleOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';

export interface IchimokuState {
  readonly conversionRange: RangeState;
  readonly baseRange: RangeState;
  readonly spanRange: RangeState;
  readonly conversion: number;
  readonly base: number;
  readonly spanA: number;
  readonly spanB: number;
}

function stepIchimoku(state: IchimokuState, { high, low }: Candle): IchimokuState {
  const conversionRange = stepRange(state.conversionRange, high, low);
  const baseRange = stepRange(state.baseRange, high, low);
  const spanRange = stepRange(state.spanRange, high, low);
  const conversion = middleOf(conversionRange);
  const base = middleOf(baseRange);
  const spanB = middleOf(spanRange);
  const spanA = (conversion + base) / 2;
  return { conversionRange, baseRange, spanRange, conversion, base, spanA, spanB };
}

/**
 * Ichimoku Kinko Hyo, Goichi Hosoda (1969): `conversion` (tenkan-sen) and `base` (kijun-sen) are
 * the middles between highest high and lowest low of their look-backs, `spanA` the middle between
 * these two, `spanB` the middle of the longest look-back.
 *
 * The spans stand at the candle that makes them. A chart shifts them `displacement` candles
 * ahead, which makes the cloud, and the close as far back, which makes the lagging line; 26, as in
 * Stock.Indicators and pandas-ta, where TradingView counts the candle itself and shifts by 25.
 */
export const ichimoku = defineIndicator({
  name: 'ichimoku',
  title: 'Ichimoku cloud',
  shortTitle: 'Ichimoku',
  parameters: {
    conversion: lengthParameter('Conversion length', 9),
    base: lengthParameter('Base length', 26),
    span: lengthParameter('Span B length', 52),
    displacement: lengthParameter('Displacement', 26),
  },
  outputs: ['conversion', 'base', 'spanA', 'spanB'],
  placement: 'price',
  display: {
    band: ['spanA', 'spanB'],
    ahead: { spanA: 'displacement', spanB: 'displacement' },
    lagging: 'displacement',
  },
  warmUp: ({ conversion, base, span }) => ({
    conversion: conversion - 1,
    base: base - 1,
    spanA: Math.max(conversion, base) - 1,
    spanB: span - 1,
  }),
  start: ({ conversion, base, span }): IchimokuState => ({
    conversionRange: startRange(conversion),
    baseRange: startRange(base),
    spanRange: startRange(span),
    conversion: Number.NaN,
    base: Number.NaN,
    spanA: Number.NaN,
    spanB: Number.NaN,
  }),
  step: stepIchimoku,
});
