/** The size of the drawing, in its own units. */
export const COURSE_WIDTH = 48;
export const COURSE_HEIGHT = 20;
/** Keeps the line's own width inside the drawing. */
const MARGIN = 1.5;

/** The path of an SVG through closes, from edge to edge; empty where there is nothing to join. */
export function coursePath(closes: readonly number[]): string {
  if (closes.length < 2) return '';
  const low = Math.min(...closes);
  const range = Math.max(...closes) - low;
  const step = (COURSE_WIDTH - 2 * MARGIN) / (closes.length - 1);
  const height = COURSE_HEIGHT - 2 * MARGIN;
  return closes
    .map((close, index) => {
      const x = MARGIN + index * step;
      const share = range > 0 ? (close - low) / range : 0.5;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(MARGIN + (1 - share) * height).toFixed(1)}`;
    })
    .join('');
}
