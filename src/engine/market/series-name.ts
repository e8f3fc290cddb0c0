import type { Interval } from '../../domain/interval.ts';

export interface SeriesName {
  readonly symbol: string;
  readonly interval: Interval;
}

/** Identity of a series in maps. */
export function seriesKey({ symbol, interval }: SeriesName): string {
  return `${symbol}@${interval}`;
}
