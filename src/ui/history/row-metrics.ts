import type { ViewSize } from '../watchlist/row-metrics.ts';

/** Lengths in pixels. They follow the font size, so that enlarged text is not clipped. */
export interface RowMetrics {
  readonly row: number;
  /** The names of the columns, which stay in view; 0 where they are not shown. */
  readonly head: number;
  readonly isOneLine: boolean;
}

/** Until it has been measured; a part of the page that is not shown measures 0. */
export const UNMEASURED: ViewSize = { width: 0, height: -1, fontSize: 13, isCoarse: false };

const LEAST_TOUCHED = 44;
/** Eight columns fit, in units of the font size. */
const ONE_LINE_WIDTH = 58;

export function rowMetrics({ width, fontSize, isCoarse }: ViewSize): RowMetrics {
  const isOneLine = width / fontSize >= ONE_LINE_WIDTH;
  const row = Math.round((isOneLine ? 2.4 : 4.3) * fontSize);
  const head = isOneLine ? Math.round(2 * fontSize) : 0;
  return { row: Math.max(row, isCoarse ? LEAST_TOUCHED : 0), head, isOneLine };
}
