import { describe, expect, it } from 'vitest';
import { candlesClosingAt } from '../../testing/candles.ts';
import { describeCondition, describeOperand, describeRule } from './describe.ts';
import { describeDuration } from './describe-firing.ts';
import { createJudge } from './judge.ts';
import { percentMoveRule, priceLevelRule, READY_MADE_RULES } from './ready-made.ts';
import type { Condition } from './condition.ts';
import type { Operand } from './operand.ts';

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
    [{ ...rsi, interval: '4h' }, 'RSI(14) on 4h'],
    [{ price: 'high', interval: '1d', forming: true }, 'high on 1d (forming)'],
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
    [
      { left: rsi, operator: 'enters', low: { constant: 30 }, high: { constant: 70 } },
      'RSI(14) enters 30 to 70',
    ],
    [{ not: oversold }, 'RSI(14) does not cross above 30'],
    [
      { not: { left: rsi, operator: 'fallsBy', percent: 5, candles: 2 } },
      'RSI(14) does not fall by 5% over 2 candles',
    ],
    [
      { all: [cheap, { not: { any: [oversold, cheap] } }] },
      'close is below 0.00000001 and not (RSI(14) crosses above 30 or close is below 0.00000001)',
    ],
    [
      { sequence: [oversold, { any: [cheap, oversold] }], within: 5 },
      'RSI(14) crosses above 30, then (close is below 0.00000001 or RSI(14) crosses above 30)' +
        ' within 5 candles',
    ],
    [
      { any: [cheap, { sequence: [oversold, cheap], within: 1 }] },
      'close is below 0.00000001 or (RSI(14) crosses above 30, then close is below 0.00000001' +
        ' within one candle)',
    ],
  ])('the condition %o is %s', (condition, text) => {
    expect(describeCondition(condition)).toBe(text);
  });

  it('a rule says its side, when, for what and on which intervals', () => {
    expect(READY_MADE_RULES.slice(0, 1).map((rule) => describeRule(rule))).toEqual([
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

describe('a rule with more to say', () => {
  const rule = { ...percentMoveRule({ direction: 'falls', percent: 3, candles: 4 }) };
  const plain = describeRule(rule);

  it('says when and how it speaks in the same sentence', () => {
    expect(
      describeRule({
        ...rule,
        fire: 'intrabar',
        cooldownMs: 5_400_000,
        expiresAt: Date.UTC(2027, 0, 2, 3, 4),
        quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' },
        delivery: { toast: true, sound: false, notification: false },
      }),
    ).toBe(
      `${plain}, as soon as it is so while a candle forms, at most once in 1.5 hours, ` +
        'until 2027-01-02 03:04 UTC, quietly from 22:00 to 07:00 (Europe/Berlin), ' +
        'with toast, without sound or notification',
    );
    expect(describeRule({ ...rule, fire: 'close', delivery: {} })).toBe(plain);
  });

  it.each([
    [1000, '1 second'],
    [90_000, '1.5 minutes'],
    [7_200_000, '2 hours'],
    [604_800_000, '7 days'],
  ])('writes a duration of %s ms as %s', (ms, words) => {
    expect(describeDuration(ms)).toBe(words);
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

  it('of a range gives the value now and before, and the edges', () => {
    const range: Condition = {
      left: { price: 'close' },
      operator: 'leaves',
      low: { constant: 10 },
      high: { constant: 20 },
    };
    expect(explained(range, [15, 21])).toBe('close on 1h = 21, was 15; range 10 to 20');
  });

  it('of a negation gives all its inputs', () => {
    const over = (constant: number): Condition => {
      return { left: { price: 'close' }, operator: 'above', right: { constant } };
    };
    expect(explained({ not: over(10) }, [11, 9])).toBe('not so: close on 1h = 9; threshold 10');
    expect(explained({ not: { all: [over(10), { any: [over(1), over(2)] }] } }, [11, 9])).toBe(
      'not so: (close on 1h = 9; threshold 10 and ' +
        '(close on 1h = 9; threshold 1 or close on 1h = 9; threshold 2))',
    );
  });

  it('of a sequence gives when its steps were met', () => {
    const sequence = [10, 20, 30].map((constant): Condition => {
      return { left: { price: 'close' }, operator: 'crossesAbove', right: { constant } };
    });
    expect(explained({ sequence, within: 9 }, [5, 11, 12, 21, 31])).toBe(
      'close crosses above 10 3 candles ago. Then close crosses above 20 one candle ago. ' +
        'Then close on 1h = 31, was 21; threshold 30',
    );
  });

  it('shows as many digits as it takes to see the crossing', () => {
    const { conditions } = priceLevelRule({ symbol: 'X', price: 43_508.3, direction: 'above' });
    expect(explained(conditions, [43_508.29, 43_508.300004])).toBe(
      'close on 1h = 43508.300004, was 43508.29; threshold 43508.3',
    );
  });
});
