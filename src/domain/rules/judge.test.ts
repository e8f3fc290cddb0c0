import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candlesClosingAt, wanderingCandles } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import type { Candle } from '../candle.ts';
import { computeSeries } from '../indicators/index.ts';
import type { TradingSignal } from '../signal.ts';
import { createJudge } from './judge.ts';
import { READY_MADE_RULES } from './ready-made.ts';
import type { Condition } from './condition.ts';
import type { Operand } from './operand.ts';
import type { Rule } from './rule.ts';

const close: Operand = { price: 'close' };
const above = (constant: number): Condition => {
  return { left: close, operator: 'above', right: { constant } };
};
const below = (constant: number): Condition => {
  return { left: close, operator: 'below', right: { constant } };
};

function rule(conditions: Condition, changes: Partial<Rule> = {}): Rule {
  const where = { symbols: 'watchlist', intervals: 'watchlist' } as const;
  return { id: 'r', name: 'R', side: 'BUY', isEnabled: true, ...where, conditions, ...changes };
}

function candlePair(first: number, second: number): [Candle, Candle] {
  const candle = { openTime: 0, open: 10, high: 20, low: 5, close: first, volume: 1 };
  return [candle, { ...candle, openTime: 3_600_000, close: second }];
}

function judged(rules: readonly Rule[], candles: readonly Candle[]): TradingSignal[] {
  const judge = createJudge({ symbol: 'BTCUSDT', intervals: ['1h'], rules });
  return candles.flatMap((candle) => judge.close('1h', candle));
}

/** Indexes of the candles at which the condition made its rule speak. */
function ringsAt(conditions: Condition, closes: readonly number[]): number[] {
  const candles = candlesClosingAt(closes);
  return judged([rule(conditions)], candles).map(({ candleOpenTime }) =>
    candles.findIndex(({ openTime }) => openTime === candleOpenTime),
  );
}

describe('a rule', () => {
  it('speaks when its condition becomes true, once', () => {
    expect(ringsAt(above(10), [9, 11, 12, 9, 10, 11])).toEqual([1, 5]);
  });

  it('says nothing of what is true from the start', () => {
    expect(ringsAt(above(10), [11, 12, 13])).toEqual([]);
  });

  it('sees a crossing where the line was touched or passed, in one direction', () => {
    const crossing = (operator: 'crossesAbove' | 'crossesBelow'): Condition => {
      return { left: close, operator, right: { constant: 10 } };
    };
    expect(ringsAt(crossing('crossesAbove'), [9, 10, 11, 10, 10, 12, 8, 9])).toEqual([2, 5]);
    expect(ringsAt(crossing('crossesBelow'), [11, 10, 9, 10, 10, 8, 12, 11])).toEqual([2, 5]);
  });

  it('takes a difference of rounding for a touch', () => {
    const crossing: Condition = { left: close, operator: 'crossesAbove', right: { constant: 0.3 } };
    expect(ringsAt(crossing, [0.2, 0.1 + 0.2, 0.2, 0.31])).toEqual([3]);
  });

  it('is armed by the first candle of a warmed-up indicator, and may speak at the second', () => {
    const average: Operand = { indicator: 'sma', params: { length: 3 }, output: 'value' };
    const level: Condition = { left: close, operator: 'above', right: average };
    expect(ringsAt(level, [1, 1, 4, 5, 6])).toEqual([]);
    expect(ringsAt(level, [4, 4, 1, 9, 9])).toEqual([3]);
    expect(ringsAt({ ...level, operator: 'crossesAbove' }, [4, 4, 1, 9, 9])).toEqual([3]);
  });

  it('waits for all its operands, also those of an alternative', () => {
    const slow: Operand = { indicator: 'sma', params: { length: 5 }, output: 'value' };
    const either: Condition = {
      any: [above(10), { left: close, operator: 'above', right: slow }],
    };
    expect(ringsAt(either, [9, 11, 9, 11, 9, 8, 11])).toEqual([6]);
    expect(ringsAt(either, [9, 9, 9, 9, 11, 12])).toEqual([]);
  });

  it('sees a move of at least so many percent over so many candles', () => {
    const rise: Condition = { left: close, operator: 'risesBy', percent: 5, candles: 2 };
    expect(ringsAt(rise, [0.1, 0.1, 0.1, 0.105, 0.105, 0.105, 0.12])).toEqual([3, 6]);
    expect(ringsAt(rise, [100, 101, 106, 107])).toEqual([]);
    const fall: Condition = { left: close, operator: 'fallsBy', percent: 10, candles: 1 };
    expect(ringsAt(fall, [100, 100, 90, 82, 70])).toEqual([2, 4]);
  });

  it('may ask for all of several conditions, or any', () => {
    expect(ringsAt({ all: [above(10), below(20)] }, [5, 15, 25, 15, 5])).toEqual([1, 3]);
    expect(ringsAt({ any: [below(10), above(20)] }, [15, 5, 25, 15, 25])).toEqual([1, 4]);
    expect(ringsAt({ all: [{ any: [below(10), above(20)] }, above(3)] }, [15, 2, 5])).toEqual([2]);
  });

  it('is as strong as the weakest of all its conditions, the strongest of alternatives met', () => {
    const closes = candlesClosingAt([5, 40]);
    const strength = (conditions: Condition) => judged([rule(conditions)], closes)[0]?.strength;
    expect(strength(above(30))).toBe(0.25);
    expect(strength(above(10))).toBe(0.75);
    expect(strength({ all: [above(30), above(10)] })).toBe(0.25);
    expect(strength({ any: [above(30), above(10), above(50)] })).toBe(0.75);
  });
});

describe('a judge', () => {
  it('gives signals with all that an alert needs', () => {
    const sell = rule(below(10), { id: 'low', name: 'Too low', side: 'SELL' });
    expect(judged([sell], candlesClosingAt([20, 8], 3_600_000))).toEqual([
      {
        ruleId: 'low',
        ruleName: 'Too low',
        side: 'SELL',
        symbol: 'BTCUSDT',
        interval: '1h',
        candleOpenTime: 7_200_000,
        price: 8,
        strength: 2 / 12,
        explanation: 'close on 1h = 8; threshold 10',
      },
    ]);
  });

  it('leaves out rules that are off or for other symbols', () => {
    const rules = [
      rule(above(10), { isEnabled: false }),
      rule(above(10), { symbols: ['ETHUSDT'] }),
      rule(above(10), { id: 'mine', symbols: ['ETHUSDT', 'BTCUSDT'] }),
    ];
    const signals = judged(rules, candlesClosingAt([9, 11]));
    expect(signals.map(({ ruleId }) => ruleId)).toEqual(['mine']);
  });

  it('keeps the intervals apart, and judges a rule on its own intervals only', () => {
    const rules = [rule(above(10)), rule(above(10), { id: 'own', intervals: ['15m'] })];
    const judge = createJudge({ symbol: 'BTCUSDT', intervals: ['1h', '4h'], rules });
    const [low, high] = candlePair(9, 11);
    expect(judge.close('1h', low)).toEqual([]);
    expect(judge.close('4h', high)).toEqual([]);
    expect(judge.close('1h', high).map(({ ruleId }) => ruleId)).toEqual(['r']);
    judge.close('15m', low);
    expect(judge.close('15m', high).map(({ ruleId }) => ruleId)).toEqual(['own']);
    expect(judge.close('1d', high)).toEqual([]);
    expect(judge.lastOpenTime('1h')).toBe(high.openTime);
    expect(judge.lastOpenTime('1d')).toBeUndefined();
  });

  it('throws at a candle that is not later than the last of its interval', () => {
    const judge = createJudge({ symbol: 'X', intervals: ['1h'], rules: [rule(above(10))] });
    const [first, second] = candlePair(9, 11);
    judge.close('1h', second);
    expect(() => judge.close('1h', second)).toThrow(RangeError);
    expect(() => judge.close('1h', first)).toThrow(RangeError);
  });

  const all = READY_MADE_RULES.map((each) => ({ ...each, isEnabled: true }));
  const walk = fc
    .record({ seed: fc.integer(), count: fc.integer({ min: 0, max: 300 }) })
    .map((options) => wanderingCandles({ ...options, move: 0.03 }));

  it('finds the crossings that the whole series show', () => {
    const candles = wanderingCandles({ count: 1500, seed: 7, move: 0.03 });
    const columns = columnsOf(candles);
    const crossings = (left: ArrayLike<number>, right: ArrayLike<number>, sign: 1 | -1) =>
      candles.flatMap(({ openTime }, index) => {
        const gap = (at: number) => sign * ((left[at] ?? 0) - (right[at] ?? 0));
        return index > 0 && gap(index) > 0 && gap(index - 1) <= 0 ? [openTime] : [];
      });
    const level = (value: number) => new Float64Array(candles.length).fill(value);
    const rsi = computeSeries('rsi', { length: 14 }, columns).value;
    const macd = computeSeries('macd', { fast: 12, slow: 26, signal: 9 }, columns);
    const bands = computeSeries('bollinger', { length: 20, deviations: 2 }, columns);
    const [fast, slow] = [12, 26].map((length) => computeSeries('ema', { length }, columns).value);
    const expected = {
      'rsi-leaves-oversold': crossings(rsi, level(30), 1),
      'rsi-leaves-overbought': crossings(rsi, level(70), -1),
      'ema-cross-up': crossings(fast ?? [], slow ?? [], 1),
      'ema-cross-down': crossings(fast ?? [], slow ?? [], -1),
      'macd-cross-up': crossings(macd.macd, macd.signal, 1),
      'macd-cross-down': crossings(macd.macd, macd.signal, -1),
      'bollinger-reentry-up': crossings(columns.close, bands.lower, 1),
      'bollinger-reentry-down': crossings(columns.close, bands.upper, -1),
    };
    const signals = judged(all, candles);
    for (const [ruleId, times] of Object.entries(expected)) {
      expect(times.length).toBeGreaterThan(3);
      const found = signals.filter((signal) => signal.ruleId === ruleId);
      expect(found.map(({ candleOpenTime }) => candleOpenTime)).toEqual(times);
    }
  });

  it('never takes back or changes a signal when more candles come', () => {
    fc.assert(
      fc.property(walk, fc.nat(300), (candles, cut) => {
        const signals = judged(all, candles.slice(0, cut));
        expect(judged(all, candles).slice(0, signals.length)).toEqual(signals);
      }),
      { numRuns: 30 },
    );
  });

  it('gives each rule the same signals alone and among others', () => {
    fc.assert(
      fc.property(walk, (candles) => {
        const together = judged(all, candles);
        for (const each of all) {
          const own = together.filter(({ ruleId }) => ruleId === each.id);
          expect(judged([each], candles)).toEqual(own);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('gives a strength from 0 to 1 and an explanation with every signal', () => {
    fc.assert(
      fc.property(walk, (candles) => {
        for (const { strength, explanation } of judged(all, candles)) {
          expect(strength).toBeGreaterThanOrEqual(0);
          expect(strength).toBeLessThanOrEqual(1);
          expect(explanation).not.toMatch(/NaN|undefined|e[-+]\d/);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('hears nothing in a market that stands still, however averages are rounded', () => {
    // A Supertrend closes in on a price that stands still, and turns when it gets there.
    const averages = all.filter(({ id }) => !id.startsWith('supertrend'));
    for (const price of [0.1, 1e-8, 0.99990001, 43_508.3]) {
      const moving = wanderingCandles({ count: 200, start: price }).map((each) => each.close);
      const still = Array.from({ length: 2000 }, () => price);
      const candles = candlesClosingAt([...moving, ...still]);
      const quietSince = candles[200 + 200]?.openTime ?? 0;
      const late = judged(averages, candles).filter(
        ({ candleOpenTime }) => candleOpenTime > quietSince,
      );
      expect(late).toEqual([]);
    }
  });
});
