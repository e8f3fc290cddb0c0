import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { bind, sequencesIn, slotsOf } from './bound-condition.ts';
import type { BoundCondition, BoundSequence } from './bound-condition.ts';
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

interface VerdictOptions {
  readonly rule: Rule;
  readonly symbol: string;
  readonly interval: Interval;
  readonly values: OperandSlots;
}

export function createVerdict(options: VerdictOptions): Verdict {
  return new RuleVerdict(options);
}

/** A class, for the methods to be shared: there is one for each rule on each series. */
class RuleVerdict implements Verdict {
  readonly rule: Rule;
  readonly #symbol: string;
  readonly #interval: Interval;
  readonly #condition: BoundCondition;
  readonly #slots: readonly number[];
  readonly #sequences: readonly BoundSequence[];
  #isArmed = false;
  #wasMet = false;
  /** Open time of the candle at which it spoke last. */
  #spokeAt = Number.NEGATIVE_INFINITY;

  constructor({ rule, symbol, interval, values }: VerdictOptions) {
    this.rule = rule;
    this.#symbol = symbol;
    this.#interval = interval;
    this.#condition = bind(rule.conditions, values);
    this.#slots = [...new Set(slotsOf(this.#condition))];
    this.#sequences = sequencesIn(this.#condition);
  }

  close(candle: Candle, time: number, moment: Moment): TradingSignal | undefined {
    if (!this.#isDefined(moment)) {
      this.disarm();
      return undefined;
    }
    const becomesMet = isMet(this.#condition, moment);
    const isNews = this.#isArmed && becomesMet && !this.#wasMet;
    this.#isArmed = true;
    this.#wasMet = becomesMet;
    const signal = isNews ? this.#speak(candle, time, moment) : undefined;
    if (this.#sequences.length > 0) advance(this.#sequences, moment);
    return signal;
  }

  preview(candle: Candle, time: number, moment: Moment): TradingSignal | undefined {
    if (this.rule.fire !== 'intrabar' || !this.#isArmed || this.#wasMet) return undefined;
    if (!this.#isDefined(moment) || !isMet(this.#condition, moment)) return undefined;
    return this.#speak(candle, time, moment);
  }

  disarm(): void {
    this.#isArmed = false;
    this.#wasMet = false;
    for (const sequence of this.#sequences) sequence.progress = NO_PROGRESS;
  }

  #isDefined({ now }: Moment): boolean {
    for (const slot of this.#slots) if (Number.isNaN(now[slot])) return false;
    return true;
  }

  #speak(candle: Candle, time: number, moment: Moment): TradingSignal | undefined {
    const { id: ruleId, name: ruleName, side, delivery, note, quietHours } = this.rule;
    const { cooldownMs = 0, expiresAt = Number.POSITIVE_INFINITY } = this.rule;
    const { openTime, close } = candle;
    const hasSpoken = openTime <= this.#spokeAt || openTime - this.#spokeAt < cooldownMs;
    if (hasSpoken || time > expiresAt) return undefined;
    this.#spokeAt = openTime;
    return {
      ruleId,
      ruleName,
      side,
      symbol: this.#symbol,
      interval: this.#interval,
      candleOpenTime: openTime,
      price: close,
      strength: strengthOf(this.#condition, moment),
      explanation: explain(this.#condition, moment, this.#interval),
      ...(delivery !== undefined && { delivery }),
      ...(note !== undefined && { note }),
      ...(quietHours !== undefined && isQuietAt(quietHours, time) && { isQuiet: true }),
    };
  }
}
