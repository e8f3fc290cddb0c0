import { intervalMs } from '../../../domain/interval.ts';
import type { PlotSeries } from '../../state/series.ts';

/** The span of time on the chart, epoch milliseconds. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** Where the candles are: the first and last open times and the length of one. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

const FEWEST_BARS = 12;
/** Room right of the newest candle, in candles. */
export const ROOM = 4;

export function extentOf({ openTime, interval }: PlotSeries): Extent {
  return { first: openTime[0] ?? 0, last: openTime.at(-1) ?? 0, length: intervalMs(interval) };
}

/** The newest `bars` candles with some room after them. */
export function latestView({ last, length }: Extent, bars: number): View {
  const to = last + ROOM * length;
  return { from: to - bars * length, to };
}

/** Whether the newest candle is in view, so that the view moves on with it. */
export function isFollowing(view: View, { last, length }: Extent): boolean {
  return view.to >= last + length / 2;
}

/** The view moved along by as much as the newest candle has moved. */
export function followed(view: View, before: Extent, now: Extent): View {
  if (!isFollowing(view, before)) return view;
  return panned(view, now.last - before.last);
}

export function panned(view: View, byMs: number): View {
  return { from: view.from + byMs, to: view.to + byMs };
}

/** A factor below 1 shows less time; the moment `at` stays where it is. */
export function zoomed(view: View, factor: number, at: number): View {
  return { from: at - (at - view.from) * factor, to: at + (view.to - at) * factor };
}

/** Keeps a view useful: neither a few pixels nor endless, and never without candles. */
export function clamped(view: View, { first, last, length }: Extent): View {
  const widest = Math.max(last - first + 2 * ROOM * length, FEWEST_BARS * length);
  const width = Math.min(Math.max(view.to - view.from, FEWEST_BARS * length), widest);
  const middle = (view.from + view.to) / 2;
  const from = Math.min(Math.max(middle - width / 2, first - width / 2), last - width / 2);
  return { from, to: from + width };
}
