import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { metricLabel, placeOf } from './metric-words.ts';

export const TABLE_COLUMNS = [
  'indicator',
  'value',
  'change',
  'min',
  'mean',
  'max',
  'place',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

export interface TableSort {
  readonly column: TableColumn;
  readonly direction: 'ascending' | 'descending';
}

/** Names begin at their first letter, numbers at the greatest; the third click leaves them unsorted. */
export function nextTableSort(now: TableSort | null, column: TableColumn): TableSort | null {
  const first = column === 'indicator' ? 'ascending' : 'descending';
  if (now?.column !== column) return { column, direction: first };
  if (now.direction !== first) return null;
  return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
}

export function sortMetrics(
  metrics: readonly IndicatorMetrics[],
  sort: TableSort | null,
): readonly IndicatorMetrics[] {
  if (sort === null) return metrics;
  const { column, direction } = sort;
  const sign = direction === 'ascending' ? 1 : -1;
  if (column === 'indicator') {
    return metrics.toSorted(
      (one, other) => sign * metricLabel(one).localeCompare(metricLabel(other)),
    );
  }
  const read = column === 'place' ? placeOf : (metric: IndicatorMetrics) => metric[column];
  return metrics.toSorted((one, other) => sign * (read(one) - read(other)));
}
