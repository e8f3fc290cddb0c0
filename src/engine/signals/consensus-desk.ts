import type { Interval } from '../../domain/interval.ts';
import { createConsensus } from '../../domain/rules/consensus.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { seriesKey } from '../market/data-stream.ts';
import type { SeriesName } from '../market/data-stream.ts';

/** What all active rules together say about each series, reported as it changes. */
export interface ConsensusDesk {
  add(signals: readonly TradingSignal[]): void;
  close(symbol: string, interval: Interval, openTime: number): void;
  setRules(rules: readonly Rule[]): void;
  /** The others are forgotten. */
  keep(symbols: readonly string[]): void;
}

const SHOWN_HISTORY = 60;
/** Candles of many series close within moments of each other: one report tells of all. */
const GATHERING_MS = 250;

export function createConsensusDesk(parts: {
  readonly clock: Clock;
  readonly rules: readonly Rule[];
  readonly report: (consensus: readonly ConsensusReport[]) => void;
}): ConsensusDesk {
  const { clock, report } = parts;
  const consensus = createConsensus({ rules: parts.rules });
  const known = new Map<string, SeriesName>();
  const changed = new Map<string, SeriesName>();
  let timer: Timer | undefined;

  const touch = (name: SeriesName): void => {
    known.set(seriesKey(name), name);
    changed.set(seriesKey(name), name);
    timer ??= clock.setTimer(tell, GATHERING_MS);
  };

  const tell = (): void => {
    timer = undefined;
    const reports = [...changed.values()].map(reportOf);
    changed.clear();
    if (reports.length > 0) report(reports);
  };

  const reportOf = ({ symbol, interval }: SeriesName): ConsensusReport => {
    const { now, history, bySide, byIndicator } = consensus.of(symbol, interval);
    return {
      symbol,
      interval,
      buy: now?.buy ?? 0,
      sell: now?.sell ?? 0,
      value: now?.value ?? 0,
      history: history.slice(-SHOWN_HISTORY).map(({ value }) => value),
      bySide,
      byIndicator: Object.fromEntries(byIndicator),
    };
  };

  return {
    add(signals) {
      for (const signal of signals) {
        consensus.add(signal);
        touch({ symbol: signal.symbol, interval: signal.interval });
      }
    },
    close(symbol, interval, openTime) {
      consensus.close(symbol, interval, openTime);
      touch({ symbol, interval });
    },
    setRules(rules) {
      consensus.setRules(rules);
      for (const name of known.values()) touch(name);
    },
    keep(symbols) {
      consensus.keep(symbols);
      for (const [key, { symbol }] of known) {
        if (symbols.includes(symbol)) continue;
        known.delete(key);
        changed.delete(key);
      }
    },
  };
}
