/**
 * Which rows of the history exist. Guarantees: the newest `FIRST_ROWS` come first, more as one scrolls;
 * older alerts are asked for before the end is reached; what is looked at stays where it is while new
 * alerts come in above it.
 */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { placeOf } from '../state/alert-list.ts';
import { engineState } from '../state/engine.ts';
import { offsetsOf, rowsInView, rowsWorthHaving, scrollTopFor } from '../watchlist/windowing.ts';
import type { Offsets, RowRange } from '../watchlist/windowing.ts';
import { measure } from '../watchlist/row-metrics.ts';
import { alertFilter } from './filters.ts';
import { listEnd, listed, loadOlder } from './listed.ts';
import { UNMEASURED, rowMetrics } from './row-metrics.ts';
import type { RowMetrics } from './row-metrics.ts';

const FIRST_ROWS = 20;
/** So many rows are at hand below those in view: the more, the farther one has gone. */
const LEAST_AHEAD = 60;
const MOST_AHEAD = 400;

export interface HistoryWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly metrics: ReadonlySignal<RowMetrics>;
  readonly offsets: ReadonlySignal<Offsets>;
  readonly existing: ReadonlySignal<RowRange>;
  readonly viewHeight: ReadonlySignal<number>;
  readonly rowsInPage: ReadonlySignal<number>;
  /** Whether there is room for every row that is loaded: what comes after the last may be shown. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** The height of the open row's details, as soon as it is known. */
  setDetailsHeight(height: number): void;
  onScroll(): void;
  /** Brings a row into view, with its details if they are open, as soon as it is there. */
  scrollTo(place: number): void;
}

export function useHistoryWindow(openPlace: ReadonlySignal<number>): HistoryWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTop = useSignal(0);
  const size = useSignal(UNMEASURED);
  const detailsHeight = useSignal(0);
  const wanted = useSignal(FIRST_ROWS);
  const metrics = useComputed(() => rowMetrics(size.value));
  const count = useComputed(() => Math.min(wanted.value, listed.value.length));
  const offsets = useComputed(() => {
    const { row } = metrics.value;
    const open = openPlace.value;
    return offsetsOf(heights(count.value, row, open, detailsHeight.value), count.value);
  });
  const viewHeight = useComputed(() => size.value.height - metrics.value.head);
  const inView = useComputed(() => rowsInView(offsets.value, scrollTop.value, viewHeight.value));
  const lastExisting = useRef<RowRange>({ from: 0, to: 0 });
  const existing = useComputed(() => {
    const next = rowsWorthHaving(offsets.value, inView.value);
    const { from, to } = lastExisting.current;
    if (next.from !== from || next.to !== to) lastExisting.current = next;
    return lastExisting.current;
  });

  // Before the first frame, so that nothing moves after it.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    size.value = measure(element);
    const observer = new ResizeObserver(() => (size.value = measure(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  useSignalEffect(() => {
    // A high part of the page has room for more than the first rows.
    const { row } = metrics.value;
    const least = Math.ceil(viewHeight.value / row) + 1;
    if (wanted.value < least) wanted.value = least;
    const isShort = engineState.value === 'running' && listed.value.length < wanted.value;
    if (isShort && listEnd.value === 'some') void loadOlder();
  });

  const filter = useRef(alertFilter.peek());
  useSignalEffect(() => {
    if (filter.current === alertFilter.value) return;
    filter.current = alertFilter.value;
    wanted.value = FIRST_ROWS;
    scrollTop.value = 0;
    if (scroller.current) scroller.current.scrollTop = 0;
  });

  const anchor = useRef<{ readonly alert: Alert; readonly top: number } | null>(null);
  const list = listed.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    const place = anchor.current ? placeOf(list, anchor.current.alert) : -1;
    const top = offsets.peek()[place];
    if (!element || !anchor.current || top === undefined) return;
    const moved = top - anchor.current.top;
    if (moved === 0 || element.scrollTop === 0) return;
    anchor.current = { ...anchor.current, top };
    element.scrollTop += moved;
  }, [list, offsets]);

  const wish = useSignal<{ readonly place: number } | null>(null);
  const wished = wish.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !wished) return;
    const [top = 0, bottom = 0] = offsets.peek().subarray(wished.place, wished.place + 2);
    const height = viewHeight.peek();
    const isTooHigh = bottom - top > height;
    const near = scrollTopFor(offsets.peek(), wished.place, element.scrollTop, height);
    element.scrollTop = isTooHigh ? top : near;
    scrollTop.value = element.scrollTop;
  }, [wished, offsets, viewHeight, scrollTop]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    scrollTop.value = element.scrollTop;
    const { from, to } = inView.peek();
    const alert = listed.peek()[from];
    anchor.current = alert ? { alert, top: offsets.peek()[from] ?? 0 } : null;
    const ahead = Math.min(Math.max(to, LEAST_AHEAD), MOST_AHEAD);
    wanted.value = Math.max(wanted.peek(), to + ahead);
  };

  return {
    scroller,
    metrics,
    offsets,
    existing,
    viewHeight,
    isWhole: useComputed(() => count.value === listed.value.length),
    rowsInPage: useComputed(() =>
      Math.max(1, Math.floor(viewHeight.value / metrics.value.row) - 1),
    ),
    setDetailsHeight: (height) => (detailsHeight.value = height),
    onScroll,
    scrollTo(place) {
      wanted.value = Math.max(wanted.peek(), place + LEAST_AHEAD);
      wish.value = { place };
    },
  };
}

function* heights(
  count: number,
  row: number,
  openPlace: number,
  detailsHeight: number,
): Generator<number> {
  for (let place = 0; place < count; place += 1) {
    yield place === openPlace ? row + detailsHeight : row;
  }
}
