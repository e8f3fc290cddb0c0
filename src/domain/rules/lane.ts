import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { createCloseOrder } from './close-order.ts';
import { closeTimeOf } from './close-time.ts';
import { createOperandValues } from './operand-values.ts';
import type { Rule } from './rule.ts';
import { createVerdict } from './verdict.ts';

/**
 * The rules of one symbol that are judged on the same interval, the base, and look at the same other
 * intervals. Rules that look at no other never wait for one.
 */
export interface Lane {
  close(interval: Interval, candle: Candle): void;
  preview(candle: Candle, time: number): void;
  pass(interval: Interval, time: number): void;
  /** Some rule is judged within the candle: without one a preview changes nothing. */
  readonly isIntrabar: boolean;
  /** It looks at other intervals: without them nothing waits for `pass`. */
  readonly hasOthers: boolean;
  /** Open time of the oldest candle of the base that waits for those of other intervals. */
  waitingSince(): number | undefined;
}

export function createLane(options: {
  readonly symbol: string;
  readonly base: Interval;
  readonly others: readonly Interval[];
  readonly rules: readonly Rule[];
  readonly tell: (signal: TradingSignal) => void;
}): Lane {
  const { symbol, base, others, rules, tell } = options;
  const values = createOperandValues(base);
  const verdicts = rules.map((rule) => createVerdict({ rule, symbol, interval: base, values }));
  const intrabar = verdicts.filter(({ rule }) => rule.fire === 'intrabar');
  const closeTime = closeTimeOf(base);
  let lastOpenTime = Number.NEGATIVE_INFINITY;

  const tellAny = (signal: TradingSignal | undefined): void => {
    if (signal !== undefined) tell(signal);
  };

  /** Late: later candles of another interval are known already, and nothing may look ahead. */
  const take = (candle: Candle, time: number, isLate: boolean): void => {
    lastOpenTime = candle.openTime;
    values.push(candle);
    for (const verdict of verdicts) {
      if (isLate) verdict.disarm();
      else tellAny(verdict.close(candle, time, values));
    }
  };

  const order =
    others.length === 0
      ? undefined
      : createCloseOrder({ base, others, takeBase: take, takeOther: values.pushOther });

  return {
    close(interval, candle) {
      if (order === undefined) take(candle, closeTime(candle.openTime), false);
      else order.close(interval, candle);
    },
    preview(candle, time) {
      const isNext = candle.openTime > lastOpenTime && order?.waitingSince === undefined;
      if (intrabar.length === 0 || !isNext) return;
      const moment = values.preview(candle);
      for (const verdict of intrabar) tellAny(verdict.preview(candle, time, moment));
    },
    pass(interval, time) {
      order?.pass(interval, time);
    },
    isIntrabar: intrabar.length > 0,
    hasOthers: order !== undefined,
    waitingSince: () => order?.waitingSince,
  };
}
