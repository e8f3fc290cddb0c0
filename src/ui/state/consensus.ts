import { signal } from '@preact/signals';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { seriesKey } from './series.ts';

/** What all active rules together say, by `seriesKey`. */
export const consensusReports = signal<ReadonlyMap<string, ConsensusReport>>(new Map());

export function applyConsensus(reports: readonly ConsensusReport[]): void {
  const next = new Map(consensusReports.value);
  for (const report of reports) next.set(seriesKey(report.symbol, report.interval), report);
  consensusReports.value = next;
}

/** Keeps what is said of symbols that are still watched. */
export function keepConsensusOf(symbols: readonly string[]): void {
  const kept = [...consensusReports.value].filter(([, { symbol }]) => symbols.includes(symbol));
  if (kept.length < consensusReports.value.size) consensusReports.value = new Map(kept);
}
