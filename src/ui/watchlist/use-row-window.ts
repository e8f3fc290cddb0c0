import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { layOutColumns } from './columns.ts';
import type { ColumnLayout } from './columns.ts';
import { heightsOf, measure, rowEnds, rowMetrics, UNMEASURED } from './row-metrics.ts';
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

  // Before the first frame: it brings the size, and with it the rows, into that same frame.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    size.value = measure(element);
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
