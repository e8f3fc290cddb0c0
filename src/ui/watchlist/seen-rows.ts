import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isMeasured } from './row-metrics.ts';
import { items } from './rows.ts';
import type { RowWindow } from './use-row-window.ts';
import type { RowRange } from './windowing.ts';

/** What the grid shows at the moment. */
export interface SeenRows {
  readonly inView: readonly string[];
  /** The same, and some on either side. */
  readonly around: readonly string[];
  /** There are rows, but the part of the page that they are in is not shown. */
  readonly isOutOfSight: boolean;
}

const NOTHING: SeenRows = { inView: [], around: [], isOutOfSight: false };

/** Null as long as nobody knows: until a grid has been measured for the first time. */
export const seenRows = signal<SeenRows | null>(null);

export function useSeenRows({ inView, existing, size }: RowWindow): void {
  useEffect(() => {
    const stop = effect(() => {
      if (!isMeasured(size.value)) return;
      const isOutOfSight = size.value.height === 0;
      const rows = { inView: symbolsIn(inView.value), around: symbolsIn(existing.value) };
      seenRows.value = { ...rows, isOutOfSight };
    });
    return () => {
      stop();
      seenRows.value = NOTHING;
    };
  }, [inView, existing, size]);
}

function symbolsIn({ from, to }: RowRange): readonly string[] {
  return items.value.slice(from, to).filter((item) => typeof item === 'string');
}
