import { timeZone } from '../state/preferences.ts';
import { partText } from '../text/text.ts';
import { changeFilters, historyFilters } from './filters.ts';
import { inputTime, readInputTime } from './input-time.ts';

/** From when to when, on the clock that the page shows times on. Both may be left open. */
export function TimeBounds() {
  const words = partText().history;
  const { since, until } = historyFilters.value;
  const zone = timeZone.value;
  const isReversed = since !== null && until !== null && since > until;
  const bound = (name: 'since' | 'until', value: number | null) => (
    <label class="history-bound">
      <span>{words[name]}</span>
      <input
        type="datetime-local"
        class="input"
        aria-invalid={isReversed}
        value={value === null ? '' : inputTime(value, zone)}
        onChange={({ currentTarget }) =>
          changeFilters({ [name]: readInputTime(currentTarget.value, zone, name === 'until') })
        }
      />
    </label>
  );
  return (
    <div class="history-bounds">
      {bound('since', since)}
      {bound('until', until)}
      {isReversed ? (
        <p class="error" role="alert">
          {words.reversed}
        </p>
      ) : null}
    </div>
  );
}
