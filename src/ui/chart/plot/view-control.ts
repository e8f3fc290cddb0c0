/** Which span of time a plot shows, and what moves it. */
import { intervalMs } from '../../../domain/interval.ts';
import type { PlotSeries } from '../../state/series.ts';
import type { PlotState } from './plot-state.ts';
import { ROOM, clamped, extentOf, followed, isFollowing } from './view.ts';
import { latestView, panned, zoomed } from './view.ts';
import type { Extent, View } from './view.ts';

export interface ViewControl {
  readonly extent: Extent;
  /** The newest candle is in view. */
  readonly isFollowing: boolean;
  /** Another series begins at its newest candles; the same one anew keeps its view. */
  show(series: PlotSeries): void;
  /** The series has changed at its ends; false where the view stays as it is. */
  follow(): boolean;
  /** A share of the width; above zero, into the past. */
  pan(share: number): void;
  /** About a place on the width, counted from 0 to 1; by itself, about the newest candle or the middle. */
  zoom(factor: number, share?: number): void;
  fit(): void;
  goToStart(): void;
  /** Brings a moment into view. */
  reveal(time: number): void;
  /** Candles keep their width, and the newest its place, where the plot grows or shrinks. */
  resize(width: number): void;
}

const PIXELS_PER_BAR = 8;
const FEWEST_BARS = 20;

/** `changed`: another span is to be drawn. */
export function createViewControl(
  state: PlotState,
  isOverview: boolean,
  changed: () => void,
): ViewControl {
  let extent = extentOf(state.series);
  let width = 0;

  const look = (next: View): void => {
    state.view = clamped(next, extent);
    changed();
  };
  const span = (): number => state.view.to - state.view.from;
  const fit = (): void => {
    const all = (extent.last - extent.first) / extent.length + 2 * ROOM;
    look(latestView(extent, isOverview ? all : Math.max(FEWEST_BARS, width / PIXELS_PER_BAR)));
  };
  const follow = (): boolean => {
    const before = extent;
    extent = extentOf(state.series);
    if (extent.last === before.last && extent.first === before.first) return false;
    look(followed(state.view, before, extent));
    return true;
  };

  return {
    get extent() {
      return extent;
    },
    get isFollowing() {
      return isFollowing(state.view, extent);
    },
    show(series) {
      const { symbol, interval, openTime } = state.series;
      const isSame = series.symbol === symbol && series.interval === interval;
      state.series = series;
      state.length = intervalMs(series.interval);
      if (isSame && openTime.length > 0) {
        if (!follow()) changed();
        return;
      }
      extent = extentOf(series);
      state.axisWidth = 0;
      fit();
    },
    follow,
    pan: (share) => look(panned(state.view, -share * span())),
    zoom(factor, share = isFollowing(state.view, extent) ? 1 : 0.5) {
      look(zoomed(state.view, factor, state.view.from + share * span()));
    },
    fit,
    goToStart: () => look({ from: extent.first - ROOM * extent.length, to: extent.first + span() }),
    reveal(time) {
      const { from, to } = state.view;
      if (time < from) look(panned(state.view, time - from));
      else if (time > to) look(panned(state.view, time - to));
    },
    resize(next) {
      const before = width;
      width = next;
      if (isOverview || before === 0) fit();
      else look({ from: state.view.to - (span() * next) / before, to: state.view.to });
    },
  };
}
