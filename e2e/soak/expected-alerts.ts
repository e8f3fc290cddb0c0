import { alertId } from '../../src/domain/alert.ts';
import type { Candle } from '../../src/domain/candle.ts';
import { replayRule } from '../../src/domain/rules/replay.ts';
import type { Rule } from '../../src/domain/rules/rule.ts';
import type { Candle as ExchangeCandle } from '../exchange/candle.ts';
import type { Interval } from '../exchange/intervals.ts';
import { nextOpenTime } from '../exchange/intervals.ts';
import type { Market } from '../exchange/market.ts';

/** Candles before the first one judged, for indicators to settle on. */
const WARM_UP_CANDLES = 1_000;

export interface JudgedSpan {
  /** Open time of the first candle that was to be judged, ms. */
  readonly from: number;
  /** Candles that had closed by then were to be judged, ms. */
  readonly to: number;
}

/** Closed candles of the exchange's own history, oldest first. */
export function closedCandles(
  market: Pick<Market, 'candles'>,
  symbol: string,
  interval: Interval,
  { from, to }: JudgedSpan,
): Candle[] {
  const length = nextOpenTime(interval, from) - from;
  const candles = market.candles(symbol, interval, {
    from: from - WARM_UP_CANDLES * length,
    to,
    limit: Infinity,
  });
  return candles.filter(({ openTime }) => nextOpenTime(interval, openTime) <= to).map(asDomain);
}

/**
 * What the rules say of the exchange's own candles: the ids of the alerts that a watch without any
 * disturbance would have raised. It shares the pure rules with the app, and nothing else.
 */
export function expectedAlerts(
  market: Pick<Market, 'candles'>,
  watched: {
    readonly symbols: readonly string[];
    readonly intervals: readonly Interval[];
    readonly rules: readonly Rule[];
    readonly span: JudgedSpan;
  },
): ReadonlySet<string> {
  const { symbols, intervals, rules, span } = watched;
  const ids = new Set<string>();
  for (const symbol of symbols) {
    const candles = Object.fromEntries(
      intervals.map((interval) => [interval, closedCandles(market, symbol, interval, span)]),
    );
    for (const rule of rules) {
      if (!rule.isEnabled) continue;
      for (const signal of replayRule(rule, candles, symbol)) {
        if (signal.candleOpenTime >= span.from) ids.add(alertId(signal));
      }
    }
  }
  return ids;
}

function asDomain({ openTime, open, high, low, close, volume }: ExchangeCandle): Candle {
  return {
    openTime,
    open: Number(open),
    high: Number(high),
    low: Number(low),
    close: Number(close),
    volume: Number(volume),
  };
}
