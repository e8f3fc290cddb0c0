import { signal } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import type { Side } from '../../domain/signal.ts';

/** A candle to be marked on the chart, by the side of what was said about it. */
export interface ChartMark {
  readonly symbol: string;
  readonly interval: Interval;
  readonly openTime: number;
  readonly side: Side;
}

/** By who set them, so that each can take back its own. */
export const marksByOwner = signal<ReadonlyMap<string, readonly ChartMark[]>>(new Map());

/** Puts an owner's marks in the place of those it had set before; none takes them away. */
export function setMarks(owner: string, marks: readonly ChartMark[]): void {
  if (marks.length === 0 && !marksByOwner.peek().has(owner)) return;
  const next = new Map(marksByOwner.peek());
  if (marks.length === 0) next.delete(owner);
  else next.set(owner, marks);
  marksByOwner.value = next;
}

/** The marks of one series, whoever set them. */
export function marksOn(
  byOwner: ReadonlyMap<string, readonly ChartMark[]>,
  symbol: string,
  interval: Interval,
): readonly ChartMark[] {
  return [...byOwner.values()]
    .flat()
    .filter((mark) => mark.symbol === symbol && mark.interval === interval);
}
