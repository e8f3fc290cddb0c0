import { ALERT_STATUSES } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { Icon } from '../shell/Icon.tsx';
import { alerts } from '../state/alerts.ts';
import { rules } from '../state/rules.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText, text } from '../text/text.ts';
import { TimeBounds } from './TimeBounds.tsx';
import {
  NO_FILTERS,
  TIME_CHOICES,
  changeFilters,
  chooseTime,
  filterCount,
  historyFilters,
} from './filters.ts';

const SIDES = ['BUY', 'SELL'] as const;

/** Narrows the history: by what occurs in it, is watched, or is a rule's name. */
export function HistoryFilterBar() {
  const words = partText();
  const { columns, times } = words.history;
  const { symbol, side, rule, status, time } = historyFilters.value;
  const occurring = (
    valueOf: (alert: Alert) => string,
    more: readonly string[],
    own: string | null,
  ) =>
    [...new Set([...alerts.value.map(valueOf), ...more, ...(own === null ? [] : [own])])]
      .toSorted()
      .map((value) => ({ value, label: value }));
  const ruleNames = rules.value.map(({ name }) => name);
  return (
    <>
      <Filter
        label={columns.symbol}
        value={symbol}
        options={occurring((alert) => alert.symbol, watchlist.value.symbols, symbol)}
        onChange={(value) => changeFilters({ symbol: value })}
      />
      <Filter
        label={columns.side}
        value={side}
        options={SIDES.map((value) => ({ value, label: text().sides[value] }))}
        onChange={(value) => changeFilters({ side: value })}
      />
      <Filter
        label={columns.rule}
        value={rule}
        options={occurring((alert) => alert.indicator, ruleNames, rule).map(({ value }) => ({
          value,
          label: text().ruleName(value),
        }))}
        onChange={(value) => changeFilters({ rule: value })}
      />
      <Filter
        label={columns.status}
        value={status}
        options={ALERT_STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
        onChange={(value) => changeFilters({ status: value })}
      />
      <Filter
        label={columns.time}
        value={time}
        options={TIME_CHOICES.map((value) => ({ value, label: times[value] }))}
        onChange={(value) => chooseTime(value, Date.now())}
      />
      {filterCount.value > 0 ? (
        <button
          type="button"
          class="icon-button"
          aria-label={words.history.clearFilters}
          title={words.history.clearFilters}
          onClick={() => (historyFilters.value = NO_FILTERS)}
        >
          <Icon name="close" size={14} />
        </button>
      ) : null}
      {time === 'between' ? <TimeBounds /> : null}
    </>
  );
}

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

function Filter<Value extends string>({ label, value, options, onChange }: FilterProps<Value>) {
  const words = partText().history;
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
