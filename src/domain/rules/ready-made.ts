import type { Side } from '../signal.ts';
import { plainNumber } from './plain-number.ts';
import type { ComparisonOperator, IndicatorOperand, Operand, Rule } from './rule.ts';

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

function crossing(
  names: Pick<Rule, 'id' | 'name' | 'side'>,
  left: Operand,
  operator: ComparisonOperator,
  right: Operand,
  isEnabled = true,
): Rule {
  const conditions = { left, operator, right };
  return { ...names, isEnabled, symbols: 'watchlist', intervals: 'watchlist', conditions };
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
