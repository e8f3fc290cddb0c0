import type uPlot from 'uplot';
import type { PlotTheme } from './plot-theme.ts';

/** Columns of the plot's data. */
export const COLUMN = { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5 } as const;

interface Shapes {
  readonly bodies: Path2D;
  readonly wicks: Path2D;
  readonly volumes: Path2D;
}

/**
 * Draws candles and volume bars of the view, all of one direction in one path. Rising candles are
 * hollow, falling ones filled: the direction does not depend on telling the colours apart.
 */
export function drawCandles(plot: uPlot, length: number, theme: PlotTheme): void {
  const { ctx } = plot;
  const ratio = devicePixelRatio || 1;
  const step = Math.abs(plot.valToPos(length, 'x', true) - plot.valToPos(0, 'x', true));
  const width = Math.max(1, Math.floor(Math.min(step * 0.72, 24 * ratio)));
  const line = Math.max(1, Math.round(ratio));
  const up: Shapes = { bodies: new Path2D(), wicks: new Path2D(), volumes: new Path2D() };
  const down: Shapes = { bodies: new Path2D(), wicks: new Path2D(), volumes: new Path2D() };
  const { min = -Infinity, max = Infinity } = plot.scales['x'] ?? {};
  const times = plot.data[COLUMN.time];
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? Number.NaN;
    if (time < (min ?? -Infinity) - length || time > (max ?? Infinity) + length) continue;
    addCandle(plot, index, width, line, up, down);
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
  ctx.clip();
  paint(ctx, down, theme.down, theme.down, line);
  paint(ctx, up, theme.up, width > 3 * line ? theme.panel : theme.up, line);
  ctx.restore();
}

function addCandle(
  plot: uPlot,
  index: number,
  width: number,
  line: number,
  up: Shapes,
  down: Shapes,
): void {
  const value = (column: number) => plot.data[column]?.[index] ?? Number.NaN;
  const y = (column: number) => Math.round(plot.valToPos(value(column), 'y', true));
  const isUp = value(COLUMN.close) >= value(COLUMN.open);
  const { bodies, wicks, volumes } = isUp ? up : down;
  const centre = Math.round(plot.valToPos(value(COLUMN.time), 'x', true));
  const left = centre - Math.floor(width / 2);
  const [open, close] = [y(COLUMN.open), y(COLUMN.close)];
  const top = Math.min(open, close);
  const bottom = Math.max(open, close, top + line);
  const [high, low] = [y(COLUMN.high), y(COLUMN.low)];
  const wickLeft = centre - Math.floor(line / 2);
  wicks.rect(wickLeft, high, line, top - high);
  wicks.rect(wickLeft, bottom, line, Math.max(0, low - bottom));
  bodies.rect(left, top, width, bottom - top);
  const floor = plot.bbox.top + plot.bbox.height;
  const volume = Math.round(plot.valToPos(value(COLUMN.volume), 'volume', true));
  volumes.rect(left, volume, width, floor - volume);
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
  ctx.strokeStyle = colour;
  ctx.lineWidth = line;
  ctx.save();
  // Inside the body only, so that a hollow candle is no wider than a filled one.
  ctx.clip(bodies);
  ctx.lineWidth = line * 2;
  ctx.stroke(bodies);
  ctx.restore();
}
