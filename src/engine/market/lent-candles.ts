import { CANDLE_FIELDS, candleAt } from '../../domain/candle.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';

/** With fewer, indicators would settle on less than they did before: all are fetched instead. */
const LEAST_SHARE = 0.9;

/**
 * Of stored candles, those that a series can begin with: the newest that follow one another without a
 * gap. None where they do not fill most of the capacity, or are so old that all would be replaced.
 */
export function lentCandles(
  columns: CandleColumns,
  series: {
    readonly interval: Interval;
    readonly capacity: number;
    /** Open time of the newest that was judged, if any: what came later is still to be. */
    readonly judgedThrough: number | undefined;
    /** About now, epoch milliseconds. */
    readonly time: number;
  },
): readonly Candle[] {
  const { interval, capacity, judgedThrough, time } = series;
  const { openTime } = columns;
  const isLongAgo = shiftOpenTime(interval, openTime.at(-1) ?? 0, capacity) < time;
  // What was missed since then has to be fetched where it has to be judged, and there only.
  if (judgedThrough === undefined && isLongAgo) return [];
  const until = judgedThrough ?? Infinity;
  const end = openTime.findLastIndex((opened) => opened <= until) + 1;
  let start = end;
  while (start > 0 && end - start < capacity) {
    const isNext =
      start === end || openTime[start] === shiftOpenTime(interval, openTime[start - 1] ?? 0, 1);
    if (!isNext) break;
    start--;
  }
  if (end - start < capacity * LEAST_SHARE) return [];
  return Array.from({ length: end - start }, (_, index) => candleAt(columns, start + index));
}

/** Whether history has the newest lent candle as it was lent. */
export function isProof(
  rows: readonly { readonly candle: Candle }[],
  newest: Candle | undefined,
): boolean {
  const row = rows.find(({ candle }) => candle.openTime === newest?.openTime);
  return CANDLE_FIELDS.every((field) => row?.candle[field] === newest?.[field]);
}
