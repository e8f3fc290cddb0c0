/** From candles to signals: each goes through the rules, and what these say is told. */
import type { Clock } from '../../binance/ports.ts';
import type { Interval } from '../../domain/interval.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import type { DataFact, DataStream } from '../market/data-stream.ts';
import { createConsensusDesk } from './consensus-desk.ts';
import { createJudgedLedger } from './judged-ledger.ts';
import type { JudgedLedger, JudgedTimes } from './judged-ledger.ts';
import { createSignalDesk } from './signal-desk.ts';
import type { ClosedSeries } from './signal-desk.ts';

export interface Judgement {
  /** How far each series was judged. */
  readonly ledger: Pick<JudgedLedger, 'through' | 'keep'>;
  judge(fact: DataFact, dataStream: DataStream): void;
  setRules(rules: readonly Rule[]): void;
  setWatchlist(watchlist: Watchlist): void;
  consensus(): readonly ConsensusReport[];
  dispose(): void;
}

export function createJudgement(parts: {
  readonly clock: Clock;
  readonly rules: readonly Rule[];
  readonly watchlist: Watchlist;
  readonly judged: JudgedTimes;
  readonly seriesOf: (symbol: string) => readonly ClosedSeries[];
  readonly saveJudged: (times: JudgedTimes) => void;
  /** Whether every alert that was raised is stored. */
  readonly isAllStored: () => boolean;
  readonly onConsensus: (reports: readonly ConsensusReport[]) => void;
  /** `exchangeTime`: the exchange's clock at that moment. */
  readonly onSignals: (signals: readonly TradingSignal[], exchangeTime: number) => void;
}): Judgement {
  const { clock, rules, watchlist, seriesOf, onSignals } = parts;
  const consensus = createConsensusDesk({ clock, rules, report: parts.onConsensus });
  const signals = createSignalDesk({ rules, watchlist, seriesOf, onPast: consensus.recall });
  const ledger = createJudgedLedger({
    clock,
    times: parts.judged,
    save: parts.saveJudged,
    isAllStored: parts.isAllStored,
  });

  /** A close that waits for another series is not judged yet; one that it waited for frees it. */
  const noteJudged = (symbol: string, interval: Interval, openTime: number): void => {
    const settled = signals.settled(symbol);
    for (const series of settled) ledger.note({ symbol, ...series }, series.openTime);
    // No rule looks at it.
    if (!settled.some((series) => series.interval === interval)) {
      ledger.note({ symbol, interval }, openTime);
    }
  };

  return {
    ledger,
    judge(fact, dataStream) {
      if (fact.type === 'closed') {
        const { symbol, interval, candle, origin } = fact;
        const found = signals.close(symbol, interval, candle, origin);
        onSignals(found, dataStream.exchangeNow);
        consensus.add(found);
        consensus.close(symbol, interval, candle);
        noteJudged(symbol, interval, candle.openTime);
      }
      if (fact.type === 'forming' && dataStream.series(fact)?.isCurrent) {
        const { symbol, interval, candle } = fact;
        const { exchangeTime } = dataStream;
        const found = signals.preview(symbol, interval, candle, exchangeTime);
        onSignals(found, exchangeTime);
        consensus.add(found);
      }
    },
    setRules(next) {
      signals.setRules(next);
      consensus.setRules(next);
    },
    setWatchlist(next) {
      signals.setWatchlist(next);
      consensus.keep(next.symbols);
    },
    consensus: consensus.reports,
    dispose() {
      consensus.dispose();
      ledger.dispose();
    },
  };
}
