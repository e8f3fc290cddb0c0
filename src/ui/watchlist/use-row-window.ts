import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { layOutColumns } from './columns.ts';
import type { ColumnLayout } from './columns.ts';
import { heightsOf, measure, rowEnds, rowMetrics } from './row-metrics.ts';
import type { ViewSize } from './row-metrics.ts';
import { items } from './rows.ts';
import { wantedColumns } from './view-settings.ts';
import { offsetsOf, rowsInView, rowsWorthHaving, scrollTopFor } from './windowing.ts';
import type { Offsets, RowRange } from './windowing.ts';

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly size: ReadonlySignal<ViewSize>;
  readonly layout: ReadonlySignal<ColumnLayout>;
  readonly offsets: ReadonlySignal<Offsets>;
  readonly inView: ReadonlySignal<RowRange>;
  readonly existing: ReadonlySignal<RowRange>;
  onScroll(): void;
  scrollTo(index: number): void;
}

/** Until it has been measured; a part of the page that is not shown measures 0. */
const UNMEASURED: ViewSize = { width: 0, height: -1, fontSize: 13, isCoarse: false };

/** Which rows are seen. What draws them is drawn again when a row comes or goes, not at each pixel. */
export function useRowWindow(): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const scrollTop = useSignal(0);
  const size = useSignal(UNMEASURED);
  const layout = useComputed(() => {
    const { start, end } = rowEnds(size.value);
    const width = (size.value.width - start - end) / size.value.fontSize;
    return layOutColumns(wantedColumns.value, width);
  });
  const offsets = useComputed(() => {
    const metrics = rowMetrics(size.value, layout.value.isOneLine);
    return offsetsOf(heightsOf(items.value, metrics), items.value.length);
  });
  const lastInView = useRef<RowRange>({ from: 0, to: 0 });
  const inView = useComputed(() => {
    const next = rowsInView(offsets.value, scrollTop.value, size.value.height);
    const { from, to } = lastInView.current;
    if (next.from !== from || next.to !== to) lastInView.current = next;
    return lastInView.current;
  });
  const existing = useComputed(() => rowsWorthHaving(offsets.value, inView.value));

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => (size.value = measure(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  const onScroll = () => {
    if (scroller.current) scrollTop.value = scroller.current.scrollTop;
  };

  return {
    scroller,
    size,
    layout,
    offsets,
    inView,
    existing,
    onScroll,
    scrollTo(index) {
      const element = scroller.current;
      if (!element) return;
      const { height } = size.peek();
      element.scrollTop = scrollTopFor(offsets.peek(), index, element.scrollTop, height);
      onScroll();
    },
  };
}
