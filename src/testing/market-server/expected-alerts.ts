/** What a market gives somebody who never misses anything: the rules replayed over all of it. */
import { alertId } from '../../domain/alert.ts';
import type { Candle } from '../../domain/candle.ts';
import { intervalMs, isInterval, openTimeAt } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import { replayRule } from '../../domain/rules/replay.ts';
import { judgedIntervals } from '../../domain/rules/rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Market, MarketCandle } from './price-course.ts';
import { SCENE_INTERVALS, SCENE_START } from './scene.ts';
import type { Scene } from './scene.ts';

/** As many candles as an app that starts has before the first that it watches. */
const WARM_UP_CANDLES = 990;

/** Ids of the alerts of candles that were open at `from` or later and had closed by `to`. */
export function expectedAlerts(
  market: Market,
  rules: readonly Rule[],
  intervals: readonly Interval[],
  { from, to }: { readonly from: number; readonly to: number },
): Set<string> {
  const ids = new Set<string>();
  for (const symbol of market.symbols) {
    const candles = Object.fromEntries(
      intervals.map((interval) => [interval, closedCandles(market, symbol, interval, from, to)]),
    );
    for (const rule of rules) {
      const judged = judgedIntervals(rule, intervals);
      for (const signal of replayRule(rule, candles, symbol)) {
        const isWatched = signal.candleOpenTime >= openTimeAt(signal.interval, from);
        if (isWatched && judged.includes(signal.interval)) ids.add(alertId(signal));
      }
    }
  }
  return ids;
}

/** Those of a market that many runs share, by the rules and the hour until which they are known. */
const known = new WeakMap<Market, Map<string, Set<string>>>();
const HOUR_MS = 3_600_000;

/** Those of a scene until now. */
export function expectedOf({ market, rules, line }: Scene): Set<string> {
  const to = Math.ceil(line.now / HOUR_MS) * HOUR_MS;
  const ofMarket = known.get(market) ?? new Map<string, Set<string>>();
  known.set(market, ofMarket);
  const key = JSON.stringify([to, rules]);
  const range = { from: SCENE_START, to };
  const all = ofMarket.get(key) ?? expectedAlerts(market, rules, SCENE_INTERVALS, range);
  ofMarket.set(key, all);
  return new Set([...all].filter((id) => closeTimeOf(id) <= line.now));
}

/** Of the candle that an alert is about; its identity says which. */
export function closeTimeOf(id: string): number {
  const [, , interval = '', openTime] = id.split(':');
  return Number(openTime) + (isInterval(interval) ? intervalMs(interval) : 0);
}

function closedCandles(
  market: Market,
  symbol: string,
  interval: Interval,
  from: number,
  to: number,
): Candle[] {
  const first = openTimeAt(interval, from) - WARM_UP_CANDLES * intervalMs(interval);
  const last = openTimeAt(interval, to) - intervalMs(interval);
  return market.candles(symbol, interval, { from: first, to: last }).map(asCandle);
}

export function asCandle({ openTime, open, high, low, close, volume }: MarketCandle): Candle {
  return {
    openTime,
    open: Number(open),
    high: Number(high),
    low: Number(low),
    close: Number(close),
    volume: Number(volume),
  };
}
