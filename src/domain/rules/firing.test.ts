import { describe, expect, it } from 'vitest';
import { candlesOn, ruleOf } from '../../testing/rules.ts';
import type { Candle } from '../candle.ts';
import type { Condition } from './condition.ts';
import { createJudge } from './judge.ts';
import type { Operand } from './operand.ts';
import { replayRule } from './replay.ts';
import type { Rule } from './rule.ts';

const HOUR = 3_600_000;
const close: Operand = { price: 'close' };
const over10: Condition = { left: close, operator: 'above', right: { constant: 10 } };

const judgeOf = (changes: Partial<Rule>, conditions: Condition = over10) =>
  createJudge({ symbol: 'X', intervals: ['1h'], rules: [ruleOf(conditions, changes)] });

/** Hours at which candles opened that the rule spoke at. */
function hoursOf(closes: readonly number[], changes: Partial<Rule>): number[] {
  const signals = replayRule(ruleOf(over10, changes), { '1h': candlesOn('1h', closes) }, 'X');
  return signals.map(({ candleOpenTime }) => candleOpenTime / HOUR);
}

describe('after it has spoken, a rule', () => {
  const closes = [9, 11, 9, 11, 9, 11, 9, 11];

  it('is silent until its cooldown is over, by the candles', () => {
    expect(hoursOf(closes, {})).toEqual([1, 3, 5, 7]);
    expect(hoursOf(closes, { cooldownMs: 2 * HOUR })).toEqual([1, 3, 5, 7]);
    expect(hoursOf(closes, { cooldownMs: 2 * HOUR + 1 })).toEqual([1, 5]);
    expect(hoursOf(closes, { cooldownMs: 100 * HOUR })).toEqual([1]);
  });

  it('does not make up for what became true during the cooldown', () => {
    expect(hoursOf([9, 11, 9, 11, 11, 11, 11], { cooldownMs: 4 * HOUR })).toEqual([1]);
  });

  it('cools down for each interval on its own', () => {
    const candles = { '1h': candlesOn('1h', closes), '4h': candlesOn('4h', [9, 11, 9, 11]) };
    const signals = replayRule(ruleOf(over10, { cooldownMs: 30 * HOUR }), candles, 'X');
    expect(signals.map(({ interval }) => interval)).toEqual(['1h', '4h']);
  });
});

describe('a rule that expires', () => {
  it('speaks of candles that close until then, and of none after', () => {
    const closes = [9, 11, 9, 11];
    expect(hoursOf(closes, { expiresAt: 4 * HOUR })).toEqual([1, 3]);
    expect(hoursOf(closes, { expiresAt: 4 * HOUR - 1 })).toEqual([1]);
    expect(hoursOf(closes, { expiresAt: 0 })).toEqual([]);
  });
});

describe('a signal', () => {
  it('in quiet hours says so, by the time at which the candle closed', () => {
    const quietHours = { from: '02:00', to: '03:00', timeZone: 'UTC' };
    const candles = { '1h': candlesOn('1h', [9, 11, 9, 11]) };
    const signals = replayRule(ruleOf(over10, { quietHours }), candles, 'X');
    expect(signals.map(({ isQuiet }) => isQuiet)).toEqual([true, undefined]);
  });

  it('carries how it is to be told and the words of the user', () => {
    const changes = { delivery: { sound: false }, note: 'Sell half' };
    const candles = { '1h': candlesOn('1h', [9, 11]) };
    expect(replayRule(ruleOf(over10, changes), candles, 'X')).toMatchObject([changes]);
  });
});

describe('an intrabar rule', () => {
  const [first, second, third] = candlesOn('1h', [9, 9, 9]);
  const at = (candle: Candle | undefined, price: number): Candle => {
    if (candle === undefined) throw new Error('no candle');
    return { ...candle, close: price };
  };
  const intrabar = () => {
    const judge = judgeOf({ fire: 'intrabar' });
    judge.close('1h', at(first, 9));
    return judge;
  };

  it('speaks at the first moment at which it is so, once for the candle', () => {
    const judge = intrabar();
    expect(judge.preview('1h', at(second, 9.9), HOUR + 1)).toEqual([]);
    expect(judge.preview('1h', at(second, 11), HOUR + 2)).toMatchObject([
      { candleOpenTime: HOUR, price: 11, explanation: 'close on 1h = 11; threshold 10' },
    ]);
    expect(judge.preview('1h', at(second, 9), HOUR + 3)).toEqual([]);
    expect(judge.preview('1h', at(second, 12), HOUR + 4)).toEqual([]);
    expect(judge.close('1h', at(second, 12))).toEqual([]);
  });

  it('speaks again of the next candle only when this one did not close so', () => {
    const judge = intrabar();
    judge.preview('1h', at(second, 11), HOUR + 1);
    judge.close('1h', at(second, 9));
    expect(judge.preview('1h', at(third, 11), 2 * HOUR + 1)).toHaveLength(1);
    const held = intrabar();
    held.preview('1h', at(second, 11), HOUR + 1);
    held.close('1h', at(second, 11));
    expect(held.preview('1h', at(third, 11), 2 * HOUR + 1)).toEqual([]);
  });

  it('speaks at the close when no frame before showed it', () => {
    expect(intrabar().close('1h', at(second, 11))).toHaveLength(1);
  });

  it('says nothing before a close has armed it, of a candle that has closed, or after expiry', () => {
    expect(judgeOf({ fire: 'intrabar' }).preview('1h', at(first, 11), 1)).toEqual([]);
    expect(intrabar().preview('1h', at(first, 11), HOUR)).toEqual([]);
    const expiring = judgeOf({ fire: 'intrabar', expiresAt: HOUR + 5 });
    expiring.close('1h', at(first, 9));
    expect(expiring.preview('1h', at(second, 11), HOUR + 6)).toEqual([]);
    expect(expiring.preview('1h', at(second, 11), HOUR + 5)).toHaveLength(1);
  });

  it('is alone in that: other rules are judged at the close, whatever was seen before', () => {
    const judge = judgeOf({});
    judge.close('1h', at(first, 9));
    expect(judge.preview('1h', at(second, 11), HOUR + 1)).toEqual([]);
    expect(judge.close('1h', at(second, 9))).toEqual([]);
    expect(judge.close('1h', at(third, 11))).toHaveLength(1);
  });

  it('previews indicators, moves and sequences without disturbing them', () => {
    const average: Operand = { indicator: 'sma', params: { length: 2 }, output: 'value' };
    const conditions: Condition[] = [
      { left: close, operator: 'crossesAbove', right: average },
      { left: close, operator: 'risesBy', percent: 20, candles: 2 },
      { sequence: [{ not: over10 }, over10], within: 2 },
    ];
    const candles = candlesOn('1h', [9, 8, 12, 7, 7, 13, 9, 9, 11]);
    for (const condition of conditions) {
      const plain = createJudge({ symbol: 'X', intervals: ['1h'], rules: [ruleOf(condition)] });
      const seen = createJudge({ symbol: 'X', intervals: ['1h'], rules: [ruleOf(condition)] });
      const told = createJudge({
        symbol: 'X',
        intervals: ['1h'],
        rules: [ruleOf(condition, { fire: 'intrabar' })],
      });
      for (const candle of candles) {
        for (const price of [50, 1]) {
          seen.preview('1h', { ...candle, close: price }, candle.openTime + 1);
        }
        const previewed = told.preview('1h', candle, candle.openTime + 1);
        const closed = plain.close('1h', candle);
        expect(seen.close('1h', candle)).toEqual(closed);
        // Seen as it will close, it says what the close would.
        expect([...previewed, ...told.close('1h', candle)]).toEqual(closed);
      }
    }
  });
});
