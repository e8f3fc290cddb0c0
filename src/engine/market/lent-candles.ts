import { CANDLE_FIELDS, candleAt } from '../../domain/candle.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';

/** With fewer, indicators would settle on less than they did before: all are fetched instead. */
const LEAST_SHARE = 0.9;

/**
 * Of stored candles, those that a series can begin with: the newest up to `until` that follow one
 * another without a gap. None where they do not fill most of the capacity.
 */
export function lentCandles(options: {
  readonly columns: CandleColumns;
  readonly interval: Interval;
  readonly capacity: number;
  /** Open time of the newest that may be among them: what came later is still to be judged. */
  readonly until: number;
}): readonly Candle[] {
  const { columns, interval, capacity, until } = options;
  const { openTime } = columns;
  const end = openTime.findLastIndex((time) => time <= until) + 1;
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
