import { ALERT_STATUSES } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { text } from '../text/text.ts';
import { historyFilters } from './filters.ts';

const SIDES = ['BUY', 'SELL'] as const;

/** Narrows the history by symbol, side, rule and status: what occurs in it can be chosen. */
export function HistoryFilterBar({ alerts }: { alerts: readonly Alert[] }) {
  const { columns } = text().history;
  const words = text();
  const { symbol, side, rule, status } = historyFilters.value;
  const distinct = (valueOf: (alert: Alert) => string) =>
    [...new Set(alerts.map(valueOf))].toSorted().map((value) => ({ value, label: value }));
  const change = (part: Partial<typeof historyFilters.value>) =>
    (historyFilters.value = { ...historyFilters.value, ...part });
  return (
    <div class="history-filters">
      <Filter
        label={columns.symbol}
        value={symbol}
        options={distinct((alert) => alert.symbol)}
        onChange={(value) => change({ symbol: value })}
      />
      <Filter
        label={columns.side}
        value={side}
        options={SIDES.map((value) => ({ value, label: words.sides[value] }))}
        onChange={(value) => change({ side: value })}
      />
      <Filter
        label={columns.rule}
        value={rule}
        options={distinct((alert) => alert.indicator)}
        onChange={(value) => change({ rule: value })}
      />
      <Filter
        label={columns.status}
        value={status}
        options={ALERT_STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
        onChange={(value) => change({ status: value })}
      />
    </div>
  );
}

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

function Filter<Value extends string>({ label, value, options, onChange }: FilterProps<Value>) {
  const words = text().history;
  return (
    <select
      class="select"
      aria-label={words.filterBy(label)}
      data-active={value !== null}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(options.find((option) => option.value === chosen)?.value ?? null);
      }}
    >
      <option value="">{words.allOf(label)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
