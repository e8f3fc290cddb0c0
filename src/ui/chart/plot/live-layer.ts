/**
 * The newest candle, with the last piece of each line, on a canvas of its own: as narrow as they are,
 * over the plot. It changes with every trade; what lies below it only with a new candle or view.
 */
import type { Geometry } from './geometry.ts';
import { shifted } from './geometry.ts';

export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
}

export interface LiveLayer {
  /** Clears what was there and draws anew, between these two places of the pane's canvas. */
  draw(
    geometry: Geometry,
    from: number,
    to: number,
    paint: (ctx: CanvasRenderingContext2D, geometry: Geometry) => void,
  ): void;
  hide(): void;
  /** The layer, and where it lies on the pane's canvas; null while there is nothing on it. */
  readonly picture: Layer | null;
}

export function createLiveLayer(area: HTMLElement): LiveLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'plot-live';
  canvas.hidden = true;
  area.append(canvas);
  const ctx = canvas.getContext('2d');
  let place = { left: 0, top: 0 };

  return {
    draw(geometry, from, to, paint) {
      if (!ctx) return;
      const { ratio, height, left, top, width } = geometry;
      const first = Math.max(left, Math.floor(from));
      const last = Math.min(left + width, Math.ceil(to));
      canvas.hidden = last <= first;
      if (canvas.hidden) return;
      const wide = Math.ceil(last - first);
      const high = Math.ceil(height);
      if (canvas.width !== wide || canvas.height !== high) {
        canvas.width = wide;
        canvas.height = high;
        canvas.style.width = `${wide / ratio}px`;
        canvas.style.height = `${high / ratio}px`;
      } else ctx.clearRect(0, 0, wide, high);
      place = { left: first, top };
      const moved = `translateX(${(first - left) / ratio}px)`;
      if (canvas.style.transform !== moved) canvas.style.transform = moved;
      paint(ctx, shifted(geometry, first, top));
    },
    hide() {
      canvas.hidden = true;
    },
    get picture() {
      return canvas.hidden ? null : { canvas, ...place };
    },
  };
}
