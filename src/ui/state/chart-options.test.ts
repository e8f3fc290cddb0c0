import { describe, expect, it } from 'vitest';
import { changeOptions, DEFAULT_OPTIONS, optionsOf, parseOptions } from './chart-options.ts';

describe('options of a chart', () => {
  it('are those of their symbol', () => {
    changeOptions('A', { isLog: true });
    changeOptions('A', { interval: '4h' });
    expect(optionsOf('A')).toEqual({ ...DEFAULT_OPTIONS, isLog: true, interval: '4h' });
    expect(optionsOf('B')).toBe(DEFAULT_OPTIONS);
  });

  it('are kept for the symbols that were changed last', () => {
    changeOptions('old', { isLog: true });
    for (let count = 0; count < 200; count++) changeOptions(`S${count}`, { isLog: true });
    expect(optionsOf('old')).toBe(DEFAULT_OPTIONS);
    expect(optionsOf('S0').isLog).toBe(true);
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{ interval: '7h', isLog: 'yes', indicators: 'rsi' }],
    [{ indicators: [null, 3, { indicator: 3 }, { indicator: 'rsi', params: { length: '7' } }] }],
  ])('are the usual ones where %j cannot be read', (value) =>
    expect(parseOptions(value)).toEqual(DEFAULT_OPTIONS),
  );

  it('are read as they were written', () => {
    const options = {
      interval: '15m',
      isLog: true,
      indicators: [{ indicator: 'rsi', params: { length: 7 } }],
    };
    expect(parseOptions(JSON.parse(JSON.stringify(options)))).toEqual(options);
  });
});
