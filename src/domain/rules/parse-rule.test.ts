import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../result.ts';
import { parseRule } from './parse-rule.ts';
import { READY_MADE_RULES } from './ready-made.ts';

const close = { price: 'close' };
const comparison = { left: close, operator: 'above', right: { constant: 100 } };
const rsi = { indicator: 'rsi', params: { length: 14 }, output: 'value' };
const rule = {
  id: 'mine',
  name: 'Mine',
  side: 'BUY',
  isEnabled: true,
  symbols: ['BTCUSDT', '币安人生USDT'],
  intervals: ['1m', '1M'],
  conditions: {
    all: [comparison, { left: rsi, operator: 'crossesAbove', right: { constant: 30 } }],
  },
};

function faultsOf(value: unknown, path?: string): string[] {
  const result = parseRule(value, path);
  return result.ok ? [] : result.faults.map(describeFault);
}

function nested(depth: number): unknown {
  return depth === 1 ? comparison : { all: [nested(depth - 1)] };
}

describe('a rule from outside', () => {
  it('is taken as it stands when it is right', () => {
    expect(parseRule(rule)).toEqual({ ok: true, value: rule });
  });

  it.each(READY_MADE_RULES.map((each) => [each.id, each]))(
    'may be the ready-made %s',
    (_, each) => {
      expect(parseRule(JSON.parse(JSON.stringify(each)))).toEqual({ ok: true, value: each });
    },
  );

  it('is completed with the defaults of missing parameters', () => {
    const left = { indicator: 'macd', params: { fast: 5 }, output: 'signal' };
    const result = parseRule({ ...rule, conditions: { ...comparison, left } });
    expect(result.ok && result.value.conditions).toEqual({
      ...comparison,
      left: { ...left, params: { fast: 5, slow: 26, signal: 9 } },
    });
  });

  it.each<[unknown, string]>([
    [null, 'rule: null'],
    [[rule], 'rule: '],
    ['rule', 'rule: "rule"'],
    [{ ...rule, id: 'a:b' }, 'id: "a:b"'],
    [{ ...rule, id: '' }, 'id: ""'],
    [{ ...rule, name: '   ' }, 'name: "   "'],
    [{ ...rule, name: 'a\u202eb' }, 'name: '],
    [{ ...rule, name: 'x'.repeat(81) }, 'name: '],
    [{ ...rule, side: 'HOLD' }, 'side: "HOLD" is refused; allowed: BUY, SELL'],
    [{ ...rule, isEnabled: 1 }, 'isEnabled: 1 is refused; allowed: true, false'],
    [{ ...rule, symbols: [] }, 'symbols: []'],
    [{ ...rule, symbols: 'all' }, 'symbols: "all"'],
    [{ ...rule, symbols: ['BTCUSDT', 'btcusdt'] }, 'symbols[1]: "btcusdt"'],
    [{ ...rule, symbols: ['BTCUSDT', 'BTCUSDT'] }, 'symbols[1]: "BTCUSDT"'],
    [{ ...rule, intervals: ['1H'] }, 'intervals[0]: "1H" is refused; allowed: 1s, 1m'],
    [{ ...rule, cooldown: 5 }, 'cooldown: 5'],
    [{ ...rule, conditions: undefined }, 'conditions: undefined'],
    [{ ...rule, conditions: { all: [] } }, 'conditions.all: []'],
    [{ ...rule, conditions: { any: comparison } }, 'conditions.any: '],
    [{ ...rule, conditions: { all: [comparison], any: [] } }, 'conditions.any: []'],
    [{ ...rule, conditions: { any: [comparison], note: 1 } }, 'conditions.note: 1'],
    [{ ...rule, conditions: { ...comparison, operator: 'over' } }, 'conditions.operator: "over"'],
    [{ ...rule, conditions: { ...comparison, percent: 5 } }, 'conditions.percent: 5'],
    [{ ...rule, conditions: { ...comparison, right: undefined } }, 'conditions.right: undefined'],
    [{ ...rule, conditions: { ...comparison, left: { price: 'bid' } } }, 'conditions.left.price: '],
    [
      { ...rule, conditions: { ...comparison, right: { constant: Infinity } } },
      'conditions.right.constant: ',
    ],
    [
      { ...rule, conditions: { ...comparison, right: { constant: Number.NaN } } },
      'conditions.right.constant: ',
    ],
    [
      { ...rule, conditions: { ...comparison, left: { ...rsi, indicator: 'constructor' } } },
      'conditions.left.indicator: "constructor" is refused; allowed: sma, ema',
    ],
    [
      { ...rule, conditions: { ...comparison, left: { ...rsi, output: 'k' } } },
      'conditions.left.output: "k" is refused; allowed: value',
    ],
    [
      { ...rule, conditions: { ...comparison, left: { ...rsi, params: { period: 3 } } } },
      'conditions.left.params.period: 3 is refused; allowed: length',
    ],
    [
      { ...rule, conditions: { left: close, operator: 'risesBy', percent: 0, candles: 3 } },
      'conditions.percent: 0',
    ],
    [
      { ...rule, conditions: { left: close, operator: 'fallsBy', percent: 2, candles: 1.5 } },
      'conditions.candles: 1.5 is refused; allowed: whole numbers from 1 to 1000',
    ],
  ])('is refused with the path to the fault: %o', (value, start) => {
    const faults = faultsOf(value);
    expect(faults.some((text) => text.startsWith(start))).toBe(true);
  });

  it('may say when and how it speaks', () => {
    const full = {
      ...rule,
      fire: 'intrabar',
      cooldownMs: 14_400_000,
      expiresAt: 1_800_000_000_000,
      quietHours: { from: '22:00', to: '07:30', timeZone: 'Europe/Berlin' },
      delivery: { sound: false, notification: true },
      note: 'Look at the order book first',
    };
    expect(parseRule(full)).toEqual({ ok: true, value: full });
    expect(parseRule({ ...rule, fire: undefined, note: undefined })).toEqual(parseRule(rule));
  });

  it('may look at other intervals, and has no forming that is false', () => {
    const left = { ...rsi, interval: '4h', forming: true };
    const right = { ...close, interval: '1d' };
    const conditions = { left, operator: 'above', right };
    const said = { ...conditions, right: { ...right, forming: false } };
    expect(parseRule({ ...rule, conditions: said })).toEqual({
      ok: true,
      value: { ...rule, conditions },
    });
  });

  it('may negate, ask for a sequence and for a range', () => {
    const range = { left: rsi, operator: 'enters', low: { constant: 30 }, high: { constant: 70 } };
    const conditions = { sequence: [{ not: comparison }, { any: [range] }], within: 5 };
    expect(parseRule({ ...rule, conditions })).toEqual({
      ok: true,
      value: { ...rule, conditions },
    });
  });

  const quietHours = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' };
  const range = { left: rsi, operator: 'leaves', low: { constant: 30 }, high: { constant: 70 } };
  it.each<[object, string]>([
    [{ fire: 'tick' }, 'fire: "tick" is refused; allowed: close, intrabar'],
    [{ fire: null }, 'fire: null'],
    [{ cooldownMs: 999 }, 'cooldownMs: 999 is refused; allowed: whole numbers from 1000'],
    [{ cooldownMs: Number.NaN }, 'cooldownMs: NaN'],
    [{ expiresAt: Infinity }, 'expiresAt: Infinity'],
    [{ expiresAt: '2026-01-01' }, 'expiresAt: "2026-01-01"'],
    [{ note: 'a\nb' }, 'note: '],
    [{ note: ' ' }, 'note: '],
    [{ delivery: { sound: 1 } }, 'delivery.sound: 1 is refused; allowed: true, false'],
    [{ delivery: { email: true } }, 'delivery.email: true'],
    [{ delivery: [] }, 'delivery: []'],
    [{ quietHours: { ...quietHours, from: '24:00' } }, 'quietHours.from: "24:00"'],
    [{ quietHours: { ...quietHours, to: '7:00' } }, 'quietHours.to: "7:00"'],
    [{ quietHours: { ...quietHours, to: '22:00' } }, 'quietHours.to: "22:00"'],
    [{ quietHours: { ...quietHours, timeZone: 'Mars/Base' } }, 'quietHours.timeZone: "Mars/Base"'],
    [{ quietHours: { ...quietHours, timeZone: '+02:00' } }, 'quietHours.timeZone: "+02:00"'],
    [{ quietHours: { from: '22:00', to: '07:00' } }, 'quietHours.timeZone: undefined'],
    [{ conditions: { not: undefined } }, 'conditions.not: undefined'],
    [{ conditions: { not: { all: [] } } }, 'conditions.not.all: []'],
    [{ conditions: { sequence: [], within: 3 } }, 'conditions.sequence: []'],
    [
      { conditions: { sequence: [comparison, comparison, comparison], within: 1 } },
      'conditions.within: 1 is refused; allowed: whole numbers from 2 to 1000',
    ],
    [{ conditions: { sequence: [comparison] } }, 'conditions.within: undefined'],
    [{ conditions: { all: [comparison], within: 3 } }, 'conditions.within: 3'],
    [{ conditions: { ...range, right: close } }, 'conditions.right: {"price":"close"}'],
    [{ conditions: { ...range, high: undefined } }, 'conditions.high: undefined'],
    [
      { conditions: { ...range, low: { constant: 70 } } },
      'conditions.low.constant: 70 is refused; allowed: less than high, which is 70',
    ],
    [
      { conditions: { ...comparison, left: { ...close, interval: '4H' } } },
      'conditions.left.interval: "4H"',
    ],
    [
      { conditions: { ...comparison, left: { ...close, forming: true } } },
      'conditions.left.forming: true is refused; allowed: only beside an interval',
    ],
    [
      { conditions: { ...comparison, left: { ...close, interval: '4h', forming: 1 } } },
      'conditions.left.forming: 1',
    ],
    [
      { conditions: { ...comparison, right: { constant: 1, interval: '4h' } } },
      'conditions.right.interval: "4h"',
    ],
    [
      { conditions: { ...comparison, right: { constant: 'many' } } },
      'conditions.right.constant: "many" is refused; allowed: a number',
    ],
  ])('is refused with the path to the fault: %o', (changes, start) => {
    const faults = faultsOf({ ...rule, ...changes });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.slice(0, start.length)).toBe(start);
  });

  it('names the very leaf of a tree that is wrong', () => {
    const left = { ...rsi, params: { length: 0 } };
    const conditions = { all: [comparison, { left, operator: 'above', right: close }] };
    expect(faultsOf({ ...rule, conditions })).toEqual([
      'conditions.all[1].left.params.length: 0 is refused; allowed: whole numbers from 1 to 1000',
    ]);
  });

  it('tells everything that is wrong at once, under the path it was given', () => {
    const faults = faultsOf({ ...rule, side: '', name: 7, conditions: { all: [{}] } }, 'rules[2]');
    expect(faults.map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      'rules[2].name',
      'rules[2].side',
      'rules[2].conditions.all[0].left',
      'rules[2].conditions.all[0].operator',
      'rules[2].conditions.all[0].right',
    ]);
  });

  it('may be 8 levels deep and no deeper', () => {
    expect(parseRule({ ...rule, conditions: nested(8) }).ok).toBe(true);
    expect(faultsOf({ ...rule, conditions: nested(9) })).toEqual([
      `conditions${'.all[0]'.repeat(8)}: "level 9" is refused; allowed: at most 8 levels`,
    ]);
    expect(faultsOf({ ...rule, conditions: nested(5000) })).toHaveLength(1);
  });

  it('counts negations and sequences as levels', () => {
    const wrapped = (depth: number): unknown => {
      if (depth === 1) return comparison;
      return depth % 2 === 0
        ? { not: wrapped(depth - 1) }
        : { sequence: [wrapped(depth - 1)], within: 1 };
    };
    expect(parseRule({ ...rule, conditions: wrapped(8) }).ok).toBe(true);
    expect(faultsOf({ ...rule, conditions: wrapped(9) })).toHaveLength(1);
  });

  it('may have 64 conditions and no more', () => {
    const wide = (count: number) => ({
      ...rule,
      conditions: { any: Array.from({ length: count }, () => comparison) },
    });
    expect(parseRule(wide(63)).ok).toBe(true);
    expect(faultsOf(wide(64))).toEqual([
      'conditions.any[63]: "condition 65" is refused; allowed: at most 64 conditions',
    ]);
    expect(faultsOf(wide(100_000))).toHaveLength(1);
  });

  it('never makes the parser throw, and what is accepted is accepted again', () => {
    const part = fc.constantFrom(
      ...Object.values(rule),
      comparison,
      rsi,
      close,
      null,
      'all',
      5,
      [],
    );
    const mangled = fc
      .tuple(fc.constantFrom(...Object.keys(rule)), fc.oneof(part, fc.anything()))
      .map(([field, value]) => ({ ...rule, [field]: value }));
    fc.assert(
      fc.property(fc.oneof(mangled, fc.anything()), (value) => {
        const result = parseRule(value);
        expect(result.ok ? parseRule(result.value) : result).toEqual(result);
        expect(result.ok || result.faults.length > 0).toBe(true);
      }),
    );
  });
});
