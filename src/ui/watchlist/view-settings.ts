/** How the user looks at the watchlist. Kept between visits where the browser allows it. */
import { computed, effect, signal } from '@preact/signals';
import { keepEveryQuote } from '../state/quotes.ts';
import { isMarketShown } from '../state/watchlist.ts';
import { COLUMNS, OPTIONAL_COLUMNS } from './columns.ts';
import type { Column, OptionalColumn, SortColumn } from './columns.ts';
import { NO_FILTER } from './filtering.ts';
import type { Filter } from './filtering.ts';
import type { Sort } from './sorting.ts';

export interface ViewSettings {
  readonly isMarketShown: boolean;
  /** Null leaves the user's own order. */
  readonly listSort: Sort | null;
  /** Null is the order by name. */
  readonly marketSort: Sort | null;
  readonly isGrouped: boolean;
  readonly columns: readonly OptionalColumn[];
}

const DEFAULT_VIEW: ViewSettings = {
  isMarketShown: false,
  listSort: null,
  marketSort: { column: 'volume', direction: 'descending' },
  isGrouped: false,
  columns: OPTIONAL_COLUMNS,
};

const KEY = 'tocsin:watchlist-view';
const first = parseView(read());

const listSort = signal(first.listSort);
const marketSort = signal(first.marketSort);
export const isGrouped = signal(first.isGrouped);
export const wantedColumns = signal<ReadonlySet<Column>>(new Set(['symbol', ...first.columns]));
/** Quote assets whose groups are closed. Not kept: a symbol should not stay out of sight for good. */
export const collapsedGroups = signal<ReadonlySet<string>>(new Set());
export const filter = signal<Filter>(NO_FILTER);
export const isFilterOpen = signal(false);

/** The order of the rows that are shown. */
export const sort = computed(() => (isMarketShown.value ? marketSort.value : listSort.value));

export function setSort(next: Sort | null): void {
  if (isMarketShown.peek()) marketSort.value = next;
  else listSort.value = next;
}

export function showMarket(isShown: boolean): void {
  isMarketShown.value = isShown;
}

export function toggleColumn(column: OptionalColumn): void {
  const next = new Set(wantedColumns.peek());
  if (!next.delete(column)) next.add(column);
  wantedColumns.value = next;
}

export function toggleGroup(quoteAsset: string): void {
  const next = new Set(collapsedGroups.peek());
  if (!next.delete(quoteAsset)) next.add(quoteAsset);
  collapsedGroups.value = next;
}

/** As on a first visit. */
export function resetView(): void {
  isMarketShown.value = DEFAULT_VIEW.isMarketShown;
  listSort.value = DEFAULT_VIEW.listSort;
  marketSort.value = DEFAULT_VIEW.marketSort;
  isGrouped.value = DEFAULT_VIEW.isGrouped;
  wantedColumns.value = new Set(COLUMNS);
  collapsedGroups.value = new Set();
  filter.value = NO_FILTER;
  isFilterOpen.value = false;
}

/** Reads what an earlier visit left; whatever is not understood is as on a first visit. */
export function parseView(stored: string | null): ViewSettings {
  const data = parseJson(stored);
  if (typeof data !== 'object' || data === null) return DEFAULT_VIEW;
  const view = data as Partial<Record<keyof ViewSettings, unknown>>;
  const columns = Array.isArray(view.columns) ? (view.columns as readonly unknown[]) : null;
  return {
    isMarketShown: view.isMarketShown === true,
    listSort: parseSort(view.listSort, DEFAULT_VIEW.listSort),
    marketSort: parseSort(view.marketSort, DEFAULT_VIEW.marketSort),
    isGrouped: view.isGrouped === true,
    columns: columns
      ? OPTIONAL_COLUMNS.filter((column) => columns.includes(column))
      : DEFAULT_VIEW.columns,
  };
}

function parseSort(value: unknown, otherwise: Sort | null): Sort | null {
  if (value === null) return null;
  if (typeof value !== 'object') return otherwise;
  const { column, direction } = value as { column?: unknown; direction?: unknown };
  const known = COLUMNS.find((name) => name === column);
  if (known === undefined || known === 'course') return otherwise;
  if (direction !== 'ascending' && direction !== 'descending') return otherwise;
  return { column: known satisfies SortColumn, direction };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(view: ViewSettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // Storage is denied: the choice lasts until the page is closed, which is all that is lost.
  }
}

isMarketShown.value = first.isMarketShown;
effect(() => keepEveryQuote(isMarketShown.value));
effect(() =>
  write({
    isMarketShown: isMarketShown.value,
    listSort: listSort.value,
    marketSort: marketSort.value,
    isGrouped: isGrouped.value,
    columns: OPTIONAL_COLUMNS.filter((column) => wantedColumns.value.has(column)),
  }),
);
