import { READY_MADE_RULES } from '../../src/domain/rules/ready-made.ts';
import type { Rule } from '../../src/domain/rules/rule.ts';

const NEVER_IN_A_SOAK = /volume-spike/;

/** On 1m candles, together with what a longer interval says: its judge waits for both. */
const ACROSS_INTERVALS: Rule = {
  id: 'soak-across-intervals',
  name: 'Up on 1m while up on 5m',
  side: 'BUY',
  isEnabled: true,
  symbols: 'watchlist',
  intervals: ['1m'],
  conditions: {
    all: [
      {
        left: { indicator: 'ema', params: { length: 5 }, output: 'value' },
        operator: 'crossesAbove',
        right: { indicator: 'ema', params: { length: 13 }, output: 'value' },
      },
      {
        left: { indicator: 'rsi', params: { length: 14 }, output: 'value', interval: '5m' },
        operator: 'above',
        right: { constant: 50 },
      },
    ],
  },
};

/**
 * The rules of the soak test: all that come with the app, switched on, and one over two intervals.
 * Only such as say the same of the same candles wherever their history begins: none with a cooldown,
 * and none that is judged while a candle forms, which no history can show.
 */
export const SOAK_RULES: readonly Rule[] = [
  ...READY_MADE_RULES.map((rule) => ({ ...rule, isEnabled: !NEVER_IN_A_SOAK.test(rule.id) })),
  ACROSS_INTERVALS,
];
