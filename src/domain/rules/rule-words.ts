/**
 * The words of which sentences about rules are made, one set for each language. The sentences of the
 * engine, which are stored with alerts, are English.
 */
import type { Side } from '../signal.ts';
import type { Operator } from './condition.ts';
import type { PriceField } from './operand.ts';

export const CHANNELS = ['toast', 'sound', 'notification'] as const;
export type Channel = (typeof CHANNELS)[number];

export type DurationUnit = 'day' | 'hour' | 'minute' | 'second';

export interface RuleWords {
  readonly sides: Readonly<Record<Side, string>>;
  /** Each operator as it is said, and as its contrary is. */
  readonly operators: Readonly<Record<Operator, readonly [so: string, notSo: string]>>;
  /** Between conditions, with the spaces around them. */
  readonly joints: Readonly<Record<'all' | 'any' | 'sequence', string>>;
  readonly prices: Readonly<Record<PriceField, string>>;
  readonly everySymbol: string;
  readonly everyInterval: string;
  /** A number that is written with a point, and without groups. */
  number(plain: string): string;
  /** One line of an indicator that has several. */
  output(name: string): string;
  on(what: string, interval: string, isForming: boolean): string;
  /** One comparison: `operator` is one of those above, or its contrary. */
  says(left: string, operator: string, rest: string): string;
  not(condition: string): string;
  within(conditions: string, candles: number): string;
  range(low: string, high: string): string;
  move(percent: string, candles: number): string;
  list(items: readonly string[]): string;
  /** A sentence without its end; `firing` are parts of it that follow. */
  rule(side: string, conditions: string, symbols: string, intervals: string): string;
  readonly intrabar: string;
  atMostOnce(duration: string): string;
  until(time: string): string;
  quietly(from: string, to: string, timeZone: string): string;
  withChannels(channels: readonly Channel[]): string;
  withoutChannels(channels: readonly Channel[]): string;
  duration(count: string, unit: DurationUnit): string;
}

export const ENGLISH_RULE_WORDS: RuleWords = {
  sides: { BUY: 'BUY', SELL: 'SELL' },
  operators: {
    above: ['is above', 'is not above'],
    below: ['is below', 'is not below'],
    crossesAbove: ['crosses above', 'does not cross above'],
    crossesBelow: ['crosses below', 'does not cross below'],
    enters: ['enters', 'does not enter'],
    leaves: ['leaves', 'does not leave'],
    risesBy: ['rises by', 'does not rise by'],
    fallsBy: ['falls by', 'does not fall by'],
  },
  joints: { all: ' and ', any: ' or ', sequence: ', then ' },
  prices: { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' },
  everySymbol: 'every watched symbol',
  everyInterval: 'every watched interval',
  number: (plain) => plain,
  output: (name) => name,
  on: (what, interval, isForming) => `${what} on ${interval}${isForming ? ' (forming)' : ''}`,
  says: (left, operator, rest) => `${left} ${operator} ${rest}`,
  not: (condition) => `not (${condition})`,
  within: (conditions, candles) => `${conditions} within ${counted(candles)}`,
  range: (low, high) => `${low} to ${high}`,
  move: (percent, candles) =>
    `${percent}% ${candles === 1 ? 'in one candle' : `over ${counted(candles)}`}`,
  list: (items) => listed(items, 'and'),
  rule: (side, conditions, symbols, intervals) =>
    `${side} when ${conditions}, for ${symbols}, on ${intervals}`,
  intrabar: 'as soon as it is so while a candle forms',
  atMostOnce: (duration) => `at most once in ${duration}`,
  until: (time) => `until ${time}`,
  quietly: (from, to, timeZone) => `quietly from ${from} to ${to} (${timeZone})`,
  withChannels: (channels) => `with ${channels.join(' and ')}`,
  withoutChannels: (channels) => `without ${channels.join(' or ')}`,
  duration: (count, unit) => (count === '1' ? `1 ${unit}` : `${count} ${unit}s`),
};

/** `BTCUSDT, ETHUSDT and SOLUSDT` */
export function listed(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

function counted(candles: number): string {
  return candles === 1 ? 'one candle' : `${candles} candles`;
}
