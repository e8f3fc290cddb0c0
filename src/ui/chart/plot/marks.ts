/** Where the marks of a chart stand: told by shape and place, not by colour alone. */
import type { Side } from '../../../domain/signal.ts';
import type { PlotSeries } from '../../state/series.ts';
import type { Geometry } from './geometry.ts';
import type { PlotTheme } from './plot-theme.ts';
import { spanBetween } from './ranges.ts';
import type { View } from './view.ts';

/** A candle to be marked, by its open time. */
export interface PlotMark {
  readonly openTime: number;
  readonly side: Side;
  /** The alert that was raised on it; none for a mark that opens nothing. */
  readonly alertId?: string;
}

/** One mark, or several of a side that would lie upon each other: the newest one's place. */
export interface PlacedMark {
  readonly side: Side;
  /** The tip, in canvas pixels. */
  readonly x: number;
  readonly y: number;
  /** Oldest first. */
  readonly marks: readonly PlotMark[];
}

/** All in CSS pixels: half the width of a mark, its distance from the candle, from another mark. */
const HALF = 5;
const GAP = 5;
const NEAREST = 14;

/** ▲ under the candles that say BUY, ▼ over those that say SELL. */
export function placeMarks(
  marks: readonly PlotMark[],
  series: PlotSeries,
  geometry: Geometry,
  view: View,
): readonly PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const side of ['BUY', 'SELL'] as const) {
    /** Where the group begins that the next mark may be part of. */
    let start = -Infinity;
    const own = marks.filter((mark) => mark.side === side && isInView(mark, view));
    for (const mark of own.toSorted((a, b) => a.openTime - b.openTime)) {
      const tip = tipOf(mark, series, geometry);
      if (!tip) continue;
      const last = placed.at(-1);
      if (last && tip.x - start < NEAREST * geometry.ratio) {
        placed[placed.length - 1] = { ...tip, side, marks: [...last.marks, mark] };
      } else {
        start = tip.x;
        placed.push({ ...tip, side, marks: [mark] });
      }
    }
  }
  return placed;
}

function isInView({ openTime }: PlotMark, { from, to }: View): boolean {
  return openTime >= from && openTime <= to;
}

/** Undefined for a candle that is not there. */
function tipOf(
  { openTime, side }: PlotMark,
  series: PlotSeries,
  { x, y, ratio }: Geometry,
): { readonly x: number; readonly y: number } | undefined {
  const { from, to } = spanBetween(series.openTime, openTime, openTime);
  const edge = from < to ? (side === 'BUY' ? series.low : series.high)[from] : undefined;
  if (edge === undefined) return undefined;
  const gap = (side === 'BUY' ? GAP : -GAP) * ratio;
  return { x: Math.round(x(openTime)), y: Math.round(y(edge)) + gap };
}

export function drawMarks(
  ctx: CanvasRenderingContext2D,
  { ratio }: Geometry,
  placed: readonly PlacedMark[],
  theme: PlotTheme,
): void {
  ctx.lineWidth = ratio;
  ctx.strokeStyle = theme.panel;
  ctx.font = `600 ${10 * ratio}px ${theme.fontFamily}`;
  ctx.textAlign = 'center';
  for (const { side, x, y, marks } of placed) {
    const down = (side === 'BUY' ? 1 : -1) * ratio;
    const foot = y + down * 1.7 * HALF;
    const path = new Path2D();
    path.moveTo(x, y);
    path.lineTo(x + HALF * ratio, foot);
    path.lineTo(x - HALF * ratio, foot);
    path.closePath();
    ctx.fillStyle = side === 'BUY' ? theme.up : theme.down;
    ctx.fill(path);
    ctx.stroke(path);
    if (marks.length === 1) continue;
    ctx.textBaseline = side === 'BUY' ? 'top' : 'bottom';
    ctx.fillText(String(marks.length), x, foot + 2 * down);
  }
}
