import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../testing/sample-alert.ts';
import type { Alert } from './alert.ts';
import { parseAlert } from './parse-alert.ts';

const fieldsOf = (value: unknown, path?: string): readonly string[] => {
  const parsed = parseAlert(value, path);
  return parsed.ok ? [] : parsed.faults.map(({ field }) => field);
};

describe('parseAlert', () => {
  it.each<Partial<Alert>>([
    {},
    { strength: 0 },
    { strength: 1 },
    { message: '' },
    { signalType: 'SELL', status: 'DISMISSED', dismissedAt: 0, announcedAt: 1, late: true },
    { symbol: '币安人生USDT', interval: '1M', price: '0.00000001' },
  ])('reads %j as it is', (changes) => {
    expect(parseAlert(sampleAlert(changes))).toEqual({ ok: true, value: sampleAlert(changes) });
  });

  it('drops fields that it does not know', () => {
    const parsed = parseAlert({ ...sampleAlert(), mood: 'bullish', __proto__: { late: 7 } });
    expect(parsed).toEqual({ ok: true, value: sampleAlert() });
  });

  it.each<[keyof Alert, readonly unknown[]]>([
    ['id', ['', 7, null]],
    ['signalType', ['HOLD', 'buy', '', null]],
    ['symbol', ['', 'btcusdt', ' BTCUSDT', 'BTC/USDT', 7]],
    ['price', ['0', '-1', '1e5', '', 'abc', 45_000, null]],
    ['indicator', ['', null]],
    ['ruleId', ['', null]],
    ['interval', ['1H', '2m', 60]],
    ['strength', [-0.001, 1.001, Number.NaN, '1', null]],
    ['message', [null, 7]],
    ['createdAt', [-1, 1.5, Number.NaN, Infinity, '1700000000000', null, new Date(0), 8.7e15]],
    ['candleOpenTime', [-1, 1.5, null, 1e14]],
    ['status', ['active', 'RINGING', null]],
    ['dismissedAt', [undefined, -1, 'never']],
    ['late', [0, 'false', null]],
    ['announcedAt', [undefined, -1]],
  ])('names the field %s when it is wrong', (field, values) => {
    for (const value of values) {
      expect([value, fieldsOf({ ...sampleAlert(), [field]: value })]).toEqual([
        value,
        [`alert.${field}`],
      ]);
    }
  });

  it.each([null, undefined, 7, 'alert', true])('refuses %j as a whole', (value) => {
    expect(fieldsOf(value, 'row 7')).toEqual(['row 7']);
  });

  it('names every field of an empty object, under the path given', () => {
    const fields = fieldsOf({}, 'row 7');
    expect(fields).toHaveLength(Object.keys(sampleAlert()).length);
    expect(fields.every((field) => field.startsWith('row 7.'))).toBe(true);
  });
});
