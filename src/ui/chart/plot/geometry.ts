import type uPlot from 'uplot';

/** How values become heights: as they are, or by their ratios. */
export interface Scaling {
  readonly forward: (value: number) => number;
  readonly backward: (value: number) => number;
}

export const LINEAR: Scaling = { forward: (value) => value, backward: (value) => value };

/** Values at and below zero have no place: as near to it as can be told. */
export const RATIO: Scaling = {
  forward: (value) => Math.log(Math.max(value, 1e-12)),
  backward: Math.exp,
};

/** Where times and values of a pane are, in the canvas's own pixels. */
export interface Geometry {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels to a CSS pixel. */
  readonly ratio: number;
  /** From one candle to the next. */
  readonly slot: number;
  /** How wide a candle's body is drawn. */
  readonly body: number;
  /** The thinnest line that is crisp. */
  readonly line: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
}

/** Of the body in its slot; beyond this it grows no wider. */
const BODY_SHARE = 0.72;
const WIDEST_BODY = 24;

/** `length`: from one open time to the next, in milliseconds. */
export function geometryOf(plot: uPlot, length: number, scaling: Scaling): Geometry {
  const { left, top, width, height } = plot.bbox;
  const { min: from, max: to } = plot.scales['x'] ?? {};
  const { min: low, max: high } = plot.scales['y'] ?? {};
  const ratio = devicePixelRatio || 1;
  const perMs = width / ((to ?? 1) - (from ?? 0) || 1);
  const perUnit = height / ((high ?? 1) - (low ?? 0) || 1);
  const slot = perMs * length;
  const bottom = top + height;
  return {
    left,
    top,
    width,
    height,
    ratio,
    slot,
    body: Math.max(1, Math.floor(Math.min(slot * BODY_SHARE, WIDEST_BODY * ratio))),
    line: Math.max(1, Math.round(ratio)),
    x: (time) => left + (time - (from ?? 0)) * perMs,
    y: (value) => bottom - (scaling.forward(value) - (low ?? 0)) * perUnit,
  };
}

/** The same place on a canvas whose upper left corner is elsewhere. */
export function shifted(geometry: Geometry, left: number, top: number): Geometry {
  const { x, y } = geometry;
  return {
    ...geometry,
    left: geometry.left - left,
    top: geometry.top - top,
    x: (time) => x(time) - left,
    y: (value) => y(value) - top,
  };
}

/** Draws nothing outside of the pane. */
export function clipped(
  ctx: CanvasRenderingContext2D,
  { left, top, width, height }: Geometry,
  draw: () => void,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}
