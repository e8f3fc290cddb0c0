import * as fc from 'fast-check';
import type { Candle } from '../domain/candle.ts';
import { intervalMs, openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import type { Condition, Leaf } from '../domain/rules/condition.ts';
import type { Judge } from '../domain/rules/judge.ts';
import type { Operand } from '../domain/rules/operand.ts';
import type { Rule } from '../domain/rules/rule.ts';
import type { TradingSignal } from '../domain/signal.ts';
import { seededRandom } from './candles.ts';

/** The intervals of a market made here; all close together every four hours. */
export const MARKET_INTERVALS = ['15m', '1h', '4h'] as const satisfies readonly Interval[];
type MarketInterval = (typeof MARKET_INTERVALS)[number];
export type Market = Readonly<Record<MarketInterval, readonly Candle[]>>;

/** A rule on every watched interval, with what the test wants different. */
export function ruleOf(conditions: Condition, changes: Partial<Rule> = {}): Rule {
  const where = { symbols: 'watchlist', intervals: 'watchlist' } as const;
  return { id: 'r', name: 'R', side: 'BUY', isEnabled: true, ...where, conditions, ...changes };
}

/** Candles that close at these prices and open at the close before. */
export function candlesOn(interval: Interval, closes: readonly number[], startTime = 0): Candle[] {
  return closes.map((close, index) => {
    const open = closes[index - 1] ?? close;
    const openTime = shiftOpenTime(interval, startTime, index);
    const [low, high] = [Math.min(open, close), Math.max(open, close)];
    return { openTime, open, high, low, close, volume: 1 + (index % 5) };
  });
}

/** The candles of a longer interval, of which the shorter ones show all parts. */
export function joinCandles(parts: readonly Candle[], interval: Interval): Candle[] {
  const joined = new Map<number, Candle>();
  for (const part of parts) {
    const openTime = openTimeAt(interval, part.openTime);
    const known = joined.get(openTime);
    joined.set(openTime, {
      openTime,
      open: known?.open ?? part.open,
      high: Math.max(known?.high ?? part.high, part.high),
      low: Math.min(known?.low ?? part.low, part.low),
      close: part.close,
      volume: (known?.volume ?? 0) + part.volume,
    });
  }
  return [...joined.values()];
}

/** Candles of all intervals; of the longer ones the exchange may lack some. */
export const anyMarket: fc.Arbitrary<Market> = fc
  .record({
    closes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 60, maxLength: 300 }),
    holes: fc.uniqueArray(fc.nat(70), { maxLength: 3 }),
  })
  .map(({ closes, holes }) => {
    const quarters = candlesOn('15m', closes);
    const withHoles = (interval: Interval) => {
      const candles = joinCandles(quarters, interval);
      const lastClose = (quarters.at(-1)?.openTime ?? 0) + intervalMs('15m');
      return candles.filter(({ openTime }, index) => {
        return openTime + intervalMs(interval) <= lastClose && !holes.includes(index);
      });
    };
    return { '15m': quarters, '1h': withHoles('1h'), '4h': withHoles('4h') };
  });

const anyOperand: fc.Arbitrary<Operand> = fc
  .record({
    kind: fc.constantFrom<Operand>(
      { price: 'close' },
      { price: 'high' },
      { indicator: 'sma', params: { length: 2 }, output: 'value' },
      { indicator: 'ema', params: { length: 3 }, output: 'value' },
    ),
    interval: fc.option(fc.constantFrom(...MARKET_INTERVALS), { nil: undefined }),
    forming: fc.boolean(),
  })
  .map(({ kind, interval, forming }) => {
    return interval === undefined ? kind : { ...kind, interval, ...(forming && { forming }) };
  });

const anyConstant: fc.Arbitrary<Operand> = fc
  .integer({ min: 4, max: 16 })
  .map((constant) => ({ constant }));

export const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    left: anyOperand,
    operator: fc.constantFrom('above', 'below', 'crossesAbove', 'crossesBelow'),
    right: fc.oneof(anyOperand, anyConstant),
  }),
  fc.record({
    left: anyOperand,
    operator: fc.constantFrom('enters', 'leaves'),
    low: fc.constant({ constant: 5 }),
    high: fc.constant({ constant: 12 }),
  }),
  fc.record({
    left: anyOperand,
    operator: fc.constantFrom('risesBy', 'fallsBy'),
    percent: fc.constant(20),
    candles: fc.integer({ min: 1, max: 3 }),
  }),
);

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    anyLeaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc.record({
      sequence: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      within: fc.integer({ min: 2, max: 6 }),
    }),
  ),
})).node;

export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    conditions: anyCondition,
    intervals: fc.constantFrom<Rule['intervals']>('watchlist', ['15m'], ['1h'], ['4h', '15m']),
    cooldownMs: fc.option(fc.constantFrom(3_600_000, 20_000_000), { nil: undefined }),
  })
  .map(({ conditions, intervals, cooldownMs }) =>
    ruleOf(conditions, { intervals, ...(cooldownMs !== undefined && { cooldownMs }) }),
  );

/**
 * Feeds a judge as a live connection might: each series in its order, with frames of the open candle
 * that the closed one need not agree with, but one series ahead of or behind another by as much as
 * `lag` (milliseconds of the candles' clock; 0 shuffles those that close together).
 */
export function feedLive(
  judge: Judge,
  market: Market,
  { seed, lag }: { readonly seed: number; readonly lag: number },
): TradingSignal[] {
  const random = seededRandom(seed);
  const signals: TradingSignal[] = [];
  const frames = MARKET_INTERVALS.flatMap((interval) => {
    let arrival = 0;
    return market[interval].flatMap((candle) => {
      const closesAt = shiftOpenTime(interval, candle.openTime, 1);
      const ticks = Array.from({ length: Math.floor(random() * 3) }, () => {
        const close = candle.open * (0.5 + random());
        return { ...candle, close, high: close * 2, low: close / 2 };
      });
      return [...ticks, candle].map((each) => {
        const isClosed = each === candle;
        const time = isClosed ? closesAt : candle.openTime + random() * 0.9 * intervalMs(interval);
        // A frame never overtakes one of its own series.
        arrival = Math.max(arrival, time + random() * lag);
        return { interval, candle: each, isClosed, time, arrival, toss: random() };
      });
    });
  });
  const inSeries = new Map(MARKET_INTERVALS.map((interval) => [interval, 0]));
  const places = frames.map((frame) => {
    const place = inSeries.get(frame.interval) ?? 0;
    inSeries.set(frame.interval, place + 1);
    return { ...frame, place };
  });
  const isSame = (one: { interval: Interval }, other: { interval: Interval }) =>
    one.interval === other.interval;
  const arrived = places.toSorted((one, other) => {
    if (isSame(one, other)) return one.place - other.place;
    return one.arrival - other.arrival || one.toss - other.toss;
  });
  for (const { interval, candle, isClosed, time } of arrived) {
    signals.push(
      ...(isClosed ? judge.close(interval, candle) : judge.preview(interval, candle, time)),
    );
  }
  const end = Math.max(...places.map(({ time }) => time));
  for (const interval of MARKET_INTERVALS) signals.push(...judge.pass(interval, end));
  return signals;
}

/** As they closed; at the same instant the longer interval first: the order of a replay. */
export function inReplayOrder(signals: readonly TradingSignal[]): TradingSignal[] {
  const closeTime = ({ interval, candleOpenTime }: TradingSignal) =>
    shiftOpenTime(interval, candleOpenTime, 1);
  return signals.toSorted(
    (one, other) =>
      closeTime(one) - closeTime(other) || intervalMs(other.interval) - intervalMs(one.interval),
  );
}
