import type { ColumnLayout } from './columns.ts';
import { rowEnds } from './row-metrics.ts';
import type { ViewSize } from './row-metrics.ts';

/**
 * What the style sheet knows of the columns: the template of the heads, and of each column the place in
 * a row, in pixels, because what stands there may be written smaller.
 */
export function columnStyle(
  { template, places }: ColumnLayout,
  size: ViewSize,
): Readonly<Record<string, string>> {
  const { start: rowStart, end: rowEnd } = rowEnds(size);
  const style: Record<string, string> = {
    '--row-template': template,
    '--row-start': `${rowStart}px`,
    '--row-end': `${rowEnd}px`,
  };
  for (const [column, { start, width }] of places) {
    style[`--${column}-start`] = pixels(rowStart + start * size.fontSize);
    style[`--${column}-width`] = pixels(width * size.fontSize);
  }
  return style;
}

function pixels(length: number): string {
  return `${Number(length.toFixed(2))}px`;
}
