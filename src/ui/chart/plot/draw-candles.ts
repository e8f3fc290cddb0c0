import type { PlotSeries } from '../../state/series.ts';
import type { Geometry } from './geometry.ts';
import type { PlotTheme } from './plot-theme.ts';
import type { Span } from './ranges.ts';

interface Shapes {
  readonly bodies: Path2D;
  readonly wicks: Path2D;
  readonly volumes: Path2D;
}

/** One candle, or all that share a column of pixels. */
interface Bar {
  readonly x: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Of the pane's height, for the largest volume in view. */
const VOLUME_SHARE = 0.2;
/** Narrower slots, in canvas pixels, are drawn as columns of pixels. */
const NARROWEST_SLOT = 2;

/**
 * Draws candles and volume bars, all of one direction in one path. Rising candles are hollow,
 * falling ones filled: the direction does not depend on telling the colours apart.
 */
export function drawCandles(
  ctx: CanvasRenderingContext2D,
  geometry: Geometry,
  series: PlotSeries,
  span: Span,
  mostVolume: number,
  theme: PlotTheme,
): void {
  const up = createShapes();
  const down = createShapes();
  const isDense = geometry.slot < NARROWEST_SLOT;
  const add = (bar: Bar) => {
    const shapes = bar.close >= bar.open ? up : down;
    if (isDense) addColumn(geometry, bar, shapes);
    else addCandle(geometry, bar, shapes);
    addVolume(geometry, bar, mostVolume, shapes);
  };
  if (isDense) eachColumn(geometry, series, span, add);
  else eachCandle(geometry, series, span, add);
  const isHollow = geometry.body > 3 * geometry.line;
  paint(ctx, down, theme.down, theme.down, geometry.line);
  paint(ctx, up, theme.up, isHollow ? theme.panel : theme.up, geometry.line);
}

function createShapes(): Shapes {
  return { bodies: new Path2D(), wicks: new Path2D(), volumes: new Path2D() };
}

function eachCandle(
  { x }: Geometry,
  series: PlotSeries,
  { from, to }: Span,
  visit: (bar: Bar) => void,
): void {
  for (let index = from; index < to; index++) visit(barAt(series, index, x));
}

/** Candles that would lie upon each other are drawn as one. */
function eachColumn(
  { x }: Geometry,
  series: PlotSeries,
  { from, to }: Span,
  visit: (bar: Bar) => void,
): void {
  let column: Bar | undefined;
  for (let index = from; index < to; index++) {
    const bar = barAt(series, index, x);
    if (column && Math.round(bar.x) === Math.round(column.x)) {
      column = {
        ...column,
        high: Math.max(column.high, bar.high),
        low: Math.min(column.low, bar.low),
        close: bar.close,
        volume: Math.max(column.volume, bar.volume),
      };
    } else {
      if (column) visit(column);
      column = bar;
    }
  }
  if (column) visit(column);
}

function barAt(series: PlotSeries, index: number, x: Geometry['x']): Bar {
  return {
    x: x(series.openTime[index] ?? Number.NaN),
    open: series.open[index] ?? Number.NaN,
    high: series.high[index] ?? Number.NaN,
    low: series.low[index] ?? Number.NaN,
    close: series.close[index] ?? Number.NaN,
    volume: series.volume[index] ?? Number.NaN,
  };
}

function addCandle({ body, line, y }: Geometry, bar: Bar, { bodies, wicks }: Shapes): void {
  const centre = Math.round(bar.x);
  const [open, close] = [Math.round(y(bar.open)), Math.round(y(bar.close))];
  const top = Math.min(open, close);
  const bottom = Math.max(open, close, top + line);
  const [high, low] = [Math.round(y(bar.high)), Math.round(y(bar.low))];
  const wickLeft = centre - Math.floor(line / 2);
  wicks.rect(wickLeft, high, line, top - high);
  wicks.rect(wickLeft, bottom, line, Math.max(0, low - bottom));
  bodies.rect(centre - Math.floor(body / 2), top, body, bottom - top);
}

function addColumn({ line, y }: Geometry, bar: Bar, { wicks }: Shapes): void {
  const top = Math.round(y(bar.high));
  wicks.rect(Math.round(bar.x), top, 1, Math.max(line, Math.round(y(bar.low)) - top));
}

function addVolume(
  { top, height, body }: Geometry,
  { x, volume }: Bar,
  most: number,
  { volumes }: Shapes,
): void {
  const size = Math.round((volume / (most || 1)) * height * VOLUME_SHARE);
  volumes.rect(Math.round(x) - Math.floor(body / 2), top + height - size, body, size);
}

function paint(
  ctx: CanvasRenderingContext2D,
  { bodies, wicks, volumes }: Shapes,
  colour: string,
  fill: string,
  line: number,
): void {
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.22;
  ctx.fill(volumes);
  ctx.globalAlpha = 1;
  ctx.fill(wicks);
  ctx.fillStyle = fill;
  ctx.fill(bodies);
  if (fill === colour) return;
  ctx.save();
  // Inside the body only, so that a hollow candle is no wider than a filled one.
  ctx.clip(bodies);
  ctx.strokeStyle = colour;
  ctx.lineWidth = line * 2;
  ctx.stroke(bodies);
  ctx.restore();
}
