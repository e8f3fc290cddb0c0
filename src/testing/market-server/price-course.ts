/**
 * A market whose every candle can be asked for at any time: the same for the same seed. Its smallest
 * part is a step of ten seconds; candles of all intervals are made of the same steps, so that stream
 * and REST, and 1m and 5m, always agree.
 */
import { intervalMs, openTimeAt, shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import { seededRandom } from '../candles.ts';

export const STEP_MS = 10_000;
const MINUTE_MS = 60_000;

/** A candle as the exchange writes it. */
export interface MarketCandle {
  readonly openTime: number;
  readonly closeTime: number;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  /** Trades in it; 0 for a candle that no stream ever pushed. */
  readonly trades: number;
}

export interface Span {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export interface MarketOptions {
  readonly seed: number;
  readonly symbols: readonly string[];
  /** Before it the exchange has no candles. A multiple of every interval used. */
  readonly listedSince: number;
  /** Symbols that trade in some minutes only. */
  readonly quiet?: readonly string[];
  /** When the exchange traded nothing: it has no candles there. Whole minutes. */
  readonly holes?: readonly Span[];
}

export interface Market {
  readonly symbols: readonly string[];
  readonly listedSince: number;
  /** As it stands at `time`; null where there is none, or not yet. */
  candle(symbol: string, interval: Interval, openTime: number, time?: number): MarketCandle | null;
  /** The candles that have opened in `[from, to]`, as they stand at `time`. */
  candles(
    symbol: string,
    interval: Interval,
    range: { readonly from: number; readonly to: number; readonly time?: number },
  ): MarketCandle[];
  hasTraded(symbol: string, time: number): boolean;
  priceAt(symbol: string, time: number): string;
}

const START_PRICE = 100;
/** Standard deviation of a step, and how strongly the price is drawn back to where it began. */
const STEP_MOVE = 0.0016;
const PULL = 0.002;
const QUIET_SHARE = 0.35;

export function createMarket(options: MarketOptions): Market {
  const { seed, symbols, listedSince, quiet = [], holes = [] } = options;
  const courses = new Map(
    symbols.map((symbol, index) => [
      symbol,
      createCourse(seed * 31 + index, quiet.includes(symbol)),
    ]),
  );
  const finished = new Map<string, MarketCandle | null>();

  const courseOf = (symbol: string): Course => {
    const course = courses.get(symbol);
    if (!course) throw new Error(`no such symbol: ${symbol}`);
    return course;
  };

  const stepAt = (time: number): number => Math.floor((time - listedSince) / STEP_MS);

  const isTrading = (course: Course, step: number): boolean => {
    const time = listedSince + step * STEP_MS;
    return step >= 0 && !isWithin(holes, time) && course.isBusy(Math.floor(step / 6));
  };

  const compose = (
    symbol: string,
    interval: Interval,
    openTime: number,
    endStep: number,
  ): MarketCandle | null => {
    const course = courseOf(symbol);
    const first = stepAt(openTime);
    const span = { open: 0, high: 0, low: 0, close: 0, volume: 0, trades: 0, steps: 0 };
    for (let step = Math.max(0, first); step < endStep; step++) {
      if (isWithin(holes, listedSince + step * STEP_MS)) continue;
      span.steps++;
      if (!isTrading(course, step)) continue;
      const price = course.price(step);
      if (span.trades === 0) span.open = span.high = span.low = price;
      span.high = Math.max(span.high, price);
      span.low = Math.min(span.low, price);
      span.close = price;
      span.volume += course.volume(step);
      span.trades += 3;
    }
    if (span.steps === 0) return null;
    if (span.trades === 0) {
      span.open = span.high = span.low = span.close = lastPrice(course, first);
    }
    return {
      openTime,
      closeTime: shiftOpenTime(interval, openTime, 1) - 1,
      open: span.open.toFixed(2),
      high: span.high.toFixed(2),
      low: span.low.toFixed(2),
      close: span.close.toFixed(2),
      volume: span.volume.toFixed(3),
      trades: span.trades,
    };
  };

  /** Of the last trade before a step. */
  const lastPrice = (course: Course, before: number): number => {
    for (let step = before - 1; step >= 0; step--) {
      if (isTrading(course, step)) return course.price(step);
    }
    return START_PRICE;
  };

  const candle: Market['candle'] = (symbol, interval, openTime, time = Infinity) => {
    if (openTime < listedSince || time < openTime) return null;
    const end = stepAt(openTime + intervalMs(interval));
    // Of the step under way the trade has been made.
    const endStep = Math.min(end, stepAt(time) + 1);
    if (endStep < end) return compose(symbol, interval, openTime, endStep);
    const key = `${symbol} ${interval} ${openTime}`;
    const known = finished.get(key);
    if (known !== undefined) return known;
    const whole = compose(symbol, interval, openTime, end);
    finished.set(key, whole);
    return whole;
  };

  return {
    symbols,
    listedSince,
    candle,
    candles(symbol, interval, { from, to, time = Infinity }) {
      const found: MarketCandle[] = [];
      const first = Math.max(listedSince, openTimeAt(interval, from - 1) + intervalMs(interval));
      for (let open = first; open <= to && open <= time; open += intervalMs(interval)) {
        const whole = candle(symbol, interval, open, time);
        if (whole) found.push(whole);
      }
      return found;
    },
    hasTraded: (symbol, time) => isTrading(courseOf(symbol), stepAt(time)),
    priceAt(symbol, time) {
      return lastPrice(courseOf(symbol), stepAt(time) + 1).toFixed(2);
    },
  };
}

interface Course {
  price(step: number): number;
  volume(step: number): number;
  isBusy(minute: number): boolean;
}

/** A walk that wanders about its start, computed as far as anyone has asked. */
function createCourse(seed: number, isQuiet: boolean): Course {
  const random = seededRandom(seed);
  const lull = seededRandom(seed + 7);
  const prices: number[] = [];
  const volumes: number[] = [];
  const busy: boolean[] = [];
  let drift = 0;
  const walkTo = (step: number): void => {
    while (prices.length <= step) {
      const gauss = random() + random() + random() + random() - 2;
      drift += gauss * STEP_MOVE * 1.7 - drift * PULL;
      prices.push(START_PRICE * Math.exp(drift));
      volumes.push(1 + Math.floor(random() * 900) / 100);
    }
  };
  return {
    price(step) {
      walkTo(step);
      return prices[step] ?? START_PRICE;
    },
    volume(step) {
      walkTo(step);
      return volumes[step] ?? 0;
    },
    isBusy(minute) {
      if (!isQuiet) return true;
      while (busy.length <= minute) busy.push(lull() >= QUIET_SHARE);
      return busy[minute] ?? true;
    },
  };
}

function isWithin(spans: readonly Span[], time: number): boolean {
  return spans.some(({ from, to }) => time >= from && time < to);
}

/** Whole minutes, for schedules. */
export function minutes(count: number): number {
  return count * MINUTE_MS;
}
