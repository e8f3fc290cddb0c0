/**
 * Candles of several intervals in one order, whatever the order in which they arrive.
 *
 * Frames of different streams overtake each other: the 4h candle that closes at 12:00 may come a
 * moment after the 15m candle that closes at 12:00, or long after when its history has to be
 * fetched. Guarantees:
 * - candles are taken in the order in which they closed; at the same instant those of the other
 *   intervals come before that of the base. So when a candle of the base is taken, all others that
 *   closed by then have been, and none that closed later;
 * - a candle waits until every interval that may still owe an earlier one has delivered it: an
 *   interval owes the candle that follows its last;
 * - no candle waits for ever. An interval owes nothing before the close of a candle that is known to
 *   form (`pass`); the next candle of an interval shows that one which was owed does not exist;
 *   and when `MOST_WAITING` wait, the oldest goes on without what it waited for;
 * - a candle that comes after all when others have gone on without it is taken on arrival, and so
 *   counts from then on; `isLate` says so of a candle of the base, at which later ones of another
 *   interval are already known.
 */
import type { Candle } from '../candle.ts';
import { shiftOpenTime } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { closeTimeOf } from './close-time.ts';

/** A week of minutes: more than a catch-up brings before the history of the other interval comes. */
export const MOST_WAITING = 10_080;

export interface CloseOrder {
  /** Candles of one interval come in order. */
  close(interval: Interval, candle: Candle): void;
  /** Every candle of the interval that closed at or before `time` has been given. */
  pass(interval: Interval, time: number): void;
  /** Of the base: open time of the oldest candle that waits. */
  readonly waitingSince: number | undefined;
}

interface Close {
  readonly candle: Candle;
  readonly time: number;
}

interface Line {
  readonly interval: Interval;
  readonly closeTime: (openTime: number) => number;
  readonly waiting: Close[];
  /** Earliest close time of a candle that may still arrive. */
  owes: number;
}

export function createCloseOrder(options: {
  readonly base: Interval;
  readonly others: readonly Interval[];
  readonly takeBase: (candle: Candle, time: number, isLate: boolean) => void;
  readonly takeOther: (interval: Interval, candle: Candle, time: number) => void;
}): CloseOrder {
  const { takeBase, takeOther } = options;
  const base = createLine(options.base);
  const others = options.others.map(createLine);
  const lines = [base, ...others];
  let newestOther = Number.NEGATIVE_INFINITY;

  /** A candle of the base goes on when no other that closed by then is missing. */
  const canTakeBase = (time: number): boolean =>
    others.every(({ waiting, owes }) => (waiting[0]?.time ?? owes) > time);

  /** One of another interval, when none of the base that closed before is missing. */
  const canTakeOther = (time: number): boolean => (base.waiting[0]?.time ?? base.owes) >= time;

  const takeNext = (line: Line): boolean => {
    const head = line.waiting[0];
    if (head === undefined) return false;
    const { candle, time } = head;
    if (!(line === base ? canTakeBase(time) : canTakeOther(time))) return false;
    line.waiting.shift();
    if (line === base) takeBase(candle, time, time < newestOther);
    else {
      newestOther = Math.max(newestOther, time);
      takeOther(line.interval, candle, time);
    }
    return true;
  };

  const takeAll = (): void => {
    let hasTaken = true;
    while (hasTaken) {
      hasTaken = false;
      for (const line of lines) while (takeNext(line)) hasTaken = true;
    }
  };

  const pass = (line: Line, time: number): void => {
    line.owes = Math.max(line.owes, time + 1);
  };

  /** What waits longest waits no more. */
  const relieve = (): void => {
    const heads = lines.flatMap(({ waiting: [head] }) => head?.time ?? []);
    for (const line of lines) pass(line, Math.min(...heads));
  };

  return {
    close(interval, candle) {
      const line = lines.find((candidate) => candidate.interval === interval);
      if (line === undefined) return;
      const time = line.closeTime(candle.openTime);
      line.waiting.push({ candle, time });
      line.owes = Math.max(line.owes, shiftOpenTime(interval, time, 1));
      if (line.waiting.length > MOST_WAITING) relieve();
      takeAll();
    },
    pass(interval, time) {
      const line = lines.find((candidate) => candidate.interval === interval);
      if (line === undefined || line.owes > time) return;
      pass(line, time);
      takeAll();
    },
    get waitingSince() {
      return base.waiting[0]?.candle.openTime;
    },
  };
}

function createLine(interval: Interval): Line {
  return {
    interval,
    closeTime: closeTimeOf(interval),
    waiting: [],
    owes: Number.NEGATIVE_INFINITY,
  };
}
