import type { Candle } from './candle.ts';
import { flatCandle } from './candle.ts';
import type { History } from './history.ts';
import type { Interval } from './intervals.ts';
import { nextOpenTime, openTimeAt, previousOpenTime } from './intervals.ts';

/** Which candles are asked for: opening times from `from` to `to`, both included. */
export interface CandleRange {
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
}

/**
 * The candles of one symbol and interval. Three sources, in this order: what was written (by trades
 * or tests); after the market was taken in hand, flat candles at the last close; before that, the
 * generated history or, once rows were given, nothing.
 */
export interface Series {
  readonly interval: Interval;
  /** Opening time of the newest candle that was written, if any. */
  readonly newest: number | undefined;
  /** Opening time of the candle whose close was pushed last, if any. */
  closedUntil: number | undefined;
  at(openTime: number, now: number): Candle | undefined;
  write(candle: Candle): void;
  /** Makes exactly these candles the series; from the one after that of `now` on they are flat. */
  replace(candles: readonly Candle[], now: number): void;
  /** From the candle of `now` on, nothing is generated any more. */
  takeInHand(now: number): void;
  /** Oldest first. With `from` the first ones from there, otherwise the newest ones. */
  list(range: CandleRange, now: number): Candle[];
}

/** Written candles kept per series; the oldest are forgotten, and REST then begins later. */
const MAX_WRITTEN = 20_000;

/** Creates a series that is generated until something is written to it. */
export function createSeries(history: History, interval: Interval): Series {
  const written = new Map<number, Candle>();
  /** Keys of `written`, ascending. */
  let times: number[] = [];
  let flatFrom = Infinity;
  let isGenerated = true;
  let closedUntil: number | undefined;

  const generate = (openTime: number, now: number): Candle | undefined =>
    isGenerated && openTime >= openTimeAt(interval, history.listedAt) && openTime < flatFrom
      ? history.candle(interval, openTime, now)
      : undefined;

  const lastOpenAt = (now: number): number => openTimeAt(interval, Math.min(now, history.haltedAt));

  const closeBefore = (openTime: number, now: number): string | undefined => {
    const time = times.findLast((each) => each < openTime);
    if (time !== undefined) return written.get(time)?.close;
    return generate(previousOpenTime(interval, Math.min(openTime, flatFrom)), now)?.close;
  };

  const at = (openTime: number, now: number): Candle | undefined => {
    const candle = written.get(openTime);
    if (candle !== undefined) return candle;
    if (openTime > lastOpenAt(now)) return undefined;
    if (openTime < flatFrom) return generate(openTime, now);
    const price = closeBefore(openTime, now);
    return price === undefined ? undefined : flatCandle(openTime, price);
  };

  const insert = (candle: Candle): void => {
    if (!written.has(candle.openTime)) {
      const place = times.findLastIndex((each) => each < candle.openTime) + 1;
      times.splice(place, 0, candle.openTime);
    }
    written.set(candle.openTime, candle);
    if (times.length > MAX_WRITTEN) {
      for (const time of times.splice(0, times.length - MAX_WRITTEN)) written.delete(time);
      if (isGenerated) flatFrom = times[0] ?? flatFrom;
      isGenerated = false;
    }
  };

  /** Opening times that may hold a candle, newest first. */
  function* backwards(to: number, now: number): Generator<number> {
    let openTime = Math.max(times.at(-1) ?? -Infinity, lastOpenAt(now));
    if (openTime > to) openTime = openTimeAt(interval, to);
    for (; openTime >= flatFrom; openTime = previousOpenTime(interval, openTime)) yield openTime;
    if (isGenerated) {
      for (; openTime >= history.listedAt; openTime = previousOpenTime(interval, openTime)) {
        yield openTime;
      }
    } else {
      yield* times.toReversed().filter((each) => each <= openTime);
    }
  }

  /** The same, oldest first. */
  function* forwards(from: number, now: number): Generator<number> {
    const last = Math.max(times.at(-1) ?? -Infinity, lastOpenAt(now));
    let openTime = openTimeAt(interval, from);
    if (openTime < from) openTime = nextOpenTime(interval, openTime);
    if (!isGenerated) {
      yield* times.filter((each) => each >= from && each < flatFrom);
      if (openTime < flatFrom) openTime = flatFrom;
    }
    openTime = Math.max(openTime, openTimeAt(interval, history.listedAt));
    for (; openTime <= last; openTime = nextOpenTime(interval, openTime)) yield openTime;
  }

  return {
    interval,
    get newest() {
      return times.at(-1);
    },
    get closedUntil() {
      return closedUntil;
    },
    set closedUntil(openTime) {
      closedUntil = openTime;
    },
    at,
    write: insert,
    replace(candles, now) {
      written.clear();
      times = [];
      isGenerated = false;
      flatFrom = nextOpenTime(interval, openTimeAt(interval, now));
      for (const candle of candles) insert(candle);
    },
    takeInHand(now) {
      if (!isGenerated) return;
      const openTime = openTimeAt(interval, now);
      const candle = at(openTime, now);
      flatFrom = Math.min(flatFrom, openTime);
      if (candle !== undefined) insert(candle);
    },
    list({ from, to = Infinity, limit }, now) {
      const openTimes = from === undefined ? backwards(to, now) : forwards(from, now);
      const found: Candle[] = [];
      for (const openTime of openTimes) {
        if (found.length >= limit || openTime > to) break;
        const candle = at(openTime, now);
        if (candle !== undefined) found.push(candle);
      }
      return from === undefined ? found.toReversed() : found;
    },
  };
}
