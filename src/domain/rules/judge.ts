import type { Candle } from '../candle.ts';
import { intervalMs, shiftOpenTime } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { isForSymbol, judgedIntervals, operandIntervals } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * Judges the rules of one symbol. A pure fold over candles: the same candles give the same signals,
 * live, on catch-up and in a replay, and a signal once given is never taken back.
 *
 * A rule is judged at each close of its own interval, by all candles of other intervals that have
 * closed by then, the same instant included, and by none that closed later. For this the order in
 * which candles of different intervals arrive makes no difference: a close waits until the others
 * that it needs are there (`close-order.ts`), and what it says is returned by the call that brings
 * the last of them.
 */
export interface Judge {
  /**
   * Takes the next closed candle of an interval; returns what the rules say. Candles of an interval
   * that no rule needs are ignored.
   *
   * @throws RangeError when the candle does not open after the last one of its interval.
   */
  close(interval: Interval, candle: Candle): readonly TradingSignal[];
  /**
   * Takes the candle that follows the last closed one, as it stood at `time` (epoch milliseconds, on
   * the exchange's clock). Intrabar rules are judged by it; what waits for candles of the interval
   * that close before it does waits no more, since there are none. It changes nothing else.
   */
  preview(interval: Interval, candle: Candle, time: number): readonly TradingSignal[];
  /** There is no further candle of the interval that closed at or before `time`. */
  pass(interval: Interval, time: number): readonly TradingSignal[];
  /** Open time of the last closed candle taken. */
  lastOpenTime(interval: Interval): number | undefined;
  /** Open time of the oldest close of the interval that still waits to be judged by some rule. */
  waitingSince(interval: Interval): number | undefined;
}

export interface JudgeOptions {
  readonly symbol: string;
  /** Those of the watchlist. A rule that names intervals of its own is judged on those instead. */
  readonly intervals: readonly Interval[];
  /** As parsed. Disabled rules and those for other symbols are left out. */
  readonly rules: readonly Rule[];
}

/** Everything that takes candles of one interval. */
interface Track {
  readonly lanes: Lane[];
  /** Those among them of which it is the base. */
  readonly judged: Lane[];
  /** Those to which an open candle of the interval means anything; most often none. */
  readonly dependent: Lane[];
  readonly intrabar: Lane[];
  lastOpenTime: number;
}

interface LanePlan {
  readonly base: Interval;
  readonly others: readonly Interval[];
  readonly rules: Rule[];
}

const NO_SIGNALS: readonly TradingSignal[] = [];

export function createJudge({ symbol, intervals, rules }: JudgeOptions): Judge {
  const tracks = new Map<Interval, Track>();
  const ranks = new Map(rules.map((rule, index) => [rule.id, index]));
  let told: TradingSignal[] = [];

  const trackOf = (interval: Interval): Track => {
    const known = tracks.get(interval);
    if (known !== undefined) return known;
    const track: Track = {
      lanes: [],
      judged: [],
      dependent: [],
      intrabar: [],
      lastOpenTime: Number.NEGATIVE_INFINITY,
    };
    tracks.set(interval, track);
    return track;
  };

  const mine = rules.filter((rule) => rule.isEnabled && isForSymbol(rule, symbol));
  for (const { base, others, rules: together } of planLanes(mine, intervals)) {
    const tell = (signal: TradingSignal) => void told.push(signal);
    const lane = createLane({ symbol, base, others, rules: together, tell });
    for (const interval of [base, ...others]) {
      trackOf(interval).lanes.push(lane);
      if (lane.hasOthers) trackOf(interval).dependent.push(lane);
    }
    trackOf(base).judged.push(lane);
    if (lane.isIntrabar) trackOf(base).intrabar.push(lane);
  }

  /** As the candles close; at the same instant longer intervals first, and the rules in their order. */
  const inOrder = (one: TradingSignal, other: TradingSignal): number =>
    closeTime(one) - closeTime(other) ||
    intervalMs(other.interval) - intervalMs(one.interval) ||
    (ranks.get(one.ruleId) ?? 0) - (ranks.get(other.ruleId) ?? 0);

  const takeTold = (): readonly TradingSignal[] => {
    if (told.length === 0) return NO_SIGNALS;
    const taken = told.length > 1 ? told.toSorted(inOrder) : told;
    told = [];
    return taken;
  };

  return {
    close(interval, candle) {
      const track = tracks.get(interval);
      if (track === undefined) return NO_SIGNALS;
      if (!(candle.openTime > track.lastOpenTime)) {
        throw new RangeError(
          `${symbol} ${interval}: a candle at ${candle.openTime} cannot follow ${track.lastOpenTime}`,
        );
      }
      track.lastOpenTime = candle.openTime;
      for (const lane of track.lanes) lane.close(interval, candle);
      return takeTold();
    },
    preview(interval, candle, time) {
      const track = tracks.get(interval);
      if (track === undefined) return NO_SIGNALS;
      const { dependent, intrabar } = track;
      if (dependent.length === 0 && intrabar.length === 0) return NO_SIGNALS;
      const nextClose = shiftOpenTime(interval, candle.openTime, 1);
      for (const lane of dependent) lane.pass(interval, nextClose - 1);
      for (const lane of intrabar) lane.preview(candle, time);
      return takeTold();
    },
    pass(interval, time) {
      for (const lane of tracks.get(interval)?.lanes ?? []) lane.pass(interval, time);
      return takeTold();
    },
    lastOpenTime(interval) {
      const openTime = tracks.get(interval)?.lastOpenTime;
      return openTime === Number.NEGATIVE_INFINITY ? undefined : openTime;
    },
    waitingSince(interval) {
      const judged = tracks.get(interval)?.judged ?? [];
      const waiting = judged.flatMap((lane) => lane.waitingSince() ?? []);
      return waiting.length === 0 ? undefined : Math.min(...waiting);
    },
  };
}

function closeTime({ interval, candleOpenTime }: TradingSignal): number {
  return shiftOpenTime(interval, candleOpenTime, 1);
}

/** Each rule on each of its intervals, together with those that look at the same ones. */
function planLanes(rules: readonly Rule[], watched: readonly Interval[]): Iterable<LanePlan> {
  const plans = new Map<string, LanePlan>();
  for (const rule of rules) {
    for (const base of judgedIntervals(rule, watched)) {
      const others = operandIntervals(rule)
        .filter((interval) => interval !== base)
        .toSorted();
      const key = [base, ...others].join(' ');
      const plan = plans.get(key) ?? { base, others, rules: [] };
      plans.set(key, plan);
      plan.rules.push(rule);
    }
  }
  return plans.values();
}
