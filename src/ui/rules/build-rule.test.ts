import { describe, expect, it } from 'vitest';
import { RULES } from '../text/en/rules.ts';
import { buildRule } from './build-rule.ts';
import type { RuleDraft } from './build-rule.ts';

const WORDS = RULES.form;
const DRAFT: RuleDraft = {
  kind: 'price',
  symbol: 'BTCUSDT',
  interval: '',
  direction: 'up',
  fire: 'close',
  price: '64250.5',
  percent: '2',
  candles: '3',
};
const built = (part: Partial<RuleDraft>) => buildRule({ ...DRAFT, ...part }, WORDS, ['4h', '15m']);
const ruleOf = (part: Partial<RuleDraft>) => {
  const outcome = built(part);
  if ('errors' in outcome) throw new Error(JSON.stringify(outcome.errors));
  return outcome.rule;
};

describe('a rule from the form', () => {
  it('is a price level for one symbol', () => {
    expect(ruleOf({})).toMatchObject({
      side: 'BUY',
      symbols: ['BTCUSDT'],
      intervals: 'watchlist',
      conditions: { operator: 'crossesAbove', right: { constant: 64250.5 } },
    });
  });

  it('that is to be told at once is judged on the shortest interval alone', () => {
    expect(ruleOf({ fire: 'intrabar', interval: '4h' })).toMatchObject({
      fire: 'intrabar',
      intervals: ['15m'],
    });
    expect(ruleOf({ fire: 'intrabar' }).id).not.toBe(ruleOf({}).id);
  });

  it('is a percentage move, for one symbol or all', () => {
    const move = { kind: 'move', direction: 'down', percent: '1.5', candles: '4' } as const;
    expect(ruleOf(move)).toMatchObject({
      side: 'SELL',
      symbols: ['BTCUSDT'],
      conditions: { operator: 'fallsBy', percent: 1.5, candles: 4 },
    });
    expect(ruleOf({ ...move, symbol: '' }).symbols).toBe('watchlist');
  });

  it('has an id of its own wherever it applies', () => {
    const move = { kind: 'move' } as const;
    const ids = [
      ruleOf({}),
      ruleOf({ interval: '1h' }),
      ruleOf(move),
      ruleOf({ ...move, symbol: 'ETHUSDT' }),
      ruleOf({ ...move, symbol: '' }),
      ruleOf({ ...move, interval: '4h' }),
    ].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['64,250.5', 64250.5],
    ['64 250', 64250],
    ['0,25', 0.25],
    ['1,000', 1000],
  ])('takes %s as the price %d', (price, value) =>
    expect(ruleOf({ price }).conditions).toMatchObject({ right: { constant: value } }),
  );

  it.each(['', 'abc', '-1', '0', '1e5', '1.2.3', 'Infinity'])('refuses the price “%s”', (price) =>
    expect(built({ price })).toEqual({ errors: { price: WORDS.errors.price } }),
  );

  it('names every field that is wrong', () => {
    expect(built({ symbol: '', price: '' })).toEqual({
      errors: { symbol: WORDS.errors.symbol, price: WORDS.errors.price },
    });
    expect(built({ kind: 'move', percent: '0.01', candles: '1.5' })).toEqual({
      errors: { percent: WORDS.errors.percent, candles: WORDS.errors.candles },
    });
  });
});
