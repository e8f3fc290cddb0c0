import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { bind, sequencesIn, slotsOf } from './bound-condition.ts';
import { explain } from './explain.ts';
import { advance, isMet } from './is-met.ts';
import type { Moment, OperandSlots } from './operand-values.ts';
import { isQuietAt } from './quiet-hours.ts';
import type { Rule } from './rule.ts';
import { NO_PROGRESS } from './sequence-progress.ts';
import { strengthOf } from './strength-of.ts';

/**
 * Where one rule stands on one symbol and interval. The rule speaks at the candle at which its
 * condition becomes true: it holds now and did not at the close before. The first candle at which
 * all its operands are defined only arms it, so that what has been true for long is no news.
 */
export interface Verdict {
  readonly rule: Rule;
  /** A candle has closed at `time`; `moment` is what is known then. */
  close(candle: Candle, time: number, moment: Moment): TradingSignal | undefined;
  /** A candle that still forms was seen so at `time`. Only an intrabar rule has a word to say. */
  preview(candle: Candle, time: number, moment: Moment): TradingSignal | undefined;
  /** A candle could not be judged: the next one that can be only arms the rule. */
  disarm(): void;
}

export function createVerdict(options: {
  readonly rule: Rule;
  readonly symbol: string;
  readonly interval: Interval;
  readonly values: OperandSlots;
}): Verdict {
  const { rule, symbol, interval, values } = options;
  const { cooldownMs = 0, expiresAt = Number.POSITIVE_INFINITY, quietHours } = rule;
  const condition = bind(rule.conditions, values);
  const slots = [...new Set(slotsOf(condition))];
  const sequences = sequencesIn(condition);
  const identity = { ruleId: rule.id, ruleName: rule.name, side: rule.side, symbol, interval };
  const choices = {
    ...(rule.delivery !== undefined && { delivery: rule.delivery }),
    ...(rule.note !== undefined && { note: rule.note }),
  };
  let isArmed = false;
  let wasMet = false;
  /** Open time of the candle at which it spoke last. */
  let spokeAt = Number.NEGATIVE_INFINITY;

  function isDefined({ now }: Moment): boolean {
    for (const slot of slots) if (Number.isNaN(now[slot])) return false;
    return true;
  }

  function disarm(): void {
    isArmed = false;
    wasMet = false;
    for (const sequence of sequences) sequence.progress = NO_PROGRESS;
  }

  function speak(candle: Candle, time: number, moment: Moment): TradingSignal | undefined {
    const { openTime, close } = candle;
    const hasSpoken = openTime <= spokeAt || openTime - spokeAt < cooldownMs;
    if (hasSpoken || time > expiresAt) return undefined;
    spokeAt = openTime;
    return {
      ...identity,
      candleOpenTime: openTime,
      price: close,
      strength: strengthOf(condition, moment),
      explanation: explain(condition, moment, interval),
      ...choices,
      ...(quietHours !== undefined && isQuietAt(quietHours, time) && { isQuiet: true }),
    };
  }

  return {
    rule,
    disarm,
    close(candle, time, moment) {
      if (!isDefined(moment)) {
        disarm();
        return undefined;
      }
      const becomesMet = isMet(condition, moment);
      const isNews = isArmed && becomesMet && !wasMet;
      isArmed = true;
      wasMet = becomesMet;
      const signal = isNews ? speak(candle, time, moment) : undefined;
      if (sequences.length > 0) advance(sequences, moment);
      return signal;
    },
    preview(candle, time, moment) {
      if (rule.fire !== 'intrabar' || !isArmed || wasMet) return undefined;
      if (!isDefined(moment) || !isMet(condition, moment)) return undefined;
      return speak(candle, time, moment);
    },
  };
}
