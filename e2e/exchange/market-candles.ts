import type { Candle, CandleValues, KlineRow } from './candle.ts';
import { flatCandle, fromRow, withValues } from './candle.ts';
import { klineEvent, streamOf } from './events.ts';
import type { Instrument } from './instrument.ts';
import type { Interval } from './intervals.ts';
import { INTERVALS, nextOpenTime, openTimeAt, previousOpenTime } from './intervals.ts';
import type { MarketClock } from './market-clock.ts';
import type { CandleRange } from './series.ts';

/** What the candle commands work on. */
export interface CandleDesk {
  readonly clock: MarketClock;
  readonly instruments: () => Iterable<Instrument>;
  readonly instrument: (symbol: string) => Instrument;
  readonly takeInHand: () => void;
  readonly publish: (stream: string, event: object) => void;
}

/** The part of the market that concerns candles. */
export interface MarketCandles {
  /** Candles as REST answers them, oldest first, the last one usually still open. */
  candles(symbol: string, interval: Interval, range: CandleRange): Candle[];
  /** The candle that is open now. */
  openCandle(symbol: string, interval: Interval): Candle;
  /**
   * Makes these rows the whole history of the series, gaps included. From the next candle on it goes
   * on by itself. Set the clock first.
   */
  setCandles(symbol: string, interval: Interval, rows: readonly KlineRow[]): void;
  /** Changes the open candle and pushes it with `x: false`. */
  updateCandle(symbol: string, interval: Interval, values?: CandleValues): Candle;
  /**
   * Changes the open candle, pushes it with `x: true` and begins the next one; the clock moves on to
   * the candle's end. After one symbol's close has moved the clock, a call for another symbol or
   * interval closes the candle that ended at that same moment.
   */
  closeCandle(symbol: string, interval: Interval, values?: CandleValues): Candle;
  /** Pushes every open candle that changed since it was last pushed, with `x: false`. */
  pushCandles(intervals?: readonly Interval[]): void;
  /** Pushes, with `x: true`, every candle that has ended by the clock and was not pushed closed. */
  closeDueCandles(): void;
}

/** The candle commands over a set of instruments. */
export function createMarketCandles(desk: CandleDesk): MarketCandles {
  const { clock } = desk;
  /** The moment to which closing a candle has moved the clock. */
  let boundary: number | undefined;

  const push = (instrument: Instrument, interval: Interval, candle: Candle, isClosed: boolean) => {
    const { symbol } = instrument.spec;
    const event = klineEvent(symbol, interval, candle, isClosed, clock.now());
    instrument.unpushed.delete(interval);
    if (isClosed) instrument.series(interval).closedUntil = candle.openTime;
    desk.publish(streamOf(symbol, `kline_${interval}`), event);
  };

  const candleAt = (instrument: Instrument, interval: Interval, openTime: number): Candle => {
    const now = clock.now();
    const known = instrument.series(interval).at(openTime, now);
    return known ?? flatCandle(openTime, instrument.lastPrice(now));
  };

  const change = (
    instrument: Instrument,
    interval: Interval,
    openTime: number,
    values: CandleValues,
  ): Candle => {
    const candle = withValues(candleAt(instrument, interval, openTime), values);
    instrument.series(interval).write(candle);
    const time = Math.min(clock.now(), nextOpenTime(interval, openTime) - 1);
    instrument.movePrice(candle.close, time, interval);
    return candle;
  };

  const openTimeToClose = (instrument: Instrument, interval: Interval): number => {
    const current = openTimeAt(interval, clock.now());
    const series = instrument.series(interval);
    const previous = previousOpenTime(interval, current);
    const hasJustEnded =
      current === boundary &&
      (series.newest ?? -Infinity) < current &&
      (series.closedUntil ?? -Infinity) < previous;
    return hasJustEnded ? previous : current;
  };

  return {
    candles: (symbol, interval, range) =>
      desk.instrument(symbol).series(interval).list(range, clock.now()),
    openCandle: (symbol, interval) =>
      candleAt(desk.instrument(symbol), interval, openTimeAt(interval, clock.now())),
    setCandles(symbol, interval, rows) {
      const instrument = desk.instrument(symbol);
      const candles = rows.map(fromRow).toSorted((left, right) => left.openTime - right.openTime);
      instrument.series(interval).replace(candles, clock.now());
      const last = candles.at(-1);
      if (last !== undefined) instrument.setLastPrice(last.close);
    },
    updateCandle(symbol, interval, values = {}) {
      const instrument = desk.instrument(symbol);
      desk.takeInHand();
      const candle = change(instrument, interval, openTimeAt(interval, clock.now()), values);
      push(instrument, interval, candle, false);
      return candle;
    },
    closeCandle(symbol, interval, values = {}) {
      const instrument = desk.instrument(symbol);
      desk.takeInHand();
      const openTime = openTimeToClose(instrument, interval);
      const candle = change(instrument, interval, openTime, values);
      const end = nextOpenTime(interval, openTime);
      if (clock.now() < end) boundary = end;
      clock.reach(end);
      push(instrument, interval, candle, true);
      return candle;
    },
    pushCandles(intervals = INTERVALS) {
      for (const instrument of desk.instruments()) {
        for (const interval of instrument.unpushed) {
          if (!intervals.includes(interval)) continue;
          instrument.unpushed.delete(interval);
          const openTime = openTimeAt(interval, clock.now());
          if (instrument.series(interval).newest !== openTime) continue;
          push(instrument, interval, candleAt(instrument, interval, openTime), false);
        }
      }
    },
    closeDueCandles() {
      const now = clock.now();
      for (const instrument of desk.instruments()) {
        for (const interval of INTERVALS) {
          const { newest, closedUntil = -Infinity } = instrument.series(interval);
          if (newest === undefined || newest <= closedUntil) continue;
          if (nextOpenTime(interval, newest) > now) continue;
          push(instrument, interval, candleAt(instrument, interval, newest), true);
        }
      }
    },
  };
}
