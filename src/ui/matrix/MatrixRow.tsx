import type { Interval } from '../../domain/interval.ts';
import { MatrixCell } from './MatrixCell.tsx';

interface Props {
  readonly symbol: string;
  readonly intervals: readonly Interval[];
  /** Among all rows, the head's being 1. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  /** The interval on which the keyboard is in this row. */
  readonly active: Interval | null;
  /** The interval of this symbol that is on the chart. */
  readonly selected: Interval | null;
}

/** One symbol on every watched interval. */
export function MatrixRow(props: Props) {
  const { symbol, intervals, rowIndex, top, height, active, selected } = props;
  return (
    <div
      role="row"
      class="matrix-row"
      aria-rowindex={rowIndex}
      data-symbol={symbol}
      style={{ top: `${top}px`, height: `${height}px` }}
    >
      <div role="rowheader" class="matrix-symbol" aria-colindex={1} title={symbol}>
        {symbol}
      </div>
      {intervals.map((interval, index) => (
        <MatrixCell
          key={interval}
          symbol={symbol}
          interval={interval}
          columnIndex={index + 2}
          isActive={interval === active}
          isSelected={interval === selected}
        />
      ))}
    </div>
  );
}
