/**
 * A rule that looks at one interval alone, replayed over the columns of its candles.
 *
 * A fast path: indicators are computed over the whole series, and where the condition does not become
 * true a candle costs no more than that test (`docs/performance.md`). Where it does, the candle before
 * and this one are shown to the very same verdict as live, and what the rule then says is up to it; only
 * where its values stand is different. The proof is `replay-columns.test.ts`: the same signals as from
 * the judge, for any rule and any candles.
 */
import type { CandleColumns } from '../candle.ts';
import { ColumnCandle } from '../indicators/column-candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { stretchesOf } from '../stretches.ts';
import type { Stretch } from '../stretches.ts';
import { bind, sequencesIn } from './bound-condition.ts';
import type { BoundCondition } from './bound-condition.ts';
import { closeTimeOf } from './close-time.ts';
import { ColumnValues } from './column-values.ts';
import type { Rule } from './rule.ts';
import { createVerdict } from './verdict.ts';
import { whereBecomesMet } from './where-met.ts';

/**
 * What the rule, whose operands are all of this interval, says at the closes of these candles.
 *
 * @throws RangeError when the candles are not in order.
 */
export function replayColumns(
  rule: Rule,
  interval: Interval,
  columns: CandleColumns,
  symbol: string,
): TradingSignal[] {
  const { openTime } = columns;
  const values = new ColumnValues(columns);
  const verdict = createVerdict({ rule, symbol, interval, values });
  const bound = bind(rule.conditions, values);
  const closeTime = closeTimeOf(interval);
  const candle = new ColumnCandle(columns, 0);
  const signals: TradingSignal[] = [];
  for (const stretch of stretchesOf(openTime.length)) {
    requireOrder(openTime, stretch, `${symbol} ${interval}`);
    for (const at of candlesToJudge(bound, values, stretch)) {
      values.moveTo(at);
      candle.moveTo(at);
      const said = verdict.close(candle, closeTime(candle.openTime), values);
      if (said !== undefined) signals.push(said);
    }
  }
  return signals;
}

/** Each at which the condition becomes true, after the one before. A sequence has to see them all. */
function candlesToJudge(
  bound: BoundCondition,
  values: ColumnValues,
  stretch: Stretch,
): readonly number[] {
  const candles: number[] = [];
  if (sequencesIn(bound).length > 0) {
    for (let at = stretch.from; at < stretch.to; at++) candles.push(at);
  } else {
    for (const at of whereBecomesMet(bound, values, stretch)) candles.push(at - 1, at);
  }
  return candles;
}

function requireOrder(openTime: Float64Array, { from, to }: Stretch, series: string): void {
  let last = from === 0 ? Number.NEGATIVE_INFINITY : (openTime[from - 1] ?? Number.NaN);
  for (let at = from; at < to; at++) {
    const time = openTime[at] ?? Number.NaN;
    if (!(time > last)) {
      throw new RangeError(`${series}: a candle at ${time} cannot follow ${last}`);
    }
    last = time;
  }
}
