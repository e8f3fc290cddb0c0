import type { Candle } from '../candle.ts';
import { intervalMs } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { closeTimeOf } from './close-time.ts';
import { createFormingCandle } from './forming-candle.ts';
import type { FormingCandle } from './forming-candle.ts';
import { operandKey } from './operand.ts';
import type { CandleOperand, Operand } from './operand.ts';
import { createOperandFeed } from './operand-feed.ts';
import type { OperandFeed } from './operand-feed.ts';

/** What a condition is judged by: the value of each slot, NaN where not defined yet. */
export interface Moment {
  readonly now: readonly number[];
  /** At the candle of the base before, whatever the interval of the operand. */
  readonly before: readonly number[];
}

/** Where in a moment the value of an operand stands; each has a slot, shared by all who name it. */
export interface OperandSlots {
  slotOf(operand: Operand): number;
  /** Slot of the value that the operand had `candles` candles of its interval earlier. */
  slotOfEarlier(operand: Operand, candles: number): number;
}

/**
 * The values of all operands that rules judged on one interval, the base, speak of.
 */
export interface OperandValues extends Moment, OperandSlots {
  /** The next closed candle of the base: a new moment. */
  push(candle: Candle): void;
  /** The next closed candle of another interval: known from the next moment on. */
  pushOther(interval: Interval, candle: Candle): void;
  /** The moment as it would be if this candle of the base closed now; good until the next preview. */
  preview(candle: Candle): Moment;
}

interface Link {
  readonly slot: number;
  readonly index: number;
}

interface Other {
  readonly feed: OperandFeed;
  readonly closed: Link[];
  readonly forming: Link[];
  readonly formingCandle: FormingCandle;
  readonly closeTime: (openTime: number) => number;
}

const UNKNOWN: readonly number[] = [];

export function createOperandValues(base: Interval): OperandValues {
  const now: number[] = [];
  const before: number[] = [];
  const previewed: number[] = [];
  const slots = new Map<string, number>();
  const own = createOperandFeed();
  const ownLinks: Link[] = [];
  const others = new Map<Interval, Other>();

  function otherOf(interval: Interval): Other {
    const known = others.get(interval);
    if (known !== undefined) return known;
    const other: Other = {
      feed: createOperandFeed(),
      closed: [],
      forming: [],
      formingCandle: createFormingCandle(),
      closeTime: closeTimeOf(interval),
    };
    others.set(interval, other);
    return other;
  }

  function slotFor(key: string, value: number, fill: (slot: number) => void): number {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = now.push(value) - 1;
    before.push(value);
    previewed.push(value);
    slots.set(key, slot);
    fill(slot);
    return slot;
  }

  /** The slot of what `indexIn` finds in the feed of the operand's interval. */
  function linkedSlot(
    operand: CandleOperand,
    key: string,
    indexIn: (feed: OperandFeed) => number,
  ): number {
    const { interval = base } = operand;
    if (interval === base) {
      return slotFor(key, Number.NaN, (slot) => ownLinks.push({ slot, index: indexIn(own) }));
    }
    // When a candle of the base closes, so does one of every shorter interval: none is forming.
    const isForming = operand.forming === true && intervalMs(interval) > intervalMs(base);
    const fullKey = `${key} on ${interval}${isForming ? ' forming' : ''}`;
    return slotFor(fullKey, Number.NaN, (slot) => {
      const { feed, closed, forming } = otherOf(interval);
      (isForming ? forming : closed).push({ slot, index: indexIn(feed) });
    });
  }

  /** What the feed of the forming candle says; at the instant at which one closes, that one counts. */
  const formingValues = (feed: OperandFeed, candle: Candle | null | undefined) => {
    if (candle === undefined) return UNKNOWN;
    return candle === null ? feed.values : feed.preview(candle);
  };

  return {
    now,
    before,
    slotOf(operand) {
      const key = operandKey(operand);
      if ('constant' in operand) return slotFor(key, operand.constant, () => undefined);
      return linkedSlot(operand, key, (feed) => feed.indexOf(operand));
    },
    slotOfEarlier(operand, candles) {
      const key = operandKey(operand);
      if ('constant' in operand) return slotFor(key, operand.constant, () => undefined);
      const earlierKey = `${key} ${candles} ago`;
      return linkedSlot(operand, earlierKey, (feed) => feed.indexOfEarlier(operand, candles));
    },
    push(candle) {
      for (let slot = 0; slot < now.length; slot += 1) before[slot] = now[slot] ?? Number.NaN;
      own.push(candle);
      link(now, ownLinks, own.values);
      for (const { feed, closed, forming, formingCandle } of others.values()) {
        formingCandle.add(candle);
        link(now, closed, feed.values);
        if (forming.length > 0) link(now, forming, formingValues(feed, formingCandle.candle));
      }
    },
    pushOther(interval, candle) {
      const other = others.get(interval);
      if (other === undefined) return;
      const { feed, formingCandle, closeTime } = other;
      feed.push(candle);
      const nextOpen = closeTime(candle.openTime);
      formingCandle.open(nextOpen, closeTime(nextOpen));
    },
    preview(candle) {
      link(previewed, ownLinks, own.preview(candle));
      for (const { feed, closed, forming, formingCandle } of others.values()) {
        link(previewed, closed, feed.values);
        if (forming.length === 0) continue;
        link(previewed, forming, formingValues(feed, formingCandle.with(candle)));
      }
      return { now: previewed, before: now };
    },
  };
}

function link(target: number[], links: readonly Link[], values: readonly number[]): void {
  for (const { slot, index } of links) target[slot] = values[index] ?? Number.NaN;
}
