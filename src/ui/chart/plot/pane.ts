/**
 * One pane: the candles with what is drawn over them, or an indicator on a scale of its own. The
 * newest candle is on a layer above (`live-layer.ts`), all else on uPlot's canvas.
 */
import uPlot from 'uplot';
import { createCrosshair } from './crosshair.ts';
import type { CrosshairAction } from './crosshair.ts';
import { drawCandles } from './draw-candles.ts';
import { drawGaps } from './draw-gaps.ts';
import { drawBand, drawLevel, drawLine } from './draw-lines.ts';
import type { PlotLine } from './draw-lines.ts';
import { clipped, geometryOf, LINEAR } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { createLabelRoom } from './label-room.ts';
import type { TagPlace } from './label-room.ts';
import { createLiveLayer } from './live-layer.ts';
import type { Layer } from './live-layer.ts';
import { drawMarks, placeMarks } from './marks.ts';
import type { PlacedMark } from './marks.ts';
import { paneOptions } from './pane-options.ts';
import type { PaneContent, PlotFormats, PlotState } from './plot-state.ts';
import { createPriceTag } from './price-tag.ts';
import { boundsOf, isWithin, padded, priceBounds, spanBetween } from './ranges.ts';
import type { Bounds, Span } from './ranges.ts';

export interface Pane {
  readonly plot: uPlot;
  content: PaneContent;
  /** What the values in view need; in the pane's own scaling. */
  range(): Bounds;
  /** Draws everything but the newest candle, on this range. */
  drawBase(range: Bounds): void;
  /** Whether the newest candle has room on the range that is drawn. */
  isRoomy(): boolean;
  drawLive(): void;
  resize(): void;
  readonly layer: Layer | null;
  destroy(): void;
}

export interface PaneParts {
  readonly host: HTMLElement;
  readonly content: PaneContent;
  readonly state: PlotState;
  readonly formats: PlotFormats;
  readonly isPrice: boolean;
  readonly group: string;
  readonly isLast: () => boolean;
  readonly action: CrosshairAction | null;
  readonly pointed: (index: number | null) => void;
  readonly placed: (marks: readonly PlacedMark[], geometry: Geometry, plot: uPlot) => void;
}

/** Of the height: more below the candles, where the volume stands. */
const BELOW = 0.18;
const ABOVE = 0.14;
/** So near to the edge, as a share of the height, a new value makes the pane look for more room. */
const EDGE = 0.02;
/** How far the newest volume may grow beyond the largest before the others are drawn smaller. */
const MOST_GROWTH = 1.5;

export function createPane(parts: PaneParts): Pane {
  const { host, state, formats, isPrice, pointed } = parts;
  const scaling = () => (isPrice ? state.scaling : LINEAR);
  const format = isPrice ? formats.price : formats.value;
  let { content } = parts;
  let mostVolume = 0;

  /** At least as much room as the page says that its legend takes, in pixels: `--plot-inset`. */
  const above = (): number => {
    const inset = Number.parseFloat(getComputedStyle(host).getPropertyValue('--plot-inset')) || 0;
    const share = inset / (plot.height || 1);
    return Math.max(ABOVE, Math.min(0.5, (share * (1 + BELOW)) / (1 - share)));
  };

  const lastIndex = () => state.series.openTime.length - 1;

  /** The candles in view and one on either side; `ahead` of where they are drawn. */
  const spanOf = (ahead = 0): Span => {
    const { openTime } = state.series;
    const shift = ahead * state.length;
    const { from, to } = spanBetween(openTime, state.view.from - shift, state.view.to - shift);
    return { from: Math.max(0, from - 1), to: Math.min(openTime.length, to + 1) };
  };

  const labels = createLabelRoom();

  const tagPlace = (geometry: Geometry): TagPlace | null => tag && tag.place(geometry, state);

  const penOn = (ctx: CanvasRenderingContext2D, geometry: Geometry) => ({
    ctx,
    geometry,
    times: state.series.openTime,
    theme: state.theme,
  });

  const draw = ({ ctx }: uPlot): void => {
    const geometry = geometryOf(plot, state.length, scaling());
    const pen = penOn(ctx, geometry);
    const { from, to } = spanOf();
    const closed = { from, to: Math.min(to, lastIndex()) };
    let marks: readonly PlacedMark[] = [];
    clipped(ctx, geometry, () => {
      drawGaps(ctx, geometry, state.gaps, state.theme);
      for (const level of content.levels) drawLevel(pen, level);
      for (const band of content.bands) drawBand(pen, band, spanOf(band.upper.ahead));
      if (isPrice) drawCandles(ctx, geometry, state.series, closed, mostVolume, state.theme);
      for (const line of content.lines) {
        drawLine(pen, line, isLive(line) ? closed : spanOf(line.ahead));
      }
      if (isPrice) {
        marks = placeMarks(state.marks, state.series, geometry, state.view);
        drawMarks(ctx, geometry, marks, state.theme);
      }
    });
    if (isPrice) parts.placed(marks, geometry, plot);
  };

  const plot: uPlot = new uPlot(
    paneOptions(host, state, formats, {
      group: parts.group,
      scaling,
      format: isPrice ? formats.price : formats.axisValue,
      clear: (own, heights) =>
        labels.clear(heights, tagPlace(geometryOf(own, state.length, scaling()))),
      levels: () => (isPrice ? [] : content.levels),
      isLast: parts.isLast,
      draw,
      pointed({ cursor }) {
        crosshair.update();
        pointed(cursor.idx ?? null);
      },
    }),
    [[], []],
    host,
  );
  const crosshair = createCrosshair(plot, {
    scaling,
    format,
    action: isPrice ? parts.action : null,
    time() {
      const time = state.series.openTime[plot.cursor.idx ?? -1];
      return time === undefined || !parts.isLast() ? '' : formats.time(time);
    },
  });
  const live = createLiveLayer(plot.over);
  const tag = isPrice ? createPriceTag(plot.root, formats) : null;

  const isInView = (): boolean => {
    const time = state.series.openTime.at(-1) ?? 0;
    return time + state.length > state.view.from && time - state.length < state.view.to;
  };

  const isRoomy = (): boolean => {
    const { min, max } = plot.scales['y'] ?? {};
    if (min === undefined || max === undefined) return false;
    if (!isInView()) return true;
    const room = padded({ low: min, high: max }, -EDGE, -EDGE);
    const { forward } = scaling();
    const index = lastIndex();
    const { high, low, volume } = state.series;
    const values = isPrice ? [high[index] ?? 0, low[index] ?? 0] : newestValues(content, index);
    if (isPrice && (volume[index] ?? 0) > mostVolume * MOST_GROWTH) return false;
    return values.every((value) => isWithin(forward(value), room));
  };

  return {
    plot,
    get content() {
      return content;
    },
    set content(next) {
      content = next;
    },
    range() {
      const span = spanOf();
      if (!isPrice) return paneRange(content, span);
      mostVolume = boundsOf([state.series.volume], span)?.high ?? 0;
      const over = content.lines.map(({ values }) => values);
      const { low, high } = priceBounds(state.series, over, span) ?? { low: 0, high: 1 };
      const { forward } = state.scaling;
      return padded({ low: forward(low), high: forward(high) }, BELOW, above());
    },
    drawBase({ low, high }) {
      plot.batch(() => {
        plot.setData([state.series.openTime, state.series.close], false);
        plot.setScale('x', { min: state.view.from, max: state.view.to });
        plot.setScale('y', { min: low, max: high });
        // Labels may change where no scale does: another zone, another width of the axis.
        plot.redraw(false, true);
      });
    },
    isRoomy,
    drawLive() {
      const geometry = geometryOf(plot, state.length, scaling());
      tag?.update(geometry, state);
      if (labels.isStale(tagPlace(geometry))) plot.batch(() => plot.redraw(false, true));
      if (!isInView()) return live.hide();
      const index = lastIndex();
      const time = (at: number) => state.series.openTime[at] ?? Number.NaN;
      const reach = Math.max(geometry.body, 4 * geometry.ratio);
      const from = geometry.x(index > 0 ? time(index - 1) : time(index)) - reach;
      const newest = { from: index, to: index + 1 };
      live.draw(geometry, from, geometry.x(time(index)) + reach, (ctx, placed) => {
        const pen = penOn(ctx, placed);
        if (isPrice) drawCandles(ctx, placed, state.series, newest, mostVolume, state.theme);
        for (const line of content.lines.filter(isLive)) {
          const isJoined = line.style === 'line';
          drawLine(pen, line, isJoined ? { from: Math.max(0, index - 1), to: index + 1 } : newest);
        }
      });
    },
    resize: () => plot.setSize({ width: host.clientWidth, height: host.clientHeight }),
    get layer() {
      return live.picture;
    },
    destroy: () => plot.destroy(),
  };
}

/** What stands elsewhere than at the newest candle is drawn with the rest. */
function isLive({ ahead }: PlotLine): boolean {
  return ahead === 0;
}

function newestValues({ lines, bounds }: PaneContent, index: number): readonly number[] {
  return bounds ? [] : lines.map(({ values }) => values[index] ?? Number.NaN);
}

function paneRange({ lines, bounds }: PaneContent, span: Span): Bounds {
  if (bounds) return padded(bounds, 0.04, 0.04);
  const found = boundsOf(
    lines.map(({ values }) => values),
    span,
  ) ?? { low: 0, high: 1 };
  const hasColumns = lines.some(({ style }) => style === 'columns');
  const { low, high } = found;
  return padded(hasColumns ? { low: Math.min(low, 0), high: Math.max(high, 0) } : found, 0.1, 0.1);
}
