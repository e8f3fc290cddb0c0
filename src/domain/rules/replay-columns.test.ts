import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMarket, anyRule } from '../../testing/rules.ts';
import { columnsOf } from '../candle.ts';
import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import { createJudge } from './judge.ts';
import { READY_MADE_RULES } from './ready-made.ts';
import { replayColumns } from './replay-columns.ts';
import { replayRule } from './replay.ts';
import { intervalsOf } from './rule.ts';
import type { Rule } from './rule.ts';
import { tradedCandles } from '../../testing/candles.ts';

/** What the judge says of the candles, one by one, as live. */
function judged(rule: Rule, interval: Interval, candles: readonly Candle[]) {
  const rules = [{ ...rule, isEnabled: true }];
  const judge = createJudge({ symbol: 'X', intervals: [interval], rules });
  return candles.flatMap((candle) => judge.close(interval, candle));
}

describe('a rule replayed over columns', () => {
  it('says what the judge says, whatever the rule and the market', () => {
    let said = 0;
    fc.assert(
      fc.property(anyRule, anyMarket, (rule, market) => {
        fc.pre(intervalsOf(rule, ['15m']).join() === '15m');
        const candles = market['15m'];
        const signals = replayColumns(rule, '15m', columnsOf(candles), 'X');
        expect(signals).toEqual(judged(rule, '15m', candles));
        expect(replayRule(rule, { '15m': candles }, 'X')).toEqual(signals);
        said += signals.length;
      }),
      { numRuns: 200 },
    );
    expect(said).toBeGreaterThan(100);
  });

  it('says what the judge says of every ready-made rule', () => {
    const candles = tradedCandles({ count: 2000, seed: 5 });
    for (const rule of READY_MADE_RULES) {
      const signals = replayColumns(rule, '1h', columnsOf(candles), 'X');
      expect(signals).toEqual(judged(rule, '1h', candles));
      expect(signals).not.toEqual([]);
    }
  });

  it('refuses candles that are not in order', () => {
    const [rule] = READY_MADE_RULES;
    const candles = tradedCandles({ count: 3 }).toReversed();
    expect(() => rule && replayRule(rule, { '1h': candles }, 'X')).toThrow(RangeError);
  });

  it('says nothing of a symbol that the rule is not for', () => {
    const [rule] = READY_MADE_RULES;
    const candles = tradedCandles({ count: 500 });
    expect(rule && replayRule({ ...rule, symbols: ['Y'] }, { '1h': candles }, 'X')).toEqual([]);
  });
});
