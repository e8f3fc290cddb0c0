import { hash } from './hash.ts';
import type { MinuteBar } from './price-path.ts';

/** How price and volume run within a minute, second by second. Prices are logarithms. */
export interface MinuteCourse {
  /** 61 values: at the start of each second, and at the minute's end. */
  readonly prices: Float64Array;
  /** 61 values: volume since the minute's start, in the base asset. */
  readonly volumes: Float64Array;
}

/** Part of a minute, from one second's start up to a moment. */
export interface Span {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

const SECONDS = 60;
const SECOND_MS = 1000;
/** Of the minute's range: how far a second strays from the straight way. */
const JITTER = 0.3;

/**
 * Runs from the bar's open by way of its low and high, whichever comes first, to its close: the
 * extremes of the seconds are exactly those of the minute.
 */
export function createMinuteCourse(bar: MinuteBar, key: number, minute: number): MinuteCourse {
  const { open, high, low, close, volume } = bar;
  const isLowFirst = hash(key, minute, 10) < (close > open ? 0.75 : 0.25);
  const first = 4 + Math.floor(24 * hash(key, minute, 11));
  const second = 32 + Math.floor(24 * hash(key, minute, 12));
  const knots: readonly (readonly [number, number])[] = [
    [0, open],
    [first, isLowFirst ? low : high],
    [second, isLowFirst ? high : low],
    [SECONDS, close],
  ];
  const prices = new Float64Array(SECONDS + 1);
  const reach = JITTER * (high - low);
  for (let leg = 1; leg < knots.length; leg++) {
    const [from, start] = knots[leg - 1] ?? [0, open];
    const [to, end] = knots[leg] ?? [SECONDS, close];
    for (let at = from; at <= to; at++) {
      const straight = start + ((end - start) * (at - from)) / (to - from);
      const jitter = reach * (hash(key, minute, 100 + at) - 0.5);
      const isKnot = at === from || at === to;
      prices[at] = isKnot ? straight : Math.min(high, Math.max(low, straight + jitter));
    }
  }
  prices[first] = isLowFirst ? low : high;
  prices[second] = isLowFirst ? high : low;
  prices[SECONDS] = close;
  return { prices, volumes: spread(volume, key, minute) };
}

/** Log price at a moment within the minute, in milliseconds from its start, 0 to 60,000. */
export function priceWithin({ prices }: MinuteCourse, offsetMs: number): number {
  return between(prices, offsetMs / SECOND_MS);
}

/** What happened from the start of second `fromSecond` until `offsetMs` from the minute's start. */
export function spanWithin(course: MinuteCourse, fromSecond: number, offsetMs: number): Span {
  const { prices, volumes } = course;
  const open = prices[fromSecond] ?? 0;
  const close = priceWithin(course, offsetMs);
  let high = Math.max(open, close);
  let low = Math.min(open, close);
  for (let at = fromSecond + 1; at * SECOND_MS <= offsetMs; at++) {
    const price = prices[at] ?? close;
    if (price > high) high = price;
    if (price < low) low = price;
  }
  const volume = between(volumes, offsetMs / SECOND_MS) - (volumes[fromSecond] ?? 0);
  return { open, high, low, close, volume };
}

function between(values: Float64Array, second: number): number {
  const whole = Math.floor(second);
  const from = values[whole] ?? 0;
  const to = values[Math.min(whole + 1, SECONDS)] ?? from;
  return from + (to - from) * (second - whole);
}

/** Divides the minute's volume unevenly among its seconds, as a running sum. */
function spread(volume: number, key: number, minute: number): Float64Array {
  const sums = new Float64Array(SECONDS + 1);
  let total = 0;
  for (let at = 1; at <= SECONDS; at++) {
    total += 0.2 + hash(key, minute, 200 + at);
    sums[at] = total;
  }
  return sums.map((part) => (volume * part) / total);
}
