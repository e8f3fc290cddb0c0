import { describe, expect, it } from 'vitest';
import { candlesClosingAt } from '../../testing/candles.ts';
import { describeCondition, describeOperand, describeRule } from './describe.ts';
import { createJudge } from './judge.ts';
import { percentMoveRule, priceLevelRule, READY_MADE_RULES } from './ready-made.ts';
import type { Condition, Operand } from './rule.ts';

const rsi: Operand = { indicator: 'rsi', params: { length: 14 }, output: 'value' };
const oversold: Condition = { left: rsi, operator: 'crossesAbove', right: { constant: 30 } };
const cheap: Condition = {
  left: { price: 'close' },
  operator: 'below',
  right: { constant: 0.00000001 },
};

describe('in words', () => {
  it.each<[Operand, string]>([
    [rsi, 'RSI(14)'],
    [
      { indicator: 'macd', params: { fast: 12, slow: 26, signal: 9 }, output: 'macd' },
      'MACD(12, 26, 9)',
    ],
    [
      { indicator: 'macd', params: { signal: 9, slow: 26, fast: 12 }, output: 'signal' },
      'MACD(12, 26, 9) signal',
    ],
    [
      { indicator: 'bollinger', params: { length: 20, deviations: 2.5 }, output: 'lower' },
      'Bollinger(20, 2.5) lower',
    ],
    [{ price: 'volume' }, 'volume'],
    [{ constant: 1e-8 }, '0.00000001'],
  ])('the operand %o is %s', (operand, text) => {
    expect(describeOperand(operand)).toBe(text);
  });

  it.each<[Condition, string]>([
    [oversold, 'RSI(14) crosses above 30'],
    [cheap, 'close is below 0.00000001'],
    [
      { left: { price: 'close' }, operator: 'risesBy', percent: 5, candles: 12 },
      'close rises by 5% over 12 candles',
    ],
    [
      { left: { price: 'close' }, operator: 'fallsBy', percent: 0.5, candles: 1 },
      'close falls by 0.5% in one candle',
    ],
    [{ all: [oversold, cheap] }, 'RSI(14) crosses above 30 and close is below 0.00000001'],
    [
      { all: [cheap, { any: [oversold, cheap] }] },
      'close is below 0.00000001 and (RSI(14) crosses above 30 or close is below 0.00000001)',
    ],
    [{ all: [{ any: [oversold] }] }, 'RSI(14) crosses above 30'],
  ])('the condition %o is %s', (condition, text) => {
    expect(describeCondition(condition)).toBe(text);
  });

  it('a rule says its side, when, for what and on which intervals', () => {
    expect(READY_MADE_RULES.slice(0, 1).map(describeRule)).toEqual([
      'BUY when RSI(14) crosses above 30, for every watched symbol, on every watched interval',
    ]);
    expect(
      describeRule({
        ...percentMoveRule({ direction: 'falls', percent: 3, candles: 4 }),
        symbols: ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'],
        intervals: ['15m'],
      }),
    ).toBe('SELL when close falls by 3% over 4 candles, for BTCUSDT, ETHUSDT and SOLUSDT, on 15m');
  });
});

describe('an explanation', () => {
  function explained(conditions: Condition, closes: readonly number[]): string | undefined {
    const template = priceLevelRule({ symbol: 'X', price: 1, direction: 'above' });
    const rules = [{ ...template, conditions }];
    const judge = createJudge({ symbol: 'X', intervals: ['1h'], rules });
    const signals = candlesClosingAt(closes).flatMap((candle) => judge.close('1h', candle));
    return signals.at(-1)?.explanation;
  }
  const shortRsi: Operand = { indicator: 'rsi', params: { length: 2 }, output: 'value' };
  const average: Operand = { indicator: 'sma', params: { length: 2 }, output: 'value' };

  it('of a crossing gives the value now and before, and the threshold', () => {
    expect(explained({ ...oversold, left: shortRsi }, [10, 9, 8, 9])).toBe(
      'RSI(2) on 1h = 50, was 0; threshold 30',
    );
  });

  it('of two moving lines gives both', () => {
    const crossing: Condition = {
      left: { price: 'close' },
      operator: 'crossesAbove',
      right: average,
    };
    expect(explained(crossing, [10, 8, 12])).toBe(
      'close on 1h = 12, was 8; SMA(2) on 1h = 10, was 9',
    );
  });

  it('of a move gives where it came from and how far it went', () => {
    const rise: Condition = {
      left: { price: 'close' },
      operator: 'risesBy',
      percent: 5,
      candles: 1,
    };
    const fall: Condition = { ...rise, operator: 'fallsBy', candles: 2 };
    expect(explained(rise, [100, 100, 107.5])).toBe(
      'close on 1h = 107.5, 100 one candle ago: up 7.5%; threshold 5%',
    );
    expect(explained(fall, [100, 100, 100, 90])).toBe(
      'close on 1h = 90, 100 2 candles ago: down 10%; threshold 5%',
    );
  });

  it('of several conditions gives those that are met', () => {
    const high: Condition = {
      left: { price: 'close' },
      operator: 'above',
      right: { constant: 10 },
    };
    const never: Condition = { ...high, right: { constant: 99 } };
    expect(explained({ all: [high, { any: [never, high] }] }, [9, 11])).toBe(
      'close on 1h = 11; threshold 10. close on 1h = 11; threshold 10',
    );
  });

  it('shows as many digits as it takes to see the crossing', () => {
    const { conditions } = priceLevelRule({ symbol: 'X', price: 43_508.3, direction: 'above' });
    expect(explained(conditions, [43_508.29, 43_508.300004])).toBe(
      'close on 1h = 43508.300004, was 43508.29; threshold 43508.3',
    );
  });
});
