import { openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import { keyOf } from './hash.ts';
import { createMinuteCourse, priceWithin, spanWithin } from './minute-course.ts';
import type { MinuteCourse, Span } from './minute-course.ts';
import type { DemoPair } from './pairs.ts';
import { createPricePath } from './price-path.ts';

/*
 * Guarantees: everything is a function of seed, pair and time. A candle's high, low and volume are
 * exactly those of the shorter candles within it, down to the second; its close is the next one's
 * open; an open candle's high never falls and its low never rises.
 */

/** The generated market of one pair. Times in epoch milliseconds, prices as plain numbers. */
export interface DemoMarket {
  readonly pair: DemoPair;
  /** A whole number that tells this pair's random numbers from those of the others. */
  readonly key: number;
  priceAt(time: number): number;
  /** The candle that opens at `openTime`, as far as it had come at `until`. */
  candle(interval: Interval, openTime: number, until: number): DemoCandle;
  /** The 24 hours before `time`, begun with a whole minute. */
  day(time: number): DemoCandle;
}

export interface DemoCandle {
  readonly openTime: number;
  /** Exclusive: where the next candle opens. */
  readonly endTime: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** In the base asset. */
  readonly volume: number;
}

/** No candle opens before this day. */
export const LISTED_AT = Date.UTC(2025, 0, 1);

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Hours and days whose extremes are remembered, per pair. */
const REMEMBERED = 2000;

export function createDemoMarket(pair: DemoPair, seed: number): DemoMarket {
  const key = keyOf(seed, pair.symbol);
  const path = createPricePath(pair, seed);
  const hours = new Map<number, Span>();
  const days = new Map<number, Span>();
  let current: { readonly minute: number; readonly course: MinuteCourse } | null = null;

  const courseOf = (minute: number): MinuteCourse => {
    if (current?.minute !== minute) {
      current = { minute, course: createMinuteCourse(path.minuteBar(minute), key, minute) };
    }
    return current.course;
  };

  const minutes = (from: number, until: number): Span => {
    const parts: Span[] = [];
    for (let at = from; at < until; at += MINUTE_MS) parts.push(path.minuteBar(at / MINUTE_MS));
    return join(parts);
  };

  const hour = (at: number): Span =>
    remembered(hours, at, () => minutes(at, at + HOUR_MS), REMEMBERED);

  const day = (at: number): Span =>
    remembered(days, at, () => minutes(at, at + DAY_MS), REMEMBERED);

  /** From a minute's start until any later moment, out of the longest known pieces. */
  const span = (from: number, until: number): Span => {
    const parts: Span[] = [];
    let at = from;
    while (at < until) {
      if (at % DAY_MS === 0 && at + DAY_MS <= until) {
        parts.push(day(at));
        at += DAY_MS;
      } else if (at % HOUR_MS === 0 && at + HOUR_MS <= until) {
        parts.push(hour(at));
        at += HOUR_MS;
      } else if (at + MINUTE_MS <= until) {
        parts.push(path.minuteBar(at / MINUTE_MS));
        at += MINUTE_MS;
      } else {
        parts.push(spanWithin(courseOf(at / MINUTE_MS), 0, until - at));
        at = until;
      }
    }
    return parts.length > 0 ? join(parts) : spanWithin(courseOf(from / MINUTE_MS), 0, 0);
  };

  const secondSpan = (from: number, until: number): Span => {
    const start = Math.floor(from / MINUTE_MS) * MINUTE_MS;
    const course = courseOf(start / MINUTE_MS);
    return spanWithin(course, (from - start) / SECOND_MS, Math.max(from, until) - start);
  };

  return {
    pair,
    key,
    priceAt(time) {
      const minute = Math.floor(time / MINUTE_MS);
      return Math.exp(priceWithin(courseOf(minute), time - minute * MINUTE_MS));
    },
    candle(interval, openTime, until) {
      const endTime = shiftOpenTime(interval, openTime, 1);
      const end = Math.min(until, endTime);
      const part = interval === '1s' ? secondSpan(openTime, end) : span(openTime, end);
      return candleOf(part, openTime, endTime);
    },
    day(time) {
      const from = openTimeAt('1m', time - DAY_MS);
      return candleOf(span(from, time), from, time);
    },
  };
}

function candleOf(part: Span, openTime: number, endTime: number): DemoCandle {
  return {
    openTime,
    endTime,
    open: Math.exp(part.open),
    high: Math.exp(part.high),
    low: Math.exp(part.low),
    close: Math.exp(part.close),
    volume: part.volume,
  };
}

/** Consecutive spans as one; there is at least one. */
function join(parts: readonly Span[]): Span {
  let high = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let volume = 0;
  for (const part of parts) {
    if (part.high > high) high = part.high;
    if (part.low < low) low = part.low;
    volume += part.volume;
  }
  return { open: parts[0]?.open ?? 0, high, low, close: parts.at(-1)?.close ?? 0, volume };
}

function remembered(
  memory: Map<number, Span>,
  key: number,
  compute: () => Span,
  most: number,
): Span {
  const known = memory.get(key);
  if (known) return known;
  const span = compute();
  for (const oldest of memory.keys()) {
    if (memory.size < most) break;
    memory.delete(oldest);
  }
  memory.set(key, span);
  return span;
}
