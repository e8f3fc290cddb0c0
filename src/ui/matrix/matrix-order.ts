import type { Interval } from '../../domain/interval.ts';
import type { ConsensusReport, Trend } from '../../protocol/market-state.ts';
import { seriesKey } from '../state/series.ts';

export interface MatrixSort {
  readonly interval: Interval;
  readonly direction: 'ascending' | 'descending';
}

const TREND_RANK: Readonly<Record<Trend, number>> = { up: 1, flat: 0, down: -1 };

/** What a click on a column's head leads to: the most bought first, the most sold first, unsorted. */
export function nextSort(now: MatrixSort | null, interval: Interval): MatrixSort | null {
  if (now?.interval !== interval) return { interval, direction: 'descending' };
  return now.direction === 'descending' ? { interval, direction: 'ascending' } : null;
}

/** By consensus, then by trend; what is equal stays in the user's order. */
export function orderSymbols(
  symbols: readonly string[],
  sort: MatrixSort | null,
  reports: ReadonlyMap<string, ConsensusReport>,
): readonly string[] {
  if (sort === null) return symbols;
  const { interval, direction } = sort;
  const sign = direction === 'ascending' ? 1 : -1;
  const rankOf = (symbol: string): readonly [number, number] => {
    const report = reports.get(seriesKey(symbol, interval));
    return [report?.value ?? 0, report?.trend ? TREND_RANK[report.trend] : 0];
  };
  const ranks = new Map(symbols.map((symbol) => [symbol, rankOf(symbol)]));
  return symbols.toSorted((one, other) => {
    const [value, trend] = ranks.get(one) ?? [0, 0];
    const [otherValue, otherTrend] = ranks.get(other) ?? [0, 0];
    return sign * (value - otherValue || trend - otherTrend);
  });
}
