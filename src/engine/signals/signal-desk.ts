/**
 * Judges candles by the rules that are on. Guarantees:
 * - a symbol's judge is made from the candles at hand when it is first needed, after the rules
 *   changed, and when a series begins anew; so a new rule is warm at once and says nothing about the
 *   past;
 * - a close that waits for candles of another interval is told by the call that brings the last of
 *   them, and survives a change of the rules meanwhile;
 * - nothing is told of candles that closed before anyone watched.
 */
import type { Candle } from '../../domain/candle.ts';
import type { CandleSeries } from '../../domain/candle-series.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import { createJudge } from '../../domain/rules/judge.ts';
import type { Judge } from '../../domain/rules/judge.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { CandleOrigin } from '../market/series-keeper.ts';

export interface SignalDesk {
  /**
   * The series has just committed `candle`. The signals may be of other candles that waited for it,
   * and of other intervals: what is late is told by the candle of each.
   */
  close(
    symbol: string,
    interval: Interval,
    candle: Candle,
    origin?: CandleOrigin,
  ): readonly TradingSignal[];
  /**
   * The series' open candle stood so at `time` (epoch milliseconds, on the exchange's clock). To be
   * told of a series without a gap only: it shows that all candles before have been committed.
   */
  preview(
    symbol: string,
    interval: Interval,
    candle: Candle,
    time: number,
  ): readonly TradingSignal[];
  /**
   * Of each of the symbol's series that rules need, the newest candle up to which none waits for another
   * to be judged.
   */
  settled(symbol: string): readonly { readonly interval: Interval; readonly openTime: number }[];
  setRules(rules: readonly Rule[]): void;
  setWatchlist(watchlist: Watchlist): void;
}

export interface ClosedSeries {
  readonly interval: Interval;
  readonly closed: CandleSeries;
}

/** A symbol's judge with, per interval, the newest candle of which nothing is to be told. */
interface Seat {
  readonly judge: Judge;
  readonly pastUntil: Map<Interval, number>;
}

export function createSignalDesk(options: {
  readonly rules: readonly Rule[];
  readonly watchlist: Watchlist;
  /** Every series of a symbol that is at hand. */
  readonly seriesOf: (symbol: string) => readonly ClosedSeries[];
  /** What the rules say of candles of which nothing is told; some of it may have been told before. */
  readonly onPast?: (signals: readonly TradingSignal[]) => void;
}): SignalDesk {
  const { seriesOf, onPast } = options;
  let { rules, watchlist } = options;
  const seats = new Map<string, Seat>();
  /** What waited in judges that are gone: it is still to be told. */
  const waitingSince = new Map<string, Map<Interval, number>>();

  const remember = (symbol: string, { judge }: Seat): void => {
    const waiting = seriesOf(symbol).flatMap(({ interval }) => {
      const since = judge.waitingSince(interval);
      return since === undefined ? [] : [[interval, since] as const];
    });
    if (waiting.length > 0) waitingSince.set(symbol, new Map(waiting));
  };

  const clear = (): void => {
    for (const [symbol, seat] of seats) remember(symbol, seat);
    seats.clear();
  };

  /** A symbol may be followed for a chart, or for one rule: the watchlist's rules say nothing of it. */
  const rulesFor = (symbol: string): readonly Rule[] =>
    watchlist.symbols.includes(symbol)
      ? rules
      : rules.filter(({ symbols }) => symbols !== 'watchlist');

  const isNews = ({ interval, candleOpenTime }: TradingSignal, { pastUntil }: Seat): boolean =>
    candleOpenTime > (pastUntil.get(interval) ?? Number.NEGATIVE_INFINITY);

  const newsOf = (signals: readonly TradingSignal[], seat: Seat): readonly TradingSignal[] => {
    if (signals.length === 0) return signals;
    onPast?.(signals.filter((signal) => !isNews(signal, seat)));
    return signals.filter((signal) => isNews(signal, seat));
  };

  /** A judge that has seen the candles at hand. What it said of them has been told, or is past. */
  const open = (
    symbol: string,
    isAtHand: (interval: Interval, candle: Candle) => boolean,
  ): Seat => {
    const judge = createJudge({ symbol, intervals: watchlist.intervals, rules: rulesFor(symbol) });
    const seat: Seat = { judge, pastUntil: new Map() };
    for (const { interval, candle } of inOrder(seriesOf(symbol))) {
      if (!isAtHand(interval, candle)) continue;
      onPast?.(judge.close(interval, candle));
      seat.pastUntil.set(interval, candle.openTime);
    }
    for (const [interval, since] of waitingSince.get(symbol) ?? []) {
      seat.pastUntil.set(interval, since - 1);
    }
    waitingSince.delete(symbol);
    seats.set(symbol, seat);
    return seat;
  };

  /** Undefined also where the series begins anew: at another venue, or after it was not watched. */
  const seatFor = (symbol: string, interval: Interval, candle: Candle): Seat | undefined => {
    const seat = seats.get(symbol);
    const last = seat?.judge.lastOpenTime(interval) ?? Number.NEGATIVE_INFINITY;
    return candle.openTime > last ? seat : undefined;
  };

  return {
    close(symbol, interval, candle, origin = 'live') {
      const isBefore = (other: Interval, { openTime }: Candle) =>
        other !== interval || openTime < candle.openTime;
      const seat = seatFor(symbol, interval, candle) ?? open(symbol, isBefore);
      if (origin === 'history') seat.pastUntil.set(interval, candle.openTime);
      return newsOf(seat.judge.close(interval, candle), seat);
    },
    preview(symbol, interval, candle, time) {
      const seat = seats.get(symbol) ?? open(symbol, () => true);
      return newsOf(seat.judge.preview(interval, candle, time), seat);
    },
    settled(symbol) {
      const judge = seats.get(symbol)?.judge;
      if (!judge) return [];
      return seriesOf(symbol).flatMap(({ interval }) => {
        const last = judge.lastOpenTime(interval);
        const waiting = judge.waitingSince(interval);
        const openTime = waiting === undefined ? last : shiftOpenTime(interval, waiting, -1);
        return openTime !== undefined && Number.isFinite(openTime) ? [{ interval, openTime }] : [];
      });
    },
    setRules(next) {
      rules = next;
      clear();
    },
    setWatchlist(next) {
      watchlist = next;
      clear();
    },
  };
}

/** The candles of all series, as they closed. */
function inOrder(
  series: readonly ClosedSeries[],
): readonly { readonly interval: Interval; readonly candle: Candle }[] {
  const closes = series.flatMap(({ interval, closed }) =>
    Array.from({ length: closed.length }, (_, index) => closed.at(index)).flatMap((candle) =>
      candle === undefined
        ? []
        : { interval, candle, time: shiftOpenTime(interval, candle.openTime, 1) },
    ),
  );
  return closes.toSorted((one, other) => one.time - other.time);
}
