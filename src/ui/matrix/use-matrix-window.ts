import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { measure } from '../watchlist/row-metrics.ts';
import type { ViewSize } from '../watchlist/row-metrics.ts';
import { rowsInView, rowsWorthHaving, scrollTopFor } from '../watchlist/windowing.ts';
import type { RowRange } from '../watchlist/windowing.ts';
import { matrixSymbols } from './matrix-state.ts';

export interface MatrixWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: RefObject<HTMLDivElement | null>;
  readonly rowHeight: ReadonlySignal<number>;
  /** The rows worth having. */
  readonly existing: ReadonlySignal<RowRange>;
  /** Rows that are seen at once. */
  readonly page: ReadonlySignal<number>;
  onScroll(): void;
  scrollTo(row: number): void;
}

/** Until it has been measured; a part of the page that is not shown measures 0. */
const UNMEASURED: ViewSize = { width: 0, height: -1, fontSize: 13, isCoarse: false };
const LEAST_TOUCHED = 44;

/** Which rows are seen, below the head that stays in view. */
export function useMatrixWindow(): MatrixWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const scrollTop = useSignal(0);
  const size = useSignal(UNMEASURED);
  const rowHeight = useComputed(() => {
    const { fontSize, isCoarse } = size.value;
    return Math.max(isCoarse ? LEAST_TOUCHED : 0, Math.round(fontSize * 2.2));
  });
  const offsets = useComputed(() =>
    Float64Array.from(
      { length: matrixSymbols.value.length + 1 },
      (_, index) => index * rowHeight.value,
    ),
  );
  const last = useRef<RowRange>({ from: 0, to: 0 });
  const existing = useComputed(() => {
    const inView = rowsInView(offsets.value, scrollTop.value, size.value.height);
    const next = rowsWorthHaving(offsets.value, inView);
    const { from, to } = last.current;
    if (next.from !== from || next.to !== to) last.current = next;
    return last.current;
  });
  const page = useComputed(() => Math.max(1, Math.floor(size.value.height / rowHeight.value) - 1));

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => (size.value = measure(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  /** What stands above the rows and scrolls away, so that only the head is left. */
  const above = () => (rows.current?.offsetTop ?? 0) - headHeight(rows.current);
  const onScroll = () => {
    if (scroller.current) scrollTop.value = Math.max(0, scroller.current.scrollTop - above());
  };

  return {
    scroller,
    rows,
    rowHeight,
    existing,
    page,
    onScroll,
    scrollTo(row) {
      const element = scroller.current;
      if (!element) return;
      const seen = size.peek().height - headHeight(rows.current);
      const now = element.scrollTop - above();
      const wanted = scrollTopFor(offsets.peek(), row, now, seen);
      if (wanted !== now) element.scrollTop = wanted + above();
      onScroll();
    },
  };
}

function headHeight(rows: HTMLElement | null): number {
  const head = rows?.previousElementSibling;
  return head instanceof HTMLElement ? head.offsetHeight : 0;
}
