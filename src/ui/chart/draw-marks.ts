import type uPlot from 'uplot';
import type { Side } from '../../domain/signal.ts';
import { COLUMN } from './draw-candles.ts';
import type { PlotTheme } from './plot-theme.ts';

/** A candle to be marked, by its open time. */
export interface PlotMark {
  readonly openTime: number;
  readonly side: Side;
}

/** Half the width of a mark, CSS pixels. */
const HALF = 5;
/** Between a candle and its mark. */
const GAP = 5;

/** ▲ under the candles that say BUY, ▼ over those that say SELL: told by shape and place as well. */
export function drawMarks(plot: uPlot, marks: readonly PlotMark[], theme: PlotTheme): void {
  if (marks.length === 0) return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const side of ['BUY', 'SELL'] as const) {
    const path = new Path2D();
    for (const mark of marks) if (mark.side === side) addMark(plot, mark, path);
    ctx.fillStyle = side === 'BUY' ? theme.up : theme.down;
    ctx.strokeStyle = theme.panel;
    ctx.lineWidth = devicePixelRatio || 1;
    ctx.fill(path);
    ctx.stroke(path);
  }
  ctx.restore();
}

/** A mark whose candle is not on the plot is left out. */
function addMark(plot: uPlot, { openTime, side }: PlotMark, path: Path2D): void {
  const index = indexOf(plot.data[COLUMN.time], openTime);
  const edge = plot.data[side === 'BUY' ? COLUMN.low : COLUMN.high]?.[index];
  if (edge === undefined || edge === null) return;
  const ratio = devicePixelRatio || 1;
  const down = side === 'BUY' ? 1 : -1;
  const x = Math.round(plot.valToPos(openTime, 'x', true));
  const tip = Math.round(plot.valToPos(edge, 'y', true)) + down * GAP * ratio;
  const foot = tip + down * 1.7 * HALF * ratio;
  path.moveTo(x, tip);
  path.lineTo(x + HALF * ratio, foot);
  path.lineTo(x - HALF * ratio, foot);
  path.closePath();
}

/** Times grow, so halves are enough; −1 where there is no such candle. */
function indexOf(times: ArrayLike<number>, time: number): number {
  let from = 0;
  let to = times.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = times[middle] ?? Number.NaN;
    if (found === time) return middle;
    if (found < time) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
