/** What there is to say about the loading of history. */
import type { ConnectionReport } from '../../protocol/health.ts';
import type { BackfillReport, SeriesReport, SeriesState } from '../../protocol/market-state.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import { seriesKey } from '../state/series.ts';

/**
 * - `none`: everything is there, or it is the connection that is missing, which is told elsewhere
 * - `loading`: some series are not ready, and being fetched
 * - `stopped`: some are not ready, and by the user's wish are not fetched
 */
export type Phase = 'none' | 'loading' | 'stopped';

export function phaseOf(report: BackfillReport | null, link: ConnectionReport | null): Phase {
  if (!report || report.ready >= report.series) return 'none';
  if (report.isStopped) return 'stopped';
  const isReachable =
    link?.outage === null && (link.state === 'CONNECTED' || link.state === 'CONNECTING');
  return isReachable ? 'loading' : 'none';
}

const USABLE: ReadonlySet<SeriesState> = new Set(['live', 'hole', 'halted']);

/** Consecutive and current, or as good as the exchange has it: rules judge it. */
export function isUsable(report: SeriesReport | undefined): boolean {
  return report !== undefined && USABLE.has(report.state);
}

/** The symbols of which every watched interval is ready, in the user's order. */
export function usableSymbols(
  { symbols, intervals }: Watchlist,
  reports: ReadonlyMap<string, SeriesReport>,
): readonly string[] {
  return symbols.filter((symbol) =>
    intervals.every((interval) => isUsable(reports.get(seriesKey(symbol, interval)))),
  );
}
