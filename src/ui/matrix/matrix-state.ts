import { batch, computed, signal } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import { consensusReports } from '../state/consensus.ts';
import { selectInterval, selectSymbol } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import { orderSymbols } from './matrix-order.ts';
import type { MatrixSort } from './matrix-order.ts';

/** Null leaves the user's own order. */
export const matrixSort = signal<MatrixSort | null>(null);

/** An interval that is not watched any more sorts nothing. */
const sort = computed(() => {
  const wanted = matrixSort.value;
  return wanted && watchlist.value.intervals.includes(wanted.interval) ? wanted : null;
});

/** The rows. While they are not sorted they follow the watchlist alone. */
export const matrixSymbols = computed(() =>
  sort.value
    ? orderSymbols(watchlist.value.symbols, sort.value, consensusReports.value)
    : watchlist.value.symbols,
);

/** Shows a series on the chart, and remembers its interval for its symbol. */
export function showSeries(symbol: string, interval: Interval): void {
  batch(() => {
    selectSymbol(symbol);
    selectInterval(interval);
  });
}
