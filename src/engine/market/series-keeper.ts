/**
 * One series of candles, kept consecutive. Guarantees:
 * - closed candles are committed in order, each once, none skipped: where one is missing, nothing
 *   is committed until the exchange's history has filled the gap;
 * - an open candle is replaced by every update with its open time, and committed only when the
 *   exchange says that it is closed, or its history proves so;
 * - late and repeated updates change nothing;
 * - it is known at any time which candles are missing, and why.
 */
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { createCandleSeries } from '../../domain/candle-series.ts';
import type { CandleSeries } from '../../domain/candle-series.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CandleUpdate } from '../../domain/market.ts';
import type { MissingCandles, SeriesState } from '../../protocol/market-state.ts';
import { holesAfter, missingUntil, withHole } from './continuity.ts';
import { createHeldUpdates } from './held-updates.ts';
import { isProof, lentCandles } from './lent-candles.ts';

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
/** In this time the exchange's history may still catch up with its stream. */
const SETTLING_MS = 60_000;
/**
 * The newest row is the open candle; one that has closed before it was asked for comes from a server
 * that lags behind, and may have changed since. After so long, or where trading has stopped, there is just no newer one.
 */
const LAG_MS = 120_000;

export interface SeriesKeeper {
  readonly interval: Interval;
  readonly state: SeriesState;
  /** Nothing is missing as far as anyone knows: candles are committed as they close. */
  readonly isCurrent: boolean;
  /** It has to be filled from history; a halted series as well, if something closed before. */
  readonly wantsHistory: boolean;
  readonly closed: CandleSeries;
  readonly forming: Candle | null;
  /** Where the history has to be fetched from; undefined for the newest candles. */
  readonly fillFrom: number | undefined;
  /** Open time of the candle to be committed next; undefined before the first fill. */
  readonly expected: number | undefined;
  /** `time`: the exchange's clock now; holes within the buffer first, then what closed since. */
  missing(time: number): readonly MissingCandles[];
  apply(update: CandleUpdate): UpdateOutcome;
  /**
   * Lends a series that loads the candles of an earlier visit. The first history has to begin with
   * the newest of them (`fillFrom`); where it has another one, they are forgotten, and history is
   * wanted still. `time`: about now, epoch milliseconds.
   */
  prime(columns: CandleColumns, time: number): void;
  /**
   * Merges rows of history (oldest first) with the updates that came meanwhile. `askedAt` is the
   * exchange's time when the rows were asked for: a last row that closed not long before is no
   * proof, and history is wanted still. Candles that neither the rows nor the updates have are taken
   * for holes: ask twice.
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
  /** It does again: what closed meanwhile is to be fetched, what does not exist was not traded. */
  reopen(): void;
  /** Candles kept from now on. */
  resize(candles: number): void;
}

function isLagging(closeTime: number, askedAt: number): boolean {
  return closeTime < askedAt && askedAt < closeTime + LAG_MS;
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
  let closed = createCandleSeries(capacity);
  /** Its candles are lent, and the exchange has not been asked yet whether they are right. */
  let isUnproven = false;
  const held = createHeldUpdates(() => closed.capacity);
  let phase: 'loading' | 'current' | 'gap' | 'stale' = 'loading';
  let isDown = false;
  let isHalted = false;
  /** The candle that was expected when trading stopped, until one after it has closed. */
  let haltedAt: number | undefined;
  let holes: readonly MissingCandles[] = [];
  /** Open time of an open candle before which the exchange has none: of a new symbol, or a hole. */
  let begin: number | undefined;
  let forming: Candle | null = null;
  /** Of the update that the open candle is made from; 0 where that is history. */
  let formingEventTime = 0;

  const after = (openTime: number | undefined): number | undefined =>
    openTime === undefined ? undefined : shiftOpenTime(interval, openTime, 1);
  /** The candle to be committed next; undefined before the first fill. Every update asks for it. */
  let expected: number | undefined;
  const moveOn = (): void => {
    const next = after(closed.lastOpenTime);
    expected = begin === undefined || (next !== undefined && next > begin) ? next : begin;
  };
  const isCurrent = (): boolean => phase === 'current' && !isHalted;

  /** A candle follows, whether or not it was expected. */
  const follow = ({ openTime }: Candle): void => {
    const cause = haltedAt !== undefined && !isHalted ? 'halted' : 'hole';
    holes = withHole(holes, interval, expected ?? openTime, openTime, cause);
  };

  /** What was lent is not what the exchange has. */
  const forget = (): void => {
    isUnproven = false;
    closed = createCandleSeries(closed.capacity);
    moveOn();
  };

  const commit = (candle: Candle, origin: CandleOrigin): void => {
    follow(candle);
    closed.append(candle);
    moveOn();
    if (!isHalted && haltedAt !== undefined && candle.openTime > haltedAt) haltedAt = undefined;
    holes = holesAfter(holes, closed.at(0)?.openTime);
    if (forming && forming.openTime <= candle.openTime) forming = null;
    formingEventTime = 0;
    onClosed(candle, origin);
  };

  /** `watchedFrom`: the first candle that was seen live, infinite where none was. */
  const firstOrigin = (openTime: number, watchedFrom: number): CandleOrigin => {
    if (openTime >= watchedFrom) return 'live';
    return openTime > (judgedThrough ?? Infinity) ? 'catch-up' : 'history';
  };

  const place = (update: CandleUpdate): UpdateOutcome => {
    const { candle, isClosed } = update;
    if (expected === undefined || candle.openTime > expected) {
      phase = 'gap';
      held.hold(update);
      return 'gap';
    }
    if (candle.openTime < expected) return 'late';
    if (isClosed) commit(candle, 'live');
    else {
      forming = candle;
      formingEventTime = update.eventTime;
      onForming(candle);
    }
    return 'applied';
  };

  /** A row that may still change is the open candle. What it skips is a hole, unless quite new. */
  const showOpen = (candle: Candle, askedAt: number): void => {
    const isNewer = forming === null || forming.openTime < candle.openTime;
    if (!isNewer && phase === 'current') return;
    forming = candle;
    formingEventTime = 0;
    const isSettled = askedAt >= candle.openTime + SETTLING_MS;
    if (!isSettled && closed.length > 0) return;
    follow(candle);
    begin = candle.openTime;
    moveOn();
  };

  return {
    interval,
    get closed() {
      return closed;
    },
    get state() {
      if (isHalted) return 'halted';
      if (phase !== 'current') return phase;
      return holes.length > 0 ? 'hole' : 'live';
    },
    get isCurrent() {
      return isCurrent();
    },
    get wantsHistory() {
      return phase === 'loading' || phase === 'gap';
    },
    get forming() {
      return forming;
    },
    get fillFrom() {
      if (closed.lastOpenTime !== undefined) return closed.lastOpenTime;
      if (judgedThrough === undefined) return undefined;
      return Math.max(0, shiftOpenTime(interval, judgedThrough, -WARM_UP_CANDLES));
    },
    get expected() {
      return expected;
    },
    missing(time) {
      const next = expected ?? after(judgedThrough);
      if (isCurrent() || next === undefined) return holes;
      const newest = Math.max(time, held.newestTime());
      const cause = isHalted && phase === 'current' ? 'halted' : 'gap';
      const atHand = held.closedTimes();
      return [...holes, ...missingUntil({ interval, next, time: newest, atHand, cause })];
    },
    apply(update) {
      const { openTime } = update.candle;
      if (expected !== undefined && openTime < expected) return 'late';
      if (isCurrent()) {
        const isRepeated = update.eventTime < formingEventTime && openTime === expected;
        return isRepeated ? 'late' : place(update);
      }
      if (update.eventTime < held.eventTimeOf(openTime)) return 'late';
      held.hold(update);
      return 'held';
    },
    prime(columns, time) {
      if (phase !== 'loading' || closed.length > 0) return;
      const lent = lentCandles(columns, {
        interval,
        capacity: closed.capacity,
        judgedThrough,
        time,
      });
      for (const candle of lent) closed.append(candle);
      isUnproven = lent.length > 0;
      moveOn();
    },
    fill(rows, askedAt) {
      if (isUnproven && !isProof(rows, closed.last)) return forget();
      isUnproven = false;
      const isFirst = phase === 'loading';
      const watchedFrom = held.oldest();
      const commitPast = (candle: Candle): void =>
        commit(candle, isFirst ? firstOrigin(candle.openTime, watchedFrom) : 'catch-up');
      const all = held.complete(rows);
      let isBehind = false;
      for (const [index, { candle, closeTime }] of all.entries()) {
        if (expected !== undefined && candle.openTime < expected) continue;
        const pushed = held.closedAt(candle.openTime);
        const isLast = index === all.length - 1;
        isBehind = isLast && !pushed && !isHalted && isLagging(closeTime, askedAt);
        const isFinal = !isLast || pushed !== undefined || closeTime < askedAt;
        if (isBehind || !isFinal) showOpen(candle, askedAt);
        else commitPast(pushed ?? candle);
      }
      // What is held stays held while the stream is down: it is not known what comes after it.
      if (isDown) phase = 'stale';
      else if (!isBehind) phase = 'current';
      else if (phase !== 'loading') phase = 'gap';
      if (phase !== 'current') return;
      for (const update of held.take()) {
        if (phase === 'current') place(update);
        else held.hold(update);
      }
      if (forming) onForming(forming);
    },
    interrupt() {
      isDown = true;
      if (phase === 'current' || phase === 'gap') phase = 'stale';
    },
    resume() {
      isDown = false;
      if (phase === 'stale') phase = 'gap';
    },
    suspect() {
      if (isCurrent()) phase = 'gap';
    },
    halt() {
      isHalted = true;
      haltedAt = expected ?? 0;
    },
    reopen() {
      isHalted = false;
      if (phase === 'current') phase = 'gap';
    },
    resize(candles) {
      closed.resize(candles);
      holes = holesAfter(holes, closed.at(0)?.openTime);
    },
  };
}
