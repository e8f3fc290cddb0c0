import { text } from '../text/text.ts';

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

export interface ColumnLayout {
  readonly isOneLine: boolean;
  /** A value of the CSS property `grid-template`. */
  readonly template: string;
  /** Some do not fit and are left out, however much they are wanted. */
  readonly hidden: ReadonlySet<Column>;
}

/**
 * Side by side where there is room for all wanted columns, otherwise on two lines; the course gives
 * way first. `width` is what rows have for their cells, in widths of the font size.
 */
export function layOutColumns(wanted: ReadonlySet<Column>, width: number): ColumnLayout {
  const isShown = (column: Column) => column === 'symbol' || wanted.has(column);
  const oneLine = ONE_LINE.filter(isShown);
  if (widthOf(oneLine.map((column) => LEAST[column])) <= width) {
    const areas = `"${oneLine.join(' ')}" 100%`;
    const tracks = oneLine.map((column) => track(LEAST[column], SHARE[column]));
    return {
      isOneLine: true,
      template: `${areas} / ${tracks.join(' ')}`,
      hidden: hiddenOf(isShown),
    };
  }
  const stacks = TOP_LINE.map((top) => ({ top, below: BELOW[top] })).filter(
    ({ top, below }) => isShown(top) || isShown(below),
  );
  const least = ({ top, below }: (typeof stacks)[number]) =>
    Math.max(isShown(top) ? LEAST[top] : 0, isShown(below) ? LEAST[below] * LOWER : 0);
  const fits = (some: typeof stacks) => widthOf(some.map(least)) <= width;
  const fitting = fits(stacks) ? stacks : stacks.filter(({ top }) => top !== 'course');
  const line = (columns: readonly Column[]) =>
    columns.map((column) => (isShown(column) ? column : '.')).join(' ');
  const areas = `"${line(fitting.map(({ top }) => top))}" 1fr "${line(fitting.map(({ below }) => below))}" 1fr`;
  const tracks = fitting.map((stack) => track(fits(fitting) ? least(stack) : 0, SHARE[stack.top]));
  const isPlaced = (column: Column) =>
    isShown(column) && fitting.some(({ top, below }) => top === column || below === column);
  return {
    isOneLine: false,
    template: `${areas} / ${tracks.join(' ')}`,
    hidden: hiddenOf(isPlaced),
  };
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

function track(least: number, share: number): string {
  return `minmax(${Number(least.toFixed(2))}em, ${share}fr)`;
}

function hiddenOf(isShown: (column: Column) => boolean): ReadonlySet<Column> {
  return new Set(COLUMNS.filter((column) => !isShown(column)));
}
