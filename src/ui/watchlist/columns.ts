import { text } from '../text/text.ts';
import { trackWidths } from './track-widths.ts';
import type { Track } from './track-widths.ts';

/** In the order in which a screen reader meets them. */
export const COLUMNS = ['symbol', 'last', 'change', 'bid', 'ask', 'volume', 'course'] as const;
export type Column = (typeof COLUMNS)[number];

/** What can be hidden: all but the name of the row. */
export type OptionalColumn = Exclude<Column, 'symbol'>;
export const OPTIONAL_COLUMNS: readonly OptionalColumn[] = [
  'course',
  'last',
  'change',
  'bid',
  'ask',
  'volume',
];

/** Columns that rows can be put in order by. */
export type SortColumn = Exclude<Column, 'course'>;

export function columnLabel(column: Column): string {
  return text().watchlist.columns[column];
}

/** Least width of each, and its share of what is left over, in widths of the font size. */
const LEAST: Readonly<Record<Column, number>> = {
  symbol: 6.6,
  course: 2,
  last: 6.1,
  change: 5.3,
  bid: 5.6,
  ask: 5.6,
  volume: 4.2,
};
/** What stands on the lower line is written smaller. */
const LOWER = 0.85;
const SHARE: Readonly<Record<Column, number>> = {
  symbol: 1.2,
  course: 1.6,
  last: 1,
  change: 0.7,
  bid: 1,
  ask: 1,
  volume: 0.6,
};
const GAP = 0.5;

/** From left to right. */
const ONE_LINE = ['symbol', 'course', 'last', 'change', 'bid', 'ask', 'volume'] as const;
const TOP_LINE = ['symbol', 'course', 'last', 'change'] as const;
/** What stands below each of the top line. */
const BELOW = { symbol: 'volume', course: 'course', last: 'bid', change: 'ask' } as const;

/** Where a column stands in each row, in widths of the font size from the start of the cells. */
export interface Place {
  readonly start: number;
  readonly width: number;
}

export interface ColumnLayout {
  readonly isOneLine: boolean;
  /** A value of the CSS property `grid-template`, for the heads. */
  readonly template: string;
  readonly places: ReadonlyMap<Column, Place>;
  /** Some do not fit and are left out, however much they are wanted. */
  readonly hidden: ReadonlySet<Column>;
}

/** What stands one below the other. */
interface Stack extends Track {
  readonly top: Column;
  readonly below: Column | null;
}

/**
 * Side by side where there is room for all wanted columns, otherwise on two lines; the course gives
 * way first. `width` is what rows have for their cells, in widths of the font size.
 */
export function layOutColumns(wanted: ReadonlySet<Column>, width: number): ColumnLayout {
  const isShown = (column: Column) => column === 'symbol' || wanted.has(column);
  const fits = (stacks: readonly Stack[]) => widthOf(stacks) <= width;
  const oneLine = ONE_LINE.filter(isShown).map((top) => ({
    top,
    below: null,
    least: LEAST[top],
    share: SHARE[top],
  }));
  if (fits(oneLine)) {
    const areas = `"${oneLine.map(({ top }) => top).join(' ')}" 100%`;
    return layOut(oneLine, width, areas, isShown);
  }
  const stacks = TOP_LINE.map((top) => stackOf(top, isShown)).filter(
    ({ top, below }) => isShown(top) || isShown(below),
  );
  const fitting = fits(stacks) ? stacks : stacks.filter(({ top }) => top !== 'course');
  const line = (columns: readonly Column[]) =>
    columns.map((column) => (isShown(column) ? column : '.')).join(' ');
  const areas = `"${line(fitting.map(({ top }) => top))}" 1fr "${line(fitting.map(({ below }) => below))}" 1fr`;
  const shrinking = fits(fitting) ? fitting : fitting.map((stack) => ({ ...stack, least: 0 }));
  return layOut(shrinking, width, areas, isShown);
}

function stackOf(top: (typeof TOP_LINE)[number], isShown: (column: Column) => boolean) {
  const below = BELOW[top];
  const least = Math.max(isShown(top) ? LEAST[top] : 0, isShown(below) ? LEAST[below] * LOWER : 0);
  return { top, below, least, share: SHARE[top] };
}

function layOut(
  stacks: readonly Stack[],
  width: number,
  areas: string,
  isShown: (column: Column) => boolean,
): ColumnLayout {
  const widths = trackWidths(stacks, width - GAP * (stacks.length - 1));
  const places = new Map<Column, Place>();
  let start = 0;
  for (const [index, { top, below }] of stacks.entries()) {
    const place = { start, width: widths[index] ?? 0 };
    if (isShown(top)) places.set(top, place);
    if (below !== null && isShown(below)) places.set(below, place);
    start += place.width + GAP;
  }
  return {
    isOneLine: stacks.every(({ below }) => below === null),
    template: `${areas} / ${widths.map((one) => `${Number(one.toFixed(2))}em`).join(' ')}`,
    places,
    hidden: new Set(COLUMNS.filter((column) => !places.has(column))),
  };
}

function widthOf(stacks: readonly Stack[]): number {
  return stacks.reduce((sum, { least }) => sum + least, 0) + GAP * (stacks.length - 1);
}
