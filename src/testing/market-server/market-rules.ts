/** Rules that speak often, so that a short run holds many alerts that could be lost or doubled. */
import type { Condition } from '../../domain/rules/condition.ts';
import type { Operand } from '../../domain/rules/operand.ts';
import type { Rule } from '../../domain/rules/rule.ts';

const close: Operand = { price: 'close' };

function ema(length: number, interval?: '5m'): Operand {
  return { indicator: 'ema', params: { length }, output: 'value', ...(interval && { interval }) };
}

function rule(
  id: string,
  side: Rule['side'],
  conditions: Condition,
  more: Partial<Rule> = {},
): Rule {
  const where = { symbols: 'watchlist', intervals: 'watchlist' } as const;
  return { id, name: id, side, isEnabled: true, ...where, conditions, ...more };
}

export const FREQUENT_RULES: readonly Rule[] = [
  rule('ema-up', 'BUY', { left: ema(3), operator: 'crossesAbove', right: ema(8) }),
  rule('ema-down', 'SELL', { left: ema(3), operator: 'crossesBelow', right: ema(8) }),
  rule('move', 'BUY', { left: close, operator: 'risesBy', percent: 0.5, candles: 2 }),
  // Looks at two intervals: each close waits for the other series.
  rule(
    'above-5m',
    'BUY',
    { left: close, operator: 'crossesAbove', right: ema(3, '5m') },
    { intervals: ['1m'] },
  ),
  rule(
    'calm',
    'SELL',
    { left: close, operator: 'fallsBy', percent: 0.2, candles: 1 },
    { cooldownMs: 240_000 },
  ),
];
