/**
 * The candle chart itself. Loaded on demand, with uPlot: the first screen does not wait for it.
 *
 * Guarantees: however often it is told of changes, it is drawn at most once a displayed frame.
 */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { intervalMs } from '../../domain/interval.ts';
import { formatAxisTime } from '../format/axis-time.ts';
import type { TimeZone } from '../format/time.ts';
import { onNextFrame } from '../state/frame.ts';
import type { LoadedSeries } from '../state/series.ts';
import { showCrosshairPrice } from './crosshair-price.ts';
import { drawCandles } from './draw-candles.ts';
import { drawLastPrice } from './draw-last-price.ts';
import { drawMarks } from './draw-marks.ts';
import type { PlotMark } from './draw-marks.ts';
import { listenToGestures } from './gestures.ts';
import { readTheme } from './plot-theme.ts';
import { ROOM, clamped, followed, isFollowing, latestView, panned, zoomed } from './view.ts';
import type { Extent, View } from './view.ts';

export interface CandlePlot {
  /** Shows a series; the same arrays again mean that they have grown. */
  show(series: LoadedSeries): void;
  /** Marks these candles, and no others. */
  mark(marks: readonly PlotMark[]): void;
  zoom(factor: number): void;
  /** Back to the newest candles. */
  fit(): void;
  /** Colours or time zone have changed. */
  restyle(): void;
  destroy(): void;
}

export interface CandlePlotOptions {
  readonly formatPrice: (price: number) => string;
  readonly timeZone: () => TimeZone;
  /** Index of the candle under the pointer; null when there is none. */
  readonly onPoint: (index: number | null) => void;
  /** Whether the newest candle is in view. */
  readonly onFollow: (isFollowing: boolean) => void;
  /** Starts with all candles in view instead of the newest. */
  readonly isOverview: boolean;
}

const PIXELS_PER_BAR = 8;

export function createCandlePlot(host: HTMLElement, options: CandlePlotOptions): CandlePlot {
  let theme = readTheme(host);
  let series: LoadedSeries | null = null;
  let extent: Extent = { first: 0, last: 0, length: 60_000 };
  let view: View = { from: 0, to: 1 };
  let marks: readonly PlotMark[] = [];

  const plot = new uPlot(
    plotOptions(
      host,
      options,
      () => theme,
      () => extent.length,
      () => marks,
    ),
    [[], [], [], [], [], []],
    host,
  );

  const draw = () => {
    if (!series) return;
    const { openTime, open, high, low, close, volume } = series;
    plot.setData([openTime, open, high, low, close, volume], false);
    plot.setScale('x', { min: view.from, max: view.to });
    options.onFollow(isFollowing(view, extent));
  };
  const look = (next: View) => {
    view = clamped(next, extent);
    onNextFrame(draw);
  };
  const fit = () => {
    const all = (extent.last - extent.first) / extent.length + 2 * ROOM;
    const fitting = Math.max(20, plot.over.clientWidth / PIXELS_PER_BAR);
    look(latestView(extent, options.isOverview ? all : fitting));
  };

  const resizes = new ResizeObserver(() => {
    plot.setSize({ width: host.clientWidth, height: host.clientHeight });
    if (isFollowing(view, extent)) fit();
  });
  resizes.observe(host);

  const stopGestures = listenToGestures(plot.over, {
    pan: (fraction) => look(panned(view, -fraction * (view.to - view.from))),
    zoom: (factor, fraction) =>
      look(zoomed(view, factor, view.from + fraction * (view.to - view.from))),
  });

  return {
    show(next) {
      const isSame = series === next;
      const before = extent;
      series = next;
      extent = extentOf(next);
      if (isSame) look(followed(view, before, extent));
      else fit();
    },
    mark(next) {
      marks = next;
      onNextFrame(draw);
    },
    zoom: (factor) =>
      look(zoomed(view, factor, isFollowing(view, extent) ? view.to : (view.from + view.to) / 2)),
    fit,
    restyle() {
      theme = readTheme(host);
      plot.redraw(true, true);
    },
    destroy() {
      stopGestures();
      resizes.disconnect();
      plot.destroy();
    },
  };
}

function extentOf({ openTime, interval }: LoadedSeries): Extent {
  const length = intervalMs(interval);
  return { first: openTime[0] ?? 0, last: openTime.at(-1) ?? 0, length };
}

function plotOptions(
  host: HTMLElement,
  { formatPrice, timeZone, onPoint }: CandlePlotOptions,
  theme: () => ReturnType<typeof readTheme>,
  length: () => number,
  marks: () => readonly PlotMark[],
): uPlot.Options {
  const axis = {
    stroke: () => theme().text,
    font: theme().font,
    grid: { stroke: () => theme().grid, width: 1 },
    ticks: { show: false },
  };
  const column = (scale: string): uPlot.Series => ({
    scale,
    paths: () => null,
    points: { show: false },
  });
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    ms: 1,
    padding: [4, 0, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false } },
    tzDate: (time) =>
      timeZone() === 'utc' ? uPlot.tzDate(new Date(time), 'Etc/UTC') : new Date(time),
    scales: {
      x: { time: true, auto: false },
      y: { range: (_plot, low, high) => padded(low, high) },
      volume: { range: (_plot, _low, high) => [0, Math.max(high ?? 0, 1e-12) * 5] },
    },
    axes: [
      {
        ...axis,
        space: 72,
        size: 28,
        values: (_plot, splits, _index, _space, step) =>
          splits.map((time) => formatAxisTime(time, step, timeZone())),
      },
      {
        ...axis,
        scale: 'y',
        side: 1,
        size: (_plot, labels) =>
          18 + 6.6 * Math.max(6, ...(labels ?? []).map((label) => label.length)),
        values: (_plot, splits) => splits.map(formatPrice),
      },
    ],
    series: [{}, column('y'), column('y'), column('y'), column('y'), column('volume')],
    hooks: {
      draw: [
        (plot) => {
          drawCandles(plot, length(), theme());
          drawMarks(plot, marks(), theme());
          drawLastPrice(plot, theme(), formatPrice);
        },
      ],
      setCursor: [
        (plot) => {
          onPoint(plot.cursor.idx ?? null);
          showCrosshairPrice(plot, formatPrice);
        },
      ],
    },
  };
}

/** Room above and below, more below where the volume stands. */
function padded(low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const span = high - low || Math.abs(high) * 0.01 || 1;
  return [low - span * 0.18, high + span * 0.14];
}
