import type { Side } from '../signal.ts';
import { plainNumber } from './plain-number.ts';
import type { Comparison, ComparisonOperator, Condition } from './condition.ts';
import type { IndicatorOperand, Operand } from './operand.ts';
import type { Rule } from './rule.ts';

const RSI: IndicatorOperand = { indicator: 'rsi', params: { length: 14 }, output: 'value' };
const FAST_EMA: IndicatorOperand = { indicator: 'ema', params: { length: 12 }, output: 'value' };
const SLOW_EMA: IndicatorOperand = { indicator: 'ema', params: { length: 26 }, output: 'value' };
const CLOSE: Operand = { price: 'close' };

function macd(output: 'macd' | 'signal'): IndicatorOperand {
  return { indicator: 'macd', params: { fast: 12, slow: 26, signal: 9 }, output };
}

function bollinger(output: 'upper' | 'lower'): IndicatorOperand {
  return { indicator: 'bollinger', params: { length: 20, deviations: 2 }, output };
}

function stochastic(output: 'k' | 'd'): IndicatorOperand {
  return { indicator: 'stochastic', params: { length: 14, smoothing: 3, signal: 3 }, output };
}

const TREND: IndicatorOperand = {
  indicator: 'supertrend',
  params: { length: 10, multiplier: 3 },
  output: 'direction',
};

type Names = Pick<Rule, 'id' | 'name' | 'side'>;

function forAll(names: Names, conditions: Condition, isEnabled: boolean): Rule {
  return { ...names, isEnabled, symbols: 'watchlist', intervals: 'watchlist', conditions };
}

function crossing(
  names: Names,
  left: Operand,
  operator: ComparisonOperator,
  right: Operand,
  isEnabled = true,
): Rule {
  return forAll(names, { left, operator, right }, isEnabled);
}

/** Of the signal line against the one it follows, in the zone where it is told to matter. */
function stochasticCross(
  names: Names,
  operator: 'crossesAbove' | 'crossesBelow',
  zone: Comparison,
): Rule {
  const crossed: Condition = { left: stochastic('k'), operator, right: stochastic('d') };
  return forAll(names, { all: [crossed, zone] }, false);
}

/** Three times the volume of the candle before, and a candle that goes the rule's way. */
function volumeSpike(names: Names, operator: 'above' | 'below'): Rule {
  const spike: Condition = {
    left: { price: 'volume' },
    operator: 'risesBy',
    percent: 200,
    candles: 1,
  };
  const direction: Condition = { left: CLOSE, operator, right: { price: 'open' } };
  return forAll(names, { all: [spike, direction] }, false);
}

/** The rules of a first start. Their ids are part of stored alerts and never change. */
export const READY_MADE_RULES: readonly Rule[] = [
  crossing(
    { id: 'rsi-leaves-oversold', name: 'RSI leaves oversold', side: 'BUY' },
    RSI,
    'crossesAbove',
    { constant: 30 },
  ),
  crossing(
    { id: 'rsi-leaves-overbought', name: 'RSI leaves overbought', side: 'SELL' },
    RSI,
    'crossesBelow',
    { constant: 70 },
  ),
  crossing(
    { id: 'ema-cross-up', name: 'EMA cross up', side: 'BUY' },
    FAST_EMA,
    'crossesAbove',
    SLOW_EMA,
  ),
  crossing(
    { id: 'ema-cross-down', name: 'EMA cross down', side: 'SELL' },
    FAST_EMA,
    'crossesBelow',
    SLOW_EMA,
  ),
  crossing(
    { id: 'macd-cross-up', name: 'MACD cross up', side: 'BUY' },
    macd('macd'),
    'crossesAbove',
    macd('signal'),
  ),
  crossing(
    { id: 'macd-cross-down', name: 'MACD cross down', side: 'SELL' },
    macd('macd'),
    'crossesBelow',
    macd('signal'),
  ),
  crossing(
    { id: 'bollinger-reentry-up', name: 'Back above the lower Bollinger band', side: 'BUY' },
    CLOSE,
    'crossesAbove',
    bollinger('lower'),
    false,
  ),
  crossing(
    { id: 'bollinger-reentry-down', name: 'Back below the upper Bollinger band', side: 'SELL' },
    CLOSE,
    'crossesBelow',
    bollinger('upper'),
    false,
  ),
  crossing(
    { id: 'supertrend-flip-up', name: 'Supertrend turns up', side: 'BUY' },
    TREND,
    'crossesAbove',
    { constant: 0 },
    false,
  ),
  crossing(
    { id: 'supertrend-flip-down', name: 'Supertrend turns down', side: 'SELL' },
    TREND,
    'crossesBelow',
    { constant: 0 },
    false,
  ),
  stochasticCross(
    { id: 'stochastic-cross-up', name: 'Stochastic cross up while oversold', side: 'BUY' },
    'crossesAbove',
    { left: stochastic('d'), operator: 'below', right: { constant: 20 } },
  ),
  stochasticCross(
    { id: 'stochastic-cross-down', name: 'Stochastic cross down while overbought', side: 'SELL' },
    'crossesBelow',
    { left: stochastic('d'), operator: 'above', right: { constant: 80 } },
  ),
  volumeSpike({ id: 'volume-spike-up', name: 'Volume spike, price up', side: 'BUY' }, 'above'),
  volumeSpike({ id: 'volume-spike-down', name: 'Volume spike, price down', side: 'SELL' }, 'below'),
];

export interface PriceLevel {
  readonly symbol: string;
  /** In the quote asset, above zero. */
  readonly price: number;
  readonly direction: 'above' | 'below';
  /** Otherwise BUY above the level and SELL below it. */
  readonly side?: Side;
  readonly intervals?: Rule['intervals'];
}

/** Speaks when a candle closes beyond a price and the one before did not. */
export function priceLevelRule({ symbol, price, direction, side, intervals }: PriceLevel): Rule {
  const level = plainNumber(price);
  return {
    id: `price-${symbol}-${direction}-${level}`,
    name: `${symbol} ${direction} ${level}`,
    side: side ?? (direction === 'above' ? 'BUY' : 'SELL'),
    isEnabled: true,
    symbols: [symbol],
    intervals: intervals ?? 'watchlist',
    conditions: {
      left: CLOSE,
      operator: direction === 'above' ? 'crossesAbove' : 'crossesBelow',
      right: { constant: price },
    },
  };
}

export interface PercentMove {
  readonly direction: 'rises' | 'falls';
  readonly percent: number;
  readonly candles: number;
  /** Otherwise BUY for a rise and SELL for a fall. */
  readonly side?: Side;
  readonly symbols?: Rule['symbols'];
  readonly intervals?: Rule['intervals'];
}

/** Speaks when the close has moved at least that far from the close `candles` candles before. */
export function percentMoveRule(move: PercentMove): Rule {
  const { direction, percent, candles, side, symbols, intervals } = move;
  const size = plainNumber(percent);
  return {
    id: `move-${direction}-${size}-${candles}`,
    name: `Price ${direction} ${size}% over ${candles} candles`,
    side: side ?? (direction === 'rises' ? 'BUY' : 'SELL'),
    isEnabled: true,
    symbols: symbols ?? 'watchlist',
    intervals: intervals ?? 'watchlist',
    conditions: {
      left: CLOSE,
      operator: direction === 'rises' ? 'risesBy' : 'fallsBy',
      percent,
      candles,
    },
  };
}
