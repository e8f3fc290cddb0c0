import { describe, expect, it } from 'vitest';
import { candlesOn, joinCandles, ruleOf } from '../../testing/rules.ts';
import type { Condition } from './condition.ts';
import type { Operand } from './operand.ts';
import { replayRule } from './replay.ts';
import { intervalsOf } from './rule.ts';
import { candlesNeeded, candlesNeededOn } from './warm-up.ts';

const close: Operand = { price: 'close' };
const average = (length: number): Operand => {
  return { indicator: 'sma', params: { length }, output: 'value' };
};
const over = (right: Operand): Condition => ({ left: close, operator: 'above', right });

describe('a rule needs', () => {
  it('as many candles as define its operands, and one more', () => {
    expect(candlesNeeded(ruleOf(over({ constant: 1 })))).toBe(2);
    expect(candlesNeeded(ruleOf({ not: { any: [over(average(5)), over(average(9))] } }))).toBe(10);
    expect(
      candlesNeeded(ruleOf({ left: average(5), operator: 'risesBy', percent: 1, candles: 3 })),
    ).toBe(9);
  });

  it('a candle for each further step of a sequence', () => {
    const sequence = [over({ constant: 1 }), over({ constant: 2 }), over({ constant: 3 })];
    const rule = ruleOf({ sequence, within: 5 });
    expect(candlesNeeded(rule)).toBe(3);
    const candles = candlesOn('1h', [2, 3, 4]);
    expect(replayRule(rule, { '1h': candles }, 'X')).toHaveLength(1);
    expect(replayRule(rule, { '1h': candles.slice(0, 2) }, 'X')).toHaveLength(0);
  });

  it('candles of the intervals that it names', () => {
    const rule = ruleOf(over({ ...average(3), interval: '4h' }), { intervals: ['1h'] });
    expect([candlesNeeded(rule), candlesNeededOn(rule, '4h'), candlesNeededOn(rule, '1d')]).toEqual(
      [2, 3, 0],
    );
    expect(intervalsOf(rule, ['15m'])).toEqual(['1h', '4h']);
    expect(intervalsOf({ ...rule, intervals: 'watchlist' }, ['15m', '4h'])).toEqual(['15m', '4h']);
    const hours = candlesOn('1h', [...Array.from({ length: 13 }, () => 5), 9]);
    expect(
      replayRule(rule, { '1h': hours, '4h': joinCandles(hours, '4h').slice(0, 3) }, 'X'),
    ).toHaveLength(1);
    expect(
      replayRule(rule, { '1h': hours, '4h': joinCandles(hours, '4h').slice(0, 2) }, 'X'),
    ).toHaveLength(0);
  });
});
