/**
 * The price of the last trade: a line across the pane, the value on the axis, and below it the time that
 * the candle has left.
 */
import { clipped } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { TagPlace } from './label-room.ts';
import type { PlotFormats, PlotState } from './plot-state.ts';

/** CSS pixels: half its height, alone and with the countdown. */
const HALF = 9;
const TALL_HALF = 17;
const LINE_HEIGHT = 15;
const PADDING = 5;
const ROUNDING = 3;
const DASH = 3;

/** Null where the price is not in view. */
export function placePriceTag(geometry: Geometry, state: PlotState): TagPlace | null {
  const { top, height, ratio, y } = geometry;
  const at = y(priceOf(state)) - top;
  const isInside = at >= 0 && at <= height;
  return isInside ? { middle: at / ratio, half: state.countdown === '' ? HALF : TALL_HALF } : null;
}

export function drawPriceTag(
  ctx: CanvasRenderingContext2D,
  geometry: Geometry,
  state: PlotState,
  formats: PlotFormats,
): void {
  const place = placePriceTag(geometry, state);
  if (place === null) return;
  const { left, top, width, ratio } = geometry;
  const { series, countdown, theme } = state;
  const isUp = (series.close.at(-1) ?? 0) >= (series.open.at(-1) ?? 0);
  const colour = isUp ? theme.tagUp : theme.tagDown;
  const middle = Math.round(top + place.middle * ratio);

  ctx.strokeStyle = colour;
  ctx.lineWidth = geometry.line;
  ctx.setLineDash([DASH * ratio, DASH * ratio]);
  clipped(ctx, geometry, () => {
    // Half a line up or down, or it would lie across two rows of pixels.
    const y = middle + (geometry.line % 2) / 2;
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
  });
  ctx.setLineDash([]);

  const fonts = [600, 400].map((weight) => `${weight} ${11 * ratio}px ${theme.fontFamily}`);
  const texts =
    countdown === '' ? [formats.price(priceOf(state))] : [formats.price(priceOf(state)), countdown];
  const widths = texts.map((text, line) => {
    ctx.font = fonts[line] ?? '';
    return ctx.measureText(text).width;
  });
  const start = left + width + ratio;
  const half = place.half * ratio;
  ctx.beginPath();
  ctx.roundRect(
    start,
    middle - half,
    Math.max(...widths) + 2 * PADDING * ratio,
    2 * half,
    ROUNDING * ratio,
  );
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.fillStyle = theme.panel;
  ctx.textBaseline = 'middle';
  for (const [line, text] of texts.entries()) {
    ctx.font = fonts[line] ?? '';
    const y = middle + (line - (texts.length - 1) / 2) * LINE_HEIGHT * ratio;
    ctx.fillText(text, start + PADDING * ratio, y);
  }
}

function priceOf({ lastPrice, series }: PlotState): number {
  return lastPrice ?? series.close.at(-1) ?? Number.NaN;
}
