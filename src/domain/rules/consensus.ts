/**
 * What all rules together say about one symbol and interval.
 *
 * The last signal of each active rule counts on the candle it was given on and the next ones, up to
 * `countsFor` candles in all. The consensus is the mean of what they say, each by its strength:
 *
 *     value = (sum of BUY strengths − sum of SELL strengths) / (number of rules that say anything)
 *
 * from −1 (all say SELL, as strongly as can be) to 1 (all say BUY); 0 when they balance, or when
 * none says anything.
 */
import { shiftOpenTime } from '../interval.ts';
import type { Interval } from '../interval.ts';
import type { Side, TradingSignal } from '../signal.ts';
import type { Rule } from './rule.ts';
import { createSignalTally, indicatorsOf } from './signal-tally.ts';
import type { SignalTally, Tally } from './signal-tally.ts';

/** How it stood at one candle. */
export interface ConsensusMoment {
  readonly openTime: number;
  /** Rules that say BUY. */
  readonly buy: number;
  readonly sell: number;
  readonly value: number;
}

export interface ConsensusView {
  /** By the newest candle heard of, closed or forming; null before any. */
  readonly now: ConsensusMoment | null;
  /** The value at each closed candle, oldest first. */
  readonly history: readonly number[];
  /** Of all signals since the start. */
  readonly bySide: Tally;
  readonly byIndicator: ReadonlyMap<string, Tally>;
}

export interface Consensus {
  /** A signal of a candle not newer than the last that the rule spoke at there changes nothing. */
  add(signal: TradingSignal): void;
  /** What a rule says of a candle of which nobody was told counts alike, but for the statistics. */
  recall(signal: TradingSignal): void;
  /** A candle has closed, and its signals have been added. */
  close(symbol: string, interval: Interval, openTime: number): void;
  /** Only enabled ones count; what others said before is forgotten, but for the statistics. */
  setRules(rules: readonly Rule[]): void;
  of(symbol: string, interval: Interval): ConsensusView;
  /** The symbols that are still watched; the others are forgotten. */
  keep(symbols: readonly string[]): void;
}

interface Vote {
  readonly side: Side;
  readonly strength: number;
  readonly openTime: number;
  /** Open time of the first candle at which it no longer counts. */
  readonly until: number;
}

interface Series {
  readonly symbol: string;
  readonly votes: Map<string, Vote>;
  /** Values alone: a moment of each candle of each series would be most of the memory of all. */
  readonly history: number[];
  readonly tally: SignalTally;
  /** Of the newest closed candle. */
  closedOpenTime: number;
  newestOpenTime: number;
}

export function createConsensus(options: {
  readonly rules: readonly Rule[];
  /** Candles that a signal counts for, its own included. */
  readonly countsFor?: number;
  /** Values kept per symbol and interval. */
  readonly historySize?: number;
}): Consensus {
  const { countsFor = 10, historySize = 60 } = options;
  const seriesByKey = new Map<string, Series>();
  let indicatorsByRule = new Map<string, readonly string[]>();

  const setRules = (rules: readonly Rule[]): void => {
    const active = rules.filter(({ isEnabled }) => isEnabled);
    indicatorsByRule = new Map(active.map((rule) => [rule.id, indicatorsOf(rule)]));
    for (const { votes } of seriesByKey.values()) {
      for (const ruleId of votes.keys()) if (!indicatorsByRule.has(ruleId)) votes.delete(ruleId);
    }
  };

  const seriesOf = (symbol: string, interval: Interval): Series => {
    const key = `${symbol}@${interval}`;
    const known = seriesByKey.get(key);
    if (known !== undefined) return known;
    const created = {
      symbol,
      votes: new Map<string, Vote>(),
      history: [],
      tally: createSignalTally(),
      closedOpenTime: Number.NEGATIVE_INFINITY,
      newestOpenTime: Number.NEGATIVE_INFINITY,
    };
    seriesByKey.set(key, created);
    return created;
  };

  /** False where it changes nothing. */
  const count = (signal: TradingSignal): boolean => {
    const { ruleId, side, strength, symbol, interval, candleOpenTime: openTime } = signal;
    if (!indicatorsByRule.has(ruleId)) return false;
    const series = seriesOf(symbol, interval);
    const { votes, history, closedOpenTime } = series;
    const last = votes.get(ruleId);
    if (last !== undefined && openTime <= last.openTime) return false;
    votes.set(ruleId, {
      side,
      strength,
      openTime,
      until: shiftOpenTime(interval, openTime, countsFor),
    });
    series.newestOpenTime = Math.max(series.newestOpenTime, openTime);
    // It waited for a candle of another interval: its own has been closed already.
    if (openTime <= closedOpenTime) {
      history[history.length - 1] = momentAt(closedOpenTime, votes.values()).value;
    }
    return true;
  };

  setRules(options.rules);
  return {
    add(signal) {
      const { ruleId, symbol, interval } = signal;
      if (!count(signal)) return;
      seriesOf(symbol, interval).tally.add(signal, indicatorsByRule.get(ruleId) ?? []);
    },
    recall: (signal) => void count(signal),
    close(symbol, interval, openTime) {
      const series = seriesOf(symbol, interval);
      const { votes, history } = series;
      if (openTime <= series.closedOpenTime) return;
      series.closedOpenTime = openTime;
      history.push(momentAt(openTime, votes.values()).value);
      if (history.length > historySize) history.shift();
      series.newestOpenTime = Math.max(series.newestOpenTime, openTime);
    },
    setRules,
    of(symbol, interval) {
      const { votes, history, tally, newestOpenTime } = seriesOf(symbol, interval);
      return {
        now: Number.isFinite(newestOpenTime) ? momentAt(newestOpenTime, votes.values()) : null,
        history: [...history],
        bySide: tally.bySide(),
        byIndicator: tally.byIndicator(),
      };
    },
    keep(symbols) {
      for (const [key, { symbol }] of seriesByKey) {
        if (!symbols.includes(symbol)) seriesByKey.delete(key);
      }
    },
  };
}

function momentAt(openTime: number, votes: Iterable<Vote>): ConsensusMoment {
  let buy = 0;
  let sell = 0;
  let balance = 0;
  for (const vote of votes) {
    if (openTime < vote.openTime || openTime >= vote.until) continue;
    if (vote.side === 'BUY') buy += 1;
    else sell += 1;
    balance += vote.side === 'BUY' ? vote.strength : -vote.strength;
  }
  const count = buy + sell;
  return { openTime, buy, sell, value: count === 0 ? 0 : balance / count };
}
