import type uPlot from 'uplot';
import { COLUMN } from './draw-candles.ts';
import type { PlotTheme } from './plot-theme.ts';

/** The newest close as a dashed line across the plot, with its value on the axis. */
export function drawLastPrice(
  plot: uPlot,
  theme: PlotTheme,
  formatAxisPrice: (price: number) => string,
): void {
  const closes = plot.data[COLUMN.close] ?? [];
  const close = closes[closes.length - 1];
  const open = plot.data[COLUMN.open]?.[closes.length - 1];
  if (close === undefined || close === null) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const y = Math.round(plot.valToPos(close, 'y', true)) + 0.5;
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.save();
  const colour = close >= (open ?? close) ? theme.up : theme.down;
  ctx.strokeStyle = colour;
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = theme.font.replace('11px', `600 ${11 * ratio}px`);
  const label = formatAxisPrice(close);
  const height = 18 * ratio;
  ctx.fillStyle = colour;
  ctx.beginPath();
  const left = bbox.left + bbox.width + ratio;
  ctx.roundRect(left, y - height / 2, ctx.measureText(label).width + 10 * ratio, height, 3 * ratio);
  ctx.fill();
  ctx.fillStyle = theme.panel;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(label, left + 5 * ratio, y);
  ctx.restore();
}
