import type { Bounds } from './ranges.ts';
import type { PlotSeries } from '../../state/series.ts';
import type { TimeZone } from '../../format/time.ts';
import type { PlotGap } from './draw-gaps.ts';
import type { PlotBand, PlotLine } from './draw-lines.ts';
import type { Scaling } from './geometry.ts';
import type { PlotMark } from './marks.ts';
import type { PlotTheme } from './plot-theme.ts';
import type { View } from './view.ts';

/** What one pane shows beside its axes. The first pane is that of the candles. */
export interface PaneContent {
  readonly key: string;
  readonly lines: readonly PlotLine[];
  readonly bands: readonly PlotBand[];
  /** Values marked across the pane. */
  readonly levels: readonly number[];
  /** The values that there can be; null where that is not known. */
  readonly bounds: Bounds | null;
}

/** What all panes of a plot have in common. */
export interface PlotState {
  theme: PlotTheme;
  series: PlotSeries;
  /** From one open time to the next, in milliseconds. */
  length: number;
  view: View;
  /** Of the candles' pane. */
  scaling: Scaling;
  marks: readonly PlotMark[];
  gaps: readonly PlotGap[];
  /** Price of the last trade; null for the newest close. */
  lastPrice: number | null;
  countdown: string;
  /** Width of the values' axis, the same for all panes, in CSS pixels. */
  axisWidth: number;
}

export interface PlotFormats {
  readonly price: (price: number) => string;
  /** A value of an indicator. */
  readonly value: (value: number) => string;
  /** The same on an axis whose labels are so far apart. */
  readonly axisValue: (value: number, step: number) => string;
  readonly time: (time: number) => string;
  readonly axisTime: (time: number, stepMs: number) => string;
  readonly zone: () => TimeZone;
}

/** Before there is anything to show. */
export const NO_SERIES: PlotSeries = {
  symbol: '',
  interval: '1m',
  openTime: [],
  open: [],
  high: [],
  low: [],
  close: [],
  volume: [],
};
