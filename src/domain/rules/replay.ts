import { columnsOf } from '../candle.ts';
import type { Candle, CandleColumns } from '../candle.ts';
import { ColumnCandle } from '../indicators/column-candle.ts';
import { INTERVALS } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { closeTimeOf } from './close-time.ts';
import { createJudge } from './judge.ts';
import { replayColumns } from './replay-columns.ts';
import { intervalsOf, isForSymbol } from './rule.ts';
import type { Rule } from './rule.ts';

/** Closed candles per interval, oldest first, as objects or as columns. */
export type CandlesByInterval = Readonly<
  Partial<Record<Interval, readonly Candle[] | CandleColumns>>
>;

/** The candles of one interval, read one after another. */
interface Reader {
  readonly interval: Interval;
  readonly read: (index: number) => Candle | undefined;
  readonly closeTime: (openTime: number) => number;
  next: number;
  candle: Candle | undefined;
  /** Close time of `candle`; infinite after the last one. */
  time: number;
}

/**
 * What a rule would have said about these candles, in the order in which they closed; where several
 * intervals close together, the longer one first. Whether the rule is enabled does not matter. A
 * rule that follows the watchlist is judged on every interval given, and a candle that is missing
 * among them is taken for one that does not exist.
 *
 * Closed candles do not show how they formed: an intrabar rule is judged at their closes only, and
 * so live it may speak at candles at which it is silent here.
 *
 * @throws RangeError when the candles of an interval are not in order.
 */
export function replayRule(
  rule: Rule,
  candlesByInterval: CandlesByInterval,
  symbol: string,
): TradingSignal[] {
  const intervals = INTERVALS.filter((interval) => candlesByInterval[interval] !== undefined);
  const needed = intervalsOf(rule, intervals);
  const [interval] = needed;
  if (interval !== undefined && needed.length === 1 && intervals.length === 1) {
    const candles = candlesByInterval[interval];
    if (candles !== undefined && isForSymbol(rule, symbol)) {
      const columns = 'openTime' in candles ? candles : columnsOf(candles);
      return replayColumns(rule, interval, columns, symbol);
    }
  }
  const judge = createJudge({ symbol, intervals, rules: [{ ...rule, isEnabled: true }] });
  const readers = intervals
    .toReversed()
    .map((interval) => createReader(interval, candlesByInterval[interval] ?? []));
  const signals: TradingSignal[] = [];

  let reader = earliest(readers);
  while (reader?.candle !== undefined) {
    const { interval, candle, time } = reader;
    const said = judge.close(interval, candle);
    if (said.length > 0) signals.push(...said);
    advance(reader);
    reader = earliest(readers);
    if (needed.length < 2 || reader?.time === time) continue;
    for (const each of needed) signals.push(...judge.pass(each, time));
  }
  return signals;
}

function createReader(interval: Interval, candles: readonly Candle[] | CandleColumns): Reader {
  const closeTime = closeTimeOf(interval);
  const { length } = 'openTime' in candles ? candles.openTime : candles;
  const read = (index: number): Candle | undefined => {
    if (index >= length) return undefined;
    return 'openTime' in candles ? new ColumnCandle(candles, index) : candles[index];
  };
  const reader = { interval, read, closeTime, next: 0, candle: undefined, time: 0 };
  advance(reader);
  return reader;
}

function advance(reader: Reader): void {
  reader.candle = reader.read(reader.next);
  reader.next += 1;
  reader.time =
    reader.candle === undefined
      ? Number.POSITIVE_INFINITY
      : reader.closeTime(reader.candle.openTime);
}

/** The first of those that close next together. */
function earliest(readers: readonly Reader[]): Reader | undefined {
  let first: Reader | undefined;
  for (const reader of readers) if (first === undefined || reader.time < first.time) first = reader;
  return first;
}
