import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMarket, candlesOn, ruleOf } from '../../testing/rules.ts';
import type { Condition, RangeCondition } from './condition.ts';
import type { Operand } from './operand.ts';
import { replayRule } from './replay.ts';

const close: Operand = { price: 'close' };
const over = (constant: number): Condition => {
  return { left: close, operator: 'above', right: { constant } };
};

/** Indexes of the candles at which the condition made its rule speak. */
function speaksAt(conditions: Condition, closes: readonly number[]): number[] {
  const candles = candlesOn('1h', closes);
  const signals = replayRule(ruleOf(conditions), { '1h': candles }, 'X');
  return signals.map((signal) =>
    candles.findIndex(({ openTime }) => openTime === signal.candleOpenTime),
  );
}

describe('a range', () => {
  const range = (operator: 'enters' | 'leaves'): RangeCondition => {
    return { left: close, operator, low: { constant: 10 }, high: { constant: 20 } };
  };

  it('is entered from either side, and its edges are inside', () => {
    expect(speaksAt(range('enters'), [5, 15, 25, 20, 25, 9, 10])).toEqual([1, 3, 6]);
  });

  it('is left to either side', () => {
    expect(speaksAt(range('leaves'), [15, 25, 20, 9, 10, 20, 21])).toEqual([1, 3, 6]);
  });

  it('that is passed in one step is neither entered nor left', () => {
    expect(speaksAt(range('enters'), [5, 25, 5])).toEqual([]);
    expect(speaksAt(range('leaves'), [5, 25, 5])).toEqual([]);
  });
});

describe('a negation', () => {
  it('holds where its condition does not', () => {
    expect(speaksAt({ not: over(10) }, [11, 9, 8, 11, 10])).toEqual([1, 4]);
    expect(speaksAt({ not: { not: over(10) } }, [9, 11, 12])).toEqual([1]);
  });

  it('does not hold before its operands are defined', () => {
    const average: Operand = { indicator: 'sma', params: { length: 3 }, output: 'value' };
    const notOver: Condition = { not: { left: close, operator: 'above', right: average } };
    expect(speaksAt(notOver, [9, 9, 9, 12, 5])).toEqual([4]);
  });

  it('does not weaken what stands beside it', () => {
    const candles = { '1h': candlesOn('1h', [5, 40]) };
    const all = ruleOf({ all: [over(30), { not: over(50) }] });
    expect(replayRule(all, candles, 'X').map(({ strength }) => strength)).toEqual([0.25]);
  });

  it('speaks when its condition stops, where that speaks when it begins', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 15 })), (closes) => {
        const starts = speaksAt(over(10), closes);
        const stops = speaksAt({ not: over(10) }, closes);
        expect(Math.abs(starts.length - stops.length)).toBeLessThanOrEqual(1);
        expect(starts.some((index) => stops.includes(index))).toBe(false);
      }),
    );
  });
});

describe('a sequence', () => {
  const is = (constant: number): Condition => {
    const at = { left: close, right: { constant } } as const;
    return { all: [{ not: { ...at, operator: 'above' } }, { not: { ...at, operator: 'below' } }] };
  };
  const oneTwoThree = (within: number): Condition => {
    return { sequence: [is(1), is(2), is(3)], within };
  };

  it('is met at its last step, when the others came before, in order', () => {
    expect(speaksAt(oneTwoThree(9), [0, 1, 0, 2, 0, 3])).toEqual([5]);
    expect(speaksAt(oneTwoThree(9), [0, 2, 1, 3])).toEqual([]);
    expect(speaksAt(oneTwoThree(9), [0, 3, 2, 1, 2, 3])).toEqual([5]);
  });

  it('has to be done within so many candles from its first step', () => {
    expect(speaksAt(oneTwoThree(4), [0, 1, 0, 2, 0, 3])).toEqual([5]);
    expect(speaksAt(oneTwoThree(3), [0, 1, 0, 2, 0, 3])).toEqual([]);
    expect(speaksAt(oneTwoThree(3), [0, 1, 1, 0, 2, 3])).toEqual([5]);
  });

  it('needs a candle for each step', () => {
    expect(speaksAt({ sequence: [over(1), over(1)], within: 3 }, [0, 2, 0, 2])).toEqual([3]);
    expect(speaksAt({ sequence: [over(1)], within: 1 }, [0, 2, 0, 2])).toEqual([1, 3]);
  });

  it('may stand within another', () => {
    const inner: Condition = { sequence: [is(1), is(2)], within: 2 };
    expect(speaksAt({ sequence: [inner, is(3)], within: 4 }, [0, 1, 2, 0, 3])).toEqual([4]);
    expect(speaksAt({ sequence: [inner, is(3)], within: 4 }, [0, 1, 0, 0, 2, 3])).toEqual([]);
  });

  it('is as strong as its last step', () => {
    const candles = { '1h': candlesOn('1h', [5, 11, 40]) };
    const rule = ruleOf({ sequence: [over(10), over(30)], within: 2 });
    expect(replayRule(rule, candles, 'X').map(({ strength }) => strength)).toEqual([0.25]);
  });

  it('is found wherever trying all candles finds it', () => {
    const anyCloses = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyCloses, fc.integer({ min: 2, max: 8 }), (closes, within) => {
        const holds = closes.map((last, at) =>
          closes.some(
            (first, from) =>
              last === 3 &&
              first === 1 &&
              at - from <= within &&
              closes.slice(from + 1, Math.max(from + 1, at)).includes(2),
          ),
        );
        const begins = holds.flatMap((isHeld, at) =>
          at > 0 && isHeld && holds[at - 1] === false ? [at] : [],
        );
        expect(speaksAt(oneTwoThree(within), closes)).toEqual(begins);
      }),
    );
  });
});

describe('strength', () => {
  it('is from 0 to 1 for whatever speaks', () => {
    const leaves: Condition = {
      left: close,
      operator: 'leaves',
      low: { indicator: 'sma', params: { length: 3 }, output: 'value' },
      high: { price: 'high', interval: '4h' },
    };
    fc.assert(
      fc.property(anyMarket, (market) => {
        for (const { strength } of replayRule(ruleOf(leaves), market, 'X')) {
          expect(strength).toBeGreaterThanOrEqual(0);
          expect(strength).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
