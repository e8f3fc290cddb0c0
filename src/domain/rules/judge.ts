import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { bind, isMet, slotsOf, strengthOf } from './bound-condition.ts';
import type { BoundCondition } from './bound-condition.ts';
import { explain } from './explain.ts';
import { createOperandValues } from './operand-values.ts';
import type { OperandValues } from './operand-values.ts';
import { intervalsOf, isForSymbol } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * Judges the rules of one symbol. A pure fold over closed candles: the same candles give the same
 * signals, live, on catch-up and in a replay, and a signal once given is never taken back.
 *
 * A rule speaks at the candle at which its condition becomes true: it held at this close and not
 * at the one before. The first candle at which all its operands are defined only arms it, so that
 * what has been true for long is no news after a start.
 */
export interface Judge {
  /**
   * Takes the next closed candle of an interval; returns what the rules say, in their order.
   * Candles of an interval that no rule is judged on are ignored.
   *
   * @throws RangeError when the candle does not open after the last one of its interval.
   */
  close(interval: Interval, candle: Candle): readonly TradingSignal[];
  /** Open time of the last candle taken. */
  lastOpenTime(interval: Interval): number | undefined;
}

export interface JudgeOptions {
  readonly symbol: string;
  /** Those of the watchlist. A rule that names intervals of its own is judged on those instead. */
  readonly intervals: readonly Interval[];
  /** As parsed. Disabled rules and those for other symbols are left out. */
  readonly rules: readonly Rule[];
}

interface Track {
  readonly values: OperandValues;
  readonly verdicts: Verdict[];
  lastOpenTime: number;
}

/** Where one rule stands on one interval. */
interface Verdict {
  readonly rule: Rule;
  readonly condition: BoundCondition;
  /** All must be defined before the rule is armed. */
  readonly slots: readonly number[];
  isArmed: boolean;
  wasMet: boolean;
}

const NO_SIGNALS: readonly TradingSignal[] = [];

export function createJudge({ symbol, intervals, rules }: JudgeOptions): Judge {
  const tracks = new Map<Interval, Track>();
  for (const rule of rules) {
    if (!rule.isEnabled || !isForSymbol(rule, symbol)) continue;
    for (const interval of intervalsOf(rule, intervals)) {
      const track = tracks.get(interval) ?? createTrack();
      tracks.set(interval, track);
      track.verdicts.push(createVerdict(rule, track.values));
    }
  }

  return {
    close(interval, candle) {
      const track = tracks.get(interval);
      if (track === undefined) return NO_SIGNALS;
      const { values, verdicts, lastOpenTime } = track;
      if (!(candle.openTime > lastOpenTime)) {
        throw new RangeError(
          `${symbol} ${interval}: a candle at ${candle.openTime} cannot follow ${lastOpenTime}`,
        );
      }
      track.lastOpenTime = candle.openTime;
      values.push(candle);
      let signals: TradingSignal[] | undefined;
      for (const verdict of verdicts) {
        if (!becomesMet(verdict, values)) continue;
        signals ??= [];
        signals.push(signalOf(verdict, values, symbol, interval, candle));
      }
      return signals ?? NO_SIGNALS;
    },
    lastOpenTime(interval) {
      const openTime = tracks.get(interval)?.lastOpenTime;
      return openTime === Number.NEGATIVE_INFINITY ? undefined : openTime;
    },
  };
}

function createTrack(): Track {
  return { values: createOperandValues(), verdicts: [], lastOpenTime: Number.NEGATIVE_INFINITY };
}

function createVerdict(rule: Rule, values: OperandValues): Verdict {
  const condition = bind(rule.conditions, values);
  const slots = [...new Set(slotsOf(condition))];
  return { rule, condition, slots, isArmed: false, wasMet: false };
}

function becomesMet(verdict: Verdict, values: OperandValues): boolean {
  for (const slot of verdict.slots) {
    if (!Number.isNaN(values.now[slot])) continue;
    verdict.wasMet = false;
    return false;
  }
  const { isArmed, wasMet } = verdict;
  verdict.isArmed = true;
  verdict.wasMet = isMet(verdict.condition, values);
  return isArmed && verdict.wasMet && !wasMet;
}

function signalOf(
  { rule, condition }: Verdict,
  values: OperandValues,
  symbol: string,
  interval: Interval,
  candle: Candle,
): TradingSignal {
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    side: rule.side,
    symbol,
    interval,
    candleOpenTime: candle.openTime,
    price: candle.close,
    strength: strengthOf(condition, values),
    explanation: explain(condition, values, interval),
  };
}
