import { candleAt } from '../candle.ts';
import type { Candle, CandleColumns } from '../candle.ts';
import { INTERVALS, shiftOpenTime } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { createJudge } from './judge.ts';
import type { Rule } from './rule.ts';

/** Closed candles per interval, oldest first, as objects or as columns. */
export type CandlesByInterval = Readonly<
  Partial<Record<Interval, readonly Candle[] | CandleColumns>>
>;

interface Close {
  readonly interval: Interval;
  readonly candle: Candle;
  readonly time: number;
}

/**
 * What a rule would have said about these candles, in the order in which they closed; where
 * several intervals close together, the longer one first. Whether the rule is enabled does not
 * matter. A rule that follows the watchlist is judged on every interval given.
 *
 * @throws RangeError when the candles of an interval are not in order.
 */
export function replayRule(
  rule: Rule,
  candlesByInterval: CandlesByInterval,
  symbol: string,
): TradingSignal[] {
  const intervals = INTERVALS.filter((interval) => candlesByInterval[interval] !== undefined);
  const judge = createJudge({ symbol, intervals, rules: [{ ...rule, isEnabled: true }] });
  const closes = intervals.toReversed().flatMap((interval) => {
    const candles = toCandles(candlesByInterval[interval] ?? []);
    return candles.map((candle): Close => {
      return { interval, candle, time: shiftOpenTime(interval, candle.openTime, 1) };
    });
  });
  if (intervals.length > 1) closes.sort((one, other) => one.time - other.time);
  return closes.flatMap(({ interval, candle }) => judge.close(interval, candle));
}

function toCandles(candles: readonly Candle[] | CandleColumns): readonly Candle[] {
  if ('openTime' in candles) {
    return Array.from(candles.openTime, (_, index) => candleAt(candles, index));
  }
  return candles;
}
