import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, tradedCandles } from '../../testing/candles.ts';
import { anyMarket, anyRule, candlesOn, ruleOf } from '../../testing/rules.ts';
import { columnsOf } from '../candle.ts';
import type { Candle } from '../candle.ts';
import { findIndicator, INDICATOR_NAMES } from '../indicators/index.ts';
import type { Interval } from '../interval.ts';
import { STRETCH } from '../stretches.ts';
import type { Condition, Leaf } from './condition.ts';
import { createJudge } from './judge.ts';
import type { Operand } from './operand.ts';
import { READY_MADE_RULES } from './ready-made.ts';
import { replayColumns } from './replay-columns.ts';
import { replayRule } from './replay.ts';
import { intervalsOf } from './rule.ts';
import type { Rule } from './rule.ts';

const close: Operand = { price: 'close' };

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

  it('takes what was not defined before for no crossing', () => {
    const mean: Operand = { indicator: 'sma', params: { length: 3 }, output: 'value' };
    const rule = ruleOf({
      any: [
        { left: close, operator: 'crossesAbove', right: mean },
        { left: close, operator: 'above', right: { constant: 20 } },
      ],
    });
    const candles = candlesOn('1h', [8, 8, 11, 21]);
    const signals = replayColumns(rule, '1h', columnsOf(candles), 'X');
    expect(signals).toEqual(judged(rule, '1h', candles));
    expect(signals.map(({ price }) => price)).toEqual([21]);
  });

  it('says nothing of a move over more candles than there are', () => {
    const rule = ruleOf({ left: close, operator: 'risesBy', percent: 1, candles: 5 });
    for (const closes of [[], [8], [8, 9, 10], [8, 9, 10, 11, 12]]) {
      expect(replayRule(rule, { '1h': candlesOn('1h', closes) }, 'X')).toEqual([]);
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

/** Every line of every indicator, each defined from another candle on. */
const LINES: readonly Operand[] = INDICATOR_NAMES.flatMap((name): Operand[] => {
  const { parameters = {}, outputs = [] } = findIndicator(name) ?? {};
  const defaults = Object.entries(parameters).map(([key, { default: value }]) => [key, value]);
  const params = Object.fromEntries(defaults);
  return outputs.map((output) => ({ indicator: name, params, output }));
});
const anyLine = fc.oneof(
  fc.constantFrom(...LINES),
  fc.constantFrom<Operand>({ price: 'close' }, { price: 'low' }, { price: 'volume' }),
);
const anyOther = fc.oneof(
  anyLine,
  fc.constantFrom(0, 20, 50, 80, 500, 40_000).map((constant): Operand => ({ constant })),
);
const anyLeafOfLines: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    left: anyLine,
    operator: fc.constantFrom('above', 'below', 'crossesAbove', 'crossesBelow'),
    right: anyOther,
  }),
  fc.record({
    left: anyLine,
    operator: fc.constantFrom('enters', 'leaves'),
    low: anyOther,
    high: anyOther,
  }),
  fc.record({
    left: anyLine,
    operator: fc.constantFrom('risesBy', 'fallsBy'),
    percent: fc.constantFrom(0.5, 2, 10),
    candles: fc.integer({ min: 1, max: 60 }),
  }),
);
const anyConditionOfLines: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: anyLeafOfLines },
    { weight: 1, arbitrary: fc.record({ all: fc.tuple(tie('node'), tie('node')) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.tuple(tie('node'), tie('node')) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('node') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        sequence: fc.tuple(tie('node'), tie('node')),
        within: fc.integer({ min: 2, max: 6 }),
      }),
    },
  ),
})).node;
const anyRuleOfLines: fc.Arbitrary<Rule> = fc
  .record(
    {
      conditions: anyConditionOfLines,
      cooldownMs: fc.constant(50 * 3_600_000),
      expiresAt: fc.constant(5000 * 3_600_000),
      quietHours: fc.constant({ from: '22:00', to: '07:00', timeZone: 'UTC' }),
      delivery: fc.constant({ sound: false }),
      note: fc.constant('look'),
    },
    { requiredKeys: ['conditions'] },
  )
  .map(({ conditions, ...changes }) => ruleOf(conditions, changes));

describe('a rule replayed over more candles than one stretch', () => {
  it('says what the judge says, on any indicator, in a market with gaps', () => {
    const random = seededRandom(11);
    const candles = tradedCandles({ count: STRETCH + 1500, seed: 9 }).filter(() => random() > 0.01);
    const columns = columnsOf(candles);
    let said = 0;
    fc.assert(
      fc.property(anyRuleOfLines, (rule) => {
        const signals = replayColumns(rule, '1h', columns, 'X');
        expect(signals).toEqual(judged(rule, '1h', candles));
        said += signals.length;
      }),
      { numRuns: 60, seed: 6 },
    );
    expect(said).toBeGreaterThan(1000);
  });

  it.each<Leaf>([
    { left: close, operator: 'above', right: { constant: 10 } },
    { left: { constant: 10 }, operator: 'below', right: close },
    { left: close, operator: 'crossesAbove', right: { constant: 10 } },
    { left: { constant: 10 }, operator: 'crossesBelow', right: close },
    { left: close, operator: 'enters', low: { constant: 10 }, high: { constant: 20 } },
    { left: close, operator: 'leaves', low: { constant: 5 }, high: { constant: 9 } },
    { left: close, operator: 'risesBy', percent: 20, candles: 1 },
  ])('sees what happens at their seam: %j', (leaf) => {
    for (const at of [STRETCH - 1, STRETCH, STRETCH + 1]) {
      const closes = Array.from({ length: STRETCH + 10 }, (_, index) =>
        index === at - 1 ? 8 : 11,
      );
      const candles = candlesOn('1h', closes);
      const signals = replayColumns(ruleOf(leaf), '1h', columnsOf(candles), 'X');
      expect(signals).toEqual(judged(ruleOf(leaf), '1h', candles));
      expect(signals.map(({ candleOpenTime }) => candleOpenTime)).toEqual([at * 3_600_000]);
    }
  });

  it('is refused where candles are not in order at their seam', () => {
    const candles = candlesOn(
      '1h',
      Array.from({ length: STRETCH + 1 }, () => 8),
    );
    const twice = [...candles.slice(0, STRETCH), ...candles.slice(STRETCH - 1)];
    expect(() =>
      replayRule(
        ruleOf({ not: { left: close, operator: 'above', right: close } }),
        { '1h': twice },
        'X',
      ),
    ).toThrow(RangeError);
  });
});
