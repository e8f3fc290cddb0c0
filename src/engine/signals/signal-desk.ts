/**
 * Judges closed candles by the rules that are on. A symbol's judge is made from the candles at hand
 * when it is first needed and after the rules changed, so that a new rule is warm at once and says
 * nothing about the past.
 */
import type { Candle } from '../../domain/candle.ts';
import type { Interval } from '../../domain/interval.ts';
import { createJudge } from '../../domain/rules/judge.ts';
import type { Judge } from '../../domain/rules/judge.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { CandleSeries } from '../../domain/candle-series.ts';

export interface SignalDesk {
  /** The series has just committed `candle`; one that no rule is judged on says nothing. */
  close(symbol: string, interval: Interval, candle: Candle): readonly TradingSignal[];
  setRules(rules: readonly Rule[]): void;
  setWatchlist(watchlist: Watchlist): void;
}

export interface ClosedSeries {
  readonly interval: Interval;
  readonly closed: CandleSeries;
}

export function createSignalDesk(options: {
  readonly rules: readonly Rule[];
  readonly watchlist: Watchlist;
  /** Every series of a symbol that is at hand. */
  readonly seriesOf: (symbol: string) => readonly ClosedSeries[];
}): SignalDesk {
  const { seriesOf } = options;
  let { rules, watchlist } = options;
  const judges = new Map<string, Judge>();

  /** A judge that has seen every candle of the symbol but those that open at or after `before`. */
  const createWarmJudge = (symbol: string, closing: Interval, before: number): Judge => {
    const judge = createJudge({ symbol, intervals: watchlist.intervals, rules });
    for (const { interval, closed } of seriesOf(symbol)) {
      for (let index = 0; index < closed.length; index++) {
        const candle = closed.at(index);
        if (!candle || (interval === closing && candle.openTime >= before)) break;
        judge.close(interval, candle);
      }
    }
    judges.set(symbol, judge);
    return judge;
  };

  return {
    close(symbol, interval, candle) {
      const judge = judges.get(symbol) ?? createWarmJudge(symbol, interval, candle.openTime);
      return judge.close(interval, candle);
    },
    setRules(next) {
      rules = next;
      judges.clear();
    },
    setWatchlist(next) {
      watchlist = next;
      judges.clear();
    },
  };
}
