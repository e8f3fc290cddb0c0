import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { IndicatorRow } from './IndicatorRow.tsx';
import { metricKey } from './metric-words.ts';
import { TABLE_COLUMNS, nextTableSort, sortMetrics } from './table-sort.ts';
import type { TableColumn } from './table-sort.ts';
import { tableSort } from './view-settings.ts';
import './metrics-table.css';

interface Props {
  readonly symbol: string;
  readonly indicators: readonly IndicatorMetrics[];
  readonly chosen: IndicatorMetrics;
}

/** Every figure of the series; a press on a name shows that one in detail. */
export function IndicatorTable({ symbol, indicators, chosen }: Props) {
  const words = partText().metrics;
  const chosenKey = metricKey(chosen);
  return (
    // Roles are named: the narrow layout's display values would take them away.
    <table role="table" class="metrics-table" aria-label={words.compared}>
      <thead role="rowgroup">
        <tr role="row">
          {TABLE_COLUMNS.map((column) => (
            <Head key={column} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sortMetrics(indicators, tableSort.value).map((metric) => (
          <IndicatorRow
            key={metricKey(metric)}
            symbol={symbol}
            metric={metric}
            isChosen={metricKey(metric) === chosenKey}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ column }: { column: TableColumn }) {
  const words = partText().metrics;
  const sort = tableSort.value;
  const direction = sort?.column === column ? sort.direction : null;
  return (
    <th role="columnheader" scope="col" class={`metrics-${column}`} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        title={column === 'place' ? words.placeMeaning : undefined}
        onClick={() => (tableSort.value = nextTableSort(tableSort.peek(), column))}
      >
        {words.columns[column]}
        {direction ? <Icon name={direction === 'ascending' ? 'up' : 'down'} size={8} /> : null}
      </button>
    </th>
  );
}
