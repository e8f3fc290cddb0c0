import type { Item } from './items.ts';

/** What the height and the columns of rows depend on; lengths in pixels. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** Fingers need larger rows and buttons. */
  readonly isCoarse: boolean;
}

export interface RowMetrics {
  readonly row: number;
  readonly group: number;
}

const LEAST_TOUCHED = 44;

/** Heights of rows. They follow the font size, so that enlarged text is not clipped. */
export function rowMetrics({ fontSize, isCoarse }: ViewSize, isOneLine: boolean): RowMetrics {
  const least = isCoarse ? LEAST_TOUCHED : 0;
  const height = (lines: number) => Math.max(least, Math.round(lines * fontSize));
  return { row: height(isOneLine ? 2.46 : 3.7), group: height(2.16) };
}

/**
 * What rows keep free at their ends, for the star and for the button of the menu. For fingers these
 * are larger than they look and reach a little over the cells beside them.
 */
export function rowEnds({ isCoarse }: ViewSize): { readonly start: number; readonly end: number } {
  return isCoarse ? { start: 32, end: 26 } : { start: 26, end: 8 };
}

export function* heightsOf(items: readonly Item[], { row, group }: RowMetrics): Generator<number> {
  for (const item of items) yield typeof item === 'string' ? row : group;
}

/** Until it has been measured; a part of the page that is not shown measures 0. */
export const UNMEASURED: ViewSize = { width: 0, height: -1, fontSize: 13, isCoarse: false };

export function isMeasured({ height }: ViewSize): boolean {
  return height >= 0;
}

/** Measures the part that scrolls. */
export function measure(element: HTMLElement): ViewSize {
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    fontSize: Number.parseFloat(getComputedStyle(element).fontSize) || 13,
    isCoarse: matchMedia('(pointer: coarse)').matches,
  };
}
