/**
 * What a series of candles lacks, as spans of open times. Pure: `series-keeper.ts` tells what it
 * committed, and what it holds.
 *
 * Guarantees: a span holds whole candles and at least one; spans are in order and do not overlap; a
 * candle is missing only once it has closed; holes that have left the buffer are forgotten.
 */
import { intervalMs, openTimeAt, shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { MissingCandles } from '../../protocol/market-state.ts';

/** The candles from `next` on that closed until `time` (epoch milliseconds, exchange's clock). */
export function missingUntil(options: {
  readonly interval: Interval;
  readonly next: number;
  readonly time: number;
  /** Open times of closed candles that wait to be committed; any order. */
  readonly atHand: readonly number[];
  readonly cause: MissingCandles['cause'];
}): readonly MissingCandles[] {
  const { interval, next, time, atHand, cause } = options;
  const last = lastClosed(interval, next, time);
  const spans: MissingCandles[] = [];
  let from = next;
  for (const openTime of atHand.toSorted((a, b) => a - b)) {
    if (openTime < from || openTime > last) continue;
    if (openTime > from) spans.push({ from, to: shiftOpenTime(interval, openTime, -1), cause });
    from = shiftOpenTime(interval, openTime, 1);
  }
  if (from <= last) spans.push({ from, to: last, cause });
  return spans;
}

/** The holes, and another where `openTime` follows although `next` was expected. */
export function withHole(
  holes: readonly MissingCandles[],
  interval: Interval,
  next: number,
  openTime: number,
  cause: MissingCandles['cause'],
): readonly MissingCandles[] {
  if (openTime <= next) return holes;
  return [...holes, { from: next, to: shiftOpenTime(interval, openTime, -1), cause }];
}

/** Those behind the oldest candle that is kept: what lies before it is nobody's concern. */
export function holesAfter(
  holes: readonly MissingCandles[],
  oldest: number | undefined,
): readonly MissingCandles[] {
  if (oldest === undefined || holes.length === 0) return holes;
  return holes.filter(({ to }) => to > oldest);
}

/** Spans within a list of open times (oldest first) that is expected to begin with `next`. */
export function spansBetween(
  interval: Interval,
  openTimes: readonly number[],
  next: number | undefined,
): readonly { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let expected = next;
  for (const openTime of openTimes) {
    if (expected !== undefined && openTime > expected) {
      spans.push({ from: expected, to: shiftOpenTime(interval, openTime, -1) });
    }
    expected = shiftOpenTime(interval, openTime, 1);
  }
  return spans;
}

/**
 * Open time of the last candle that closed until `time`, counted from one that is known: Binance
 * does not say from which day it counts candles of three days. Before `next` where none did.
 */
function lastClosed(interval: Interval, next: number, time: number): number {
  if (interval === '1M') return shiftOpenTime('1M', openTimeAt('1M', time), -1);
  const length = intervalMs(interval);
  return next + (Math.floor((time - next) / length) - 1) * length;
}
