import type uPlot from 'uplot';
import { LINEAR } from './geometry.ts';
import type { Scaling } from './geometry.ts';
import type { PlotFormats, PlotState } from './plot-state.ts';
import { timeTicks } from './time-ticks.ts';
import { ratioTicks, valueTicks } from './value-ticks.ts';

/** Room for one label, CSS pixels. */
const TIME_SPACE = 84;
const VALUE_SPACE = 34;
const TIME_AXIS = 26;
/** So near to the edge of a pane a label would be cut. */
const EDGE = 7;
/** So near to its beginning a time would be. */
const TIME_EDGE = 20;

/** A pane as uPlot draws it: axes, grid and crosshair. What is between them draws `draw`. */
export function paneOptions(
  host: HTMLElement,
  state: PlotState,
  formats: PlotFormats,
  pane: {
    readonly group: string;
    readonly scaling: () => Scaling;
    /** `step`: from one label to the next. */
    readonly format: (value: number, step: number) => string;
    /** Values that are marked in any case; none where round ones are to be found. */
    readonly levels: () => readonly number[];
    /** Which labels at these heights, in CSS pixels, have room beside the price tag. */
    readonly clear: (plot: uPlot, heights: readonly number[]) => readonly boolean[];
    /** Whether it has the axis of times. */
    readonly isLast: () => boolean;
    readonly draw: (plot: uPlot) => void;
    readonly pointed: (plot: uPlot) => void;
  },
): uPlot.Options {
  const axis = {
    stroke: () => state.theme.text,
    font: state.theme.font,
    grid: { stroke: () => state.theme.grid, width: 1 },
    ticks: { show: false },
  };
  let stepMs = 0;
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    ms: 1,
    padding: [4, 0, 0, 0],
    legend: { show: false },
    cursor: {
      drag: { x: false, y: false, setScale: false },
      points: { show: false },
      // Pressed twice, the chart goes back to now, not to all that there is.
      bind: { dblclick: () => null },
      sync: { key: pane.group, setSeries: false, scales: ['x', null] },
      move: snapped,
    },
    scales: { x: { time: false, auto: false }, y: { auto: false } },
    axes: [
      {
        ...axis,
        size: () => (pane.isLast() ? TIME_AXIS : 0),
        splits(plot, _axis, from, to) {
          const ticks = timeTicks(from, to, plot.over.clientWidth / TIME_SPACE, formats.zone());
          ({ stepMs } = ticks);
          return [...ticks.times];
        },
        values: (plot, times) =>
          times.map((time) => {
            const isWhole = plot.valToPos(time, 'x') >= TIME_EDGE;
            return pane.isLast() && isWhole ? formats.axisTime(time, stepMs) : '';
          }),
      },
      {
        ...axis,
        scale: 'y',
        side: 1,
        size: () => state.axisWidth,
        splits(plot, _axis, low, high) {
          const { clientHeight } = plot.over;
          const edge = ((high - low) * EDGE) / (clientHeight || 1);
          return ticksBetween(low, high, clientHeight, pane).filter(
            (height) => height > low + edge && height < high - edge,
          );
        },
        values(plot, heights) {
          const values = heights.map(pane.scaling().backward);
          const step = Math.abs((values[1] ?? 0) - (values[0] ?? 0));
          const places = heights.map((height) => plot.valToPos(height, 'y'));
          const clear = pane.clear(plot, places);
          return values.map((value, index) => (clear[index] ? pane.format(value, step) : ''));
        },
      },
    ],
    series: [{}, { scale: 'y', paths: () => null, points: { show: false } }],
    hooks: { draw: [pane.draw], setCursor: [pane.pointed] },
  };
}

/** In the pane's own scaling, as its bounds are. */
function ticksBetween(
  low: number,
  high: number,
  pixels: number,
  { scaling, levels }: { scaling: () => Scaling; levels: () => readonly number[] },
): number[] {
  const { forward, backward } = scaling();
  if (levels().length > 1) return levels().map(forward);
  const ticks = forward === LINEAR.forward ? valueTicks : ratioTicks;
  return ticks(backward(low), backward(high), Math.max(3, pixels / VALUE_SPACE)).map(forward);
}

/** The crosshair stands on candles. */
function snapped(plot: uPlot, left: number, top: number): [left: number, top: number] {
  if (left < 0) return [left, top];
  const time = plot.data[0][plot.posToIdx(left)];
  return [time === undefined ? left : plot.valToPos(time, 'x'), top];
}
