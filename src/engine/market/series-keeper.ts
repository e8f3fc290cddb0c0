/**
 * One series of candles, kept consecutive. Guarantees:
 * - closed candles are committed in order, each once, none skipped: where one is missing, nothing
 *   is committed until the exchange's history has filled the gap;
 * - an open candle is replaced by every update with its open time, and committed only when the
 *   exchange says that it is closed, or its history proves so;
 * - late and repeated updates change nothing.
 */
import type { Candle } from '../../domain/candle.ts';
import { createCandleSeries } from '../../domain/candle-series.ts';
import type { CandleSeries } from '../../domain/candle-series.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CandleUpdate } from '../../domain/market.ts';
import type { SeriesState } from '../../protocol/market-state.ts';

/**
 * Where a closed candle comes from: `history` closed before anyone watched, `live` was pushed as
 * closed, `catch-up` closed while the stream was interrupted, or between two visits.
 */
export type CandleOrigin = 'history' | 'live' | 'catch-up';

/** A row of the exchange's history. */
export interface HistoryRow {
  readonly candle: Candle;
  readonly closeTime: number;
}

export type UpdateOutcome = 'applied' | 'held' | 'late' | 'gap';

/** Fetched before the first candle that is to be judged, for indicators to settle on. */
const WARM_UP_CANDLES = 900;

export interface SeriesKeeper {
  readonly interval: Interval;
  readonly state: SeriesState;
  /** Nothing is missing as far as anyone knows: candles are committed as they close. */
  readonly isCurrent: boolean;
  readonly closed: CandleSeries;
  readonly forming: Candle | null;
  /** Candles that the exchange itself does not have. */
  readonly holes: number;
  /** Where the history has to be fetched from; undefined for the newest candles. */
  readonly fillFrom: number | undefined;
  apply(update: CandleUpdate): UpdateOutcome;
  /**
   * Merges rows of history (oldest first) with the updates that came meanwhile. `askedAt` is the
   * exchange's time when the rows were asked for: a last row that closed before is final.
   */
  fill(rows: readonly HistoryRow[], askedAt: number): void;
  /** The stream is interrupted: from now on nothing is sure until the next fill. */
  interrupt(): void;
  /** The stream is back: updates are held until the gap is filled. */
  resume(): void;
  /** Something may be missing: updates are held until history has been asked. */
  suspect(): void;
  /** The exchange does not trade the symbol. */
  halt(): void;
}

export function createSeriesKeeper(options: {
  readonly interval: Interval;
  readonly capacity: number;
  /** Open time of the last candle that was judged before this start; none for a new series. */
  readonly judgedThrough?: number | undefined;
  readonly onClosed: (candle: Candle, origin: CandleOrigin) => void;
  readonly onForming: (candle: Candle) => void;
}): SeriesKeeper {
  const { interval, capacity, judgedThrough, onClosed, onForming } = options;
  const closed = createCandleSeries(capacity);
  /** Updates that came while history was missing: the newest per open time. */
  const held = new Map<number, CandleUpdate>();
  let state: SeriesState = 'loading';
  let forming: Candle | null = null;
  /** Of the update that the open candle is made from; 0 where that is history. */
  let formingEventTime = 0;
  let holes = 0;

  const expected = (): number | undefined =>
    closed.last && shiftOpenTime(interval, closed.last.openTime, 1);

  const isCurrent = (): boolean => state === 'live' || state === 'hole';

  const commit = (candle: Candle, origin: CandleOrigin): void => {
    closed.append(candle);
    if (forming && forming.openTime <= candle.openTime) forming = null;
    formingEventTime = 0;
    onClosed(candle, origin);
  };

  /** `watchedFrom`: the first candle that was seen live, infinite where none was. */
  const firstOrigin = (openTime: number, watchedFrom: number): CandleOrigin => {
    if (openTime >= watchedFrom) return 'live';
    return openTime > (judgedThrough ?? Infinity) ? 'catch-up' : 'history';
  };

  const hold = (update: CandleUpdate): void => {
    held.set(update.candle.openTime, update);
    for (const openTime of held.keys()) {
      if (held.size <= capacity) break;
      held.delete(openTime);
    }
  };

  const place = (update: CandleUpdate): UpdateOutcome => {
    const { candle, isClosed } = update;
    const next = expected();
    if (next === undefined || candle.openTime > next) {
      state = 'gap';
      hold(update);
      return 'gap';
    }
    if (candle.openTime < next) return 'late';
    if (isClosed) commit(candle, 'live');
    else {
      forming = candle;
      formingEventTime = update.eventTime;
      onForming(candle);
    }
    return 'applied';
  };

  return {
    interval,
    closed,
    get state() {
      return state;
    },
    get isCurrent() {
      return isCurrent();
    },
    get forming() {
      return forming;
    },
    get holes() {
      return holes;
    },
    get fillFrom() {
      if (closed.last) return closed.last.openTime;
      if (judgedThrough === undefined) return undefined;
      return Math.max(0, shiftOpenTime(interval, judgedThrough, -WARM_UP_CANDLES));
    },
    apply(update) {
      const { openTime } = update.candle;
      const next = expected();
      const known = isCurrent() ? formingEventTime : (held.get(openTime)?.eventTime ?? 0);
      const isOld = next !== undefined && openTime < next;
      const isRepeated = update.eventTime < known && (!isCurrent() || openTime === next);
      if (isOld || isRepeated) return 'late';
      if (isCurrent()) return place(update);
      hold(update);
      return 'held';
    },
    fill(rows, askedAt) {
      const isFirst = closed.length === 0;
      const watchedFrom = Math.min(...held.keys());
      for (const [index, row] of rows.entries()) {
        const { openTime } = row.candle;
        const next = expected();
        if (next !== undefined && openTime < next) continue;
        const heldUpdate = held.get(openTime);
        const isFinal =
          index < rows.length - 1 || heldUpdate?.isClosed === true || row.closeTime < askedAt;
        if (!isFinal) {
          if (forming === null || forming.openTime < openTime) forming = row.candle;
          break;
        }
        if (next !== undefined && openTime > next) holes++;
        const origin = isFirst ? firstOrigin(openTime, watchedFrom) : 'catch-up';
        commit(heldUpdate?.isClosed ? heldUpdate.candle : row.candle, origin);
      }
      const waiting = [...held.values()].toSorted((a, b) => a.candle.openTime - b.candle.openTime);
      held.clear();
      state = holes > 0 ? 'hole' : 'live';
      for (const update of waiting) {
        if (isCurrent()) place(update);
        else hold(update);
      }
      if (forming) onForming(forming);
    },
    interrupt() {
      if (isCurrent() || state === 'gap') state = 'stale';
    },
    resume() {
      if (state === 'stale') state = 'gap';
    },
    suspect() {
      if (isCurrent()) state = 'gap';
    },
    halt() {
      state = 'halted';
    },
  };
}
