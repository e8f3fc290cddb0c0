import { useComputed } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { nextSort } from './matrix-order.ts';
import { matrixSort } from './matrix-state.ts';

/** The intervals; each sorts the symbols by the consensus on it. */
export function MatrixHead({ intervals }: { intervals: readonly Interval[] }) {
  return (
    <div role="rowgroup" class="matrix-head">
      <div role="row" aria-rowindex={1}>
        <div role="columnheader" class="matrix-symbol" aria-colindex={1}>
          {partText().matrix.symbol}
        </div>
        {intervals.map((interval, index) => (
          <SortHead key={interval} interval={interval} columnIndex={index + 2} />
        ))}
      </div>
    </div>
  );
}

function SortHead({ interval, columnIndex }: { interval: Interval; columnIndex: number }) {
  const direction = useComputed(() =>
    matrixSort.value?.interval === interval ? matrixSort.value.direction : null,
  ).value;
  const sortWords = partText().matrix.sortBy(interval);
  return (
    <div role="columnheader" aria-colindex={columnIndex} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        title={sortWords}
        onClick={() => (matrixSort.value = nextSort(matrixSort.peek(), interval))}
      >
        {interval}
        {direction ? <Icon name={direction === 'ascending' ? 'up' : 'down'} size={8} /> : null}
      </button>
    </div>
  );
}
