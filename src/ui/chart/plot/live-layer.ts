/**
 * What changes with every trade, on a canvas of its own over the whole pane; what lies below it changes
 * only with a new candle or view. Nothing of it is an element that would be moved: that makes the browser
 * arrange all layers of the page anew.
 */
import type uPlot from 'uplot';

export interface LiveLayer {
  /** Clears what was there and draws anew, in the pixels of the pane's own canvas. */
  draw(paint: (ctx: CanvasRenderingContext2D) => void): void;
  readonly canvas: HTMLCanvasElement;
}

export function createLiveLayer({ over, ctx: { canvas: base } }: uPlot): LiveLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'plot-live';
  over.before(canvas);
  const ctx = canvas.getContext('2d');
  return {
    canvas,
    draw(paint) {
      if (!ctx) return;
      if (canvas.width !== base.width || canvas.height !== base.height) {
        canvas.width = base.width;
        canvas.height = base.height;
      } else ctx.clearRect(0, 0, canvas.width, canvas.height);
      paint(ctx);
    },
  };
}
