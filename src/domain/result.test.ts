import { describe, expect, it } from 'vitest';
import { accept, describeFault, fault, refuse } from './result.ts';

describe('Result', () => {
  it('accepts a value as it is', () => {
    const value = {};
    expect(accept(value)).toEqual({ ok: true, value });
  });

  it('refuses with field, value and what is allowed, in one sentence', () => {
    const result = refuse('settings.queueSize', 0, '10 to 100000 frames');
    expect(result.ok ? [] : result.faults.map(describeFault)).toEqual([
      'settings.queueSize: 0 is refused; allowed: 10 to 100000 frames',
    ]);
  });
});

describe('the value in a fault', () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;

  it.each<[unknown, string]>([
    ['1H', '"1H"'],
    ['', '""'],
    [0, '0'],
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [1e-9, '1e-9'],
    [10n, '10'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol('s'), 'Symbol(s)'],
    [{ a: 1 }, '{"a":1}'],
    [[1, 2], '[1,2]'],
    [new Date(Number.NaN), 'null'],
    [{ toJSON: () => undefined }, 'an object'],
    [{ price: 10n }, 'an object'],
    [[10n], 'a list'],
    [loop, 'an object'],
    [Object.create(null), '{}'],
  ])('case %#: is shown without ever throwing', (value, shown) => {
    expect(fault('field', value, 'anything').value).toBe(shown);
  });

  it('is cut when it is long', () => {
    const { value } = fault('field', 'x'.repeat(1_000_000), 'less');
    expect(value).toBe(`"${'x'.repeat(59)}…`);
  });
});
