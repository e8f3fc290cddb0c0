import type { Candle } from '../../domain/candle.ts';
import type { Interval } from '../../domain/interval.ts';
import { createConsensus } from '../../domain/rules/consensus.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { seriesKey } from '../market/series-name.ts';
import type { SeriesName } from '../market/series-name.ts';
import { createSeriesTrend } from './series-trend.ts';
import type { SeriesTrend } from './series-trend.ts';

/**
 * What all active rules together say about each series, and where it is going: reported as it
 * changes, and of every series once it has candles, also where no rule says anything.
 */
export interface ConsensusDesk {
  add(signals: readonly TradingSignal[]): void;
  /** What rules say of candles of which nobody was told. */
  recall(signals: readonly TradingSignal[]): void;
  /** A candle of the past or of now has closed, and its signals have been added. */
  close(symbol: string, interval: Interval, candle: Candle): void;
  setRules(rules: readonly Rule[]): void;
  /** The others are forgotten. */
  keep(symbols: readonly string[]): void;
  /** Of all series, as they stand. */
  reports(): readonly ConsensusReport[];
  dispose(): void;
}

/** Candles of many series close within moments of each other: one report tells of all. */
const GATHERING_MS = 250;

interface Entry extends SeriesName {
  readonly trend: SeriesTrend;
}

export function createConsensusDesk(parts: {
  readonly clock: Clock;
  readonly rules: readonly Rule[];
  readonly report: (consensus: readonly ConsensusReport[]) => void;
}): ConsensusDesk {
  const { clock, report } = parts;
  const consensus = createConsensus({ rules: parts.rules });
  const known = new Map<string, Entry>();
  const changed = new Set<Entry>();
  let timer: Timer | undefined;

  const entryOf = (symbol: string, interval: Interval): Entry => {
    const key = seriesKey({ symbol, interval });
    const entry = known.get(key) ?? { symbol, interval, trend: createSeriesTrend() };
    known.set(key, entry);
    return entry;
  };

  const touch = (entry: Entry): void => {
    changed.add(entry);
    timer ??= clock.setTimer(tell, GATHERING_MS);
  };

  const tell = (): void => {
    timer = undefined;
    const reports = [...changed].map(reportOf);
    changed.clear();
    if (reports.length > 0) report(reports);
  };

  const reportOf = ({ symbol, interval, trend }: Entry): ConsensusReport => {
    const { now, history, bySide, byIndicator } = consensus.of(symbol, interval);
    return {
      symbol,
      interval,
      buy: now?.buy ?? 0,
      sell: now?.sell ?? 0,
      value: now?.value ?? 0,
      history,
      trend: trend.now,
      bySide,
      byIndicator: Object.fromEntries(byIndicator),
    };
  };

  return {
    add(signals) {
      for (const signal of signals) {
        consensus.add(signal);
        touch(entryOf(signal.symbol, signal.interval));
      }
    },
    recall(signals) {
      for (const signal of signals) {
        consensus.recall(signal);
        touch(entryOf(signal.symbol, signal.interval));
      }
    },
    close(symbol, interval, candle) {
      const entry = entryOf(symbol, interval);
      entry.trend.close(candle);
      consensus.close(symbol, interval, candle.openTime);
      touch(entry);
    },
    setRules(rules) {
      consensus.setRules(rules);
      for (const entry of known.values()) touch(entry);
    },
    keep(symbols) {
      consensus.keep(symbols);
      for (const [key, entry] of known) {
        if (symbols.includes(entry.symbol)) continue;
        known.delete(key);
        changed.delete(entry);
      }
    },
    reports: () => [...known.values()].map(reportOf),
    dispose: () => timer?.cancel(),
  };
}
