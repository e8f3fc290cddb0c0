import type { Geometry } from './geometry.ts';
import type { PlotTheme } from './plot-theme.ts';

/** Candles that are not there: open times in epoch milliseconds, both included. */
export interface PlotGap {
  readonly from: number;
  readonly to: number;
}

/** Between the strokes of the hatching, CSS pixels. */
const STRIDE = 6;

/** Hatches where candles are missing, so that an empty stretch is not taken for a quiet market. */
export function drawGaps(
  ctx: CanvasRenderingContext2D,
  { left, top, width, height, slot, ratio, x }: Geometry,
  gaps: readonly PlotGap[],
  theme: PlotTheme,
): void {
  for (const { from, to } of gaps) {
    const start = Math.max(left, x(from) - slot / 2);
    const end = Math.min(left + width, x(to) + slot / 2);
    if (end <= start) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(start, top, end - start, height);
    ctx.clip();
    ctx.beginPath();
    for (let at = start - height; at < end; at += STRIDE * ratio) {
      ctx.moveTo(at, top + height);
      ctx.lineTo(at + height, top);
    }
    ctx.strokeStyle = theme.grid;
    ctx.lineWidth = ratio;
    ctx.stroke();
    ctx.restore();
  }
}
