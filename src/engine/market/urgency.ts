/** What goes first when the exchange's weight limit makes requests wait. */
import type { SeriesName } from './series-name.ts';
import { seriesKey } from './series-name.ts';
import { seriesUnderRules } from './wanted-streams.ts';
import type { Wants } from './wanted-streams.ts';

/** Lower goes first. */
export const REQUEST_PRIORITY = {
  /** Somebody waits for it, or it is small and settles a doubt. */
  asked: 0,
  /** A series on which an enabled rule is judged. */
  underRules: 1,
  onChart: 2,
  watched: 3,
} as const;

/** The priority of each series' history. */
export function seriesUrgency(wants: Wants): (name: SeriesName) => number {
  const underRules = new Set(seriesUnderRules(wants).map(seriesKey));
  const onCharts = new Set(wants.onCharts.map(seriesKey));
  return (name) => {
    const key = seriesKey(name);
    if (underRules.has(key)) return REQUEST_PRIORITY.underRules;
    return onCharts.has(key) ? REQUEST_PRIORITY.onChart : REQUEST_PRIORITY.watched;
  };
}
