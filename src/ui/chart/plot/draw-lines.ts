import type { OutputStyle } from '../../../domain/indicators/definition.ts';
import type { Geometry } from './geometry.ts';
import type { PlotTheme } from './plot-theme.ts';
import type { Span } from './ranges.ts';

/** One output of an indicator, as it is drawn. */
export interface PlotLine {
  readonly values: readonly number[];
  readonly style: OutputStyle;
  /** Place in the theme's colours for series. */
  readonly colour: number;
  /** The second and further lines of an indicator differ by more than their colour. */
  readonly isDashed: boolean;
  /** Coloured up or down by the sign of these instead; null where it has one colour. */
  readonly trend: readonly number[] | null;
  /** So many candles ahead of the one that has the value. */
  readonly ahead: number;
}

export interface PlotBand {
  readonly upper: PlotLine;
  readonly lower: PlotLine;
}

interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly geometry: Geometry;
  readonly times: readonly number[];
  readonly theme: PlotTheme;
}

const WIDTH = 1.5;

/** Draws the values of these candles, each joined to the one before where the style has it so. */
export function drawLine(pen: Pen, line: PlotLine, span: Span): void {
  const { ctx, geometry, theme } = pen;
  ctx.lineWidth = WIDTH * geometry.ratio;
  ctx.lineJoin = 'round';
  ctx.setLineDash(line.isDashed ? [4 * geometry.ratio, 3 * geometry.ratio] : []);
  if (line.style === 'columns') drawColumns(pen, line, span);
  else if (line.trend === null) stroke(pen, line, span, null, colourOf(theme, line));
  else {
    stroke(pen, line, span, 1, theme.up);
    stroke(pen, line, span, -1, theme.down);
  }
  ctx.setLineDash([]);
}

/** Fills between two outputs of the same indicator. */
export function drawBand({ ctx, geometry, times, theme }: Pen, band: PlotBand, span: Span): void {
  const { upper, lower } = band;
  const shift = upper.ahead * geometry.slot;
  const path = new Path2D();
  let start = span.from;
  const close = (end: number) => {
    if (end - start > 1) {
      for (let index = start; index < end; index++) lineTo(path, index, upper, index === start);
      for (let index = end - 1; index >= start; index--) lineTo(path, index, lower, false);
      path.closePath();
    }
    start = end + 1;
  };
  const lineTo = (to: Path2D, index: number, { values }: PlotLine, isFirst: boolean) => {
    const x = geometry.x(times[index] ?? 0) + shift;
    const y = geometry.y(values[index] ?? 0);
    if (isFirst) to.moveTo(x, y);
    else to.lineTo(x, y);
  };
  for (let index = span.from; index < span.to; index++) {
    const width = (upper.values[index] ?? Number.NaN) - (lower.values[index] ?? Number.NaN);
    if (Number.isNaN(width)) close(index);
  }
  close(span.to);
  ctx.globalAlpha = 0.08;
  ctx.fillStyle = colourOf(theme, upper);
  ctx.fill(path);
  ctx.globalAlpha = 1;
}

/** A fixed value across the pane. */
export function drawLevel({ ctx, geometry, theme }: Omit<Pen, 'times'>, value: number): void {
  const { left, width, ratio } = geometry;
  const y = Math.round(geometry.y(value)) + 0.5;
  ctx.strokeStyle = theme.level;
  ctx.lineWidth = 1;
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(left + width, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

export function colourOf({ series, text }: PlotTheme, { colour }: PlotLine): string {
  return series[colour % series.length] ?? text;
}

/** `sign`: only where the trend has it. */
function stroke(
  { ctx, geometry, times }: Pen,
  { values, style, trend, ahead }: PlotLine,
  { from, to }: Span,
  sign: number | null,
  colour: string,
): void {
  const { slot, ratio } = geometry;
  const path = new Path2D();
  // Where many values share a pixel, some of them do; always the same ones while the view moves.
  const stride = Math.max(1, Math.floor(1 / slot));
  const radius = Math.max(1, Math.min(1.6 * ratio, slot / 3));
  let isDown = false;
  for (let index = from - (from % stride); index < to; index += stride) {
    const value = values[index] ?? Number.NaN;
    const isMissing = Number.isNaN(value) || (sign !== null && trend?.[index] !== sign);
    const x = geometry.x(times[index] ?? Number.NaN) + ahead * slot;
    const y = geometry.y(value);
    if (isMissing) isDown = false;
    else if (style === 'dots') {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 2 * Math.PI);
    } else if (style === 'steps') {
      path.moveTo(x - slot / 2, Math.round(y) + 0.5);
      path.lineTo(x + slot / 2, Math.round(y) + 0.5);
    } else {
      if (isDown) path.lineTo(x, y);
      else path.moveTo(x, y);
      isDown = true;
    }
  }
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  if (style === 'dots') ctx.fill(path);
  else ctx.stroke(path);
}

/** Above zero and below it: by their place, and by their colour as well. */
function drawColumns({ ctx, geometry, times, theme }: Pen, line: PlotLine, span: Span): void {
  const { body } = geometry;
  const zero = Math.round(geometry.y(0));
  const above = new Path2D();
  const below = new Path2D();
  for (let index = span.from; index < span.to; index++) {
    const value = line.values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const y = Math.round(geometry.y(value));
    const x = Math.round(geometry.x(times[index] ?? 0) + line.ahead * geometry.slot);
    const left = x - Math.floor(body / 2);
    (value < 0 ? below : above).rect(left, Math.min(y, zero), body, Math.abs(y - zero));
  }
  ctx.globalAlpha = 0.6;
  ctx.fillStyle = theme.up;
  ctx.fill(above);
  ctx.fillStyle = theme.down;
  ctx.fill(below);
  ctx.globalAlpha = 1;
}
