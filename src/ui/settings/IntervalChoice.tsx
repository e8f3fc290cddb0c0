import { useSignal } from '@preact/signals';
import { INTERVALS } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import { send } from '../engine-client.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';

/** On which intervals every watched symbol is judged. Applies at once; one always stays. */
export function IntervalChoice() {
  const words = partText().settings;
  const error = useSignal('');
  const { intervals } = watchlist.value;
  const toggle = (interval: Interval, input: HTMLInputElement) => {
    const next = INTERVALS.filter((one) => intervals.includes(one) !== (one === interval));
    error.value = next.length === 0 ? words.intervalsNone : '';
    if (next.length === 0) input.checked = true;
    else send({ type: 'changeIntervals', intervals: next });
  };
  return (
    <fieldset class="settings-group">
      <legend>{words.intervals}</legend>
      <p class="hint">{words.intervalsHint}</p>
      <div class="interval-choices">
        {INTERVALS.map((interval) => (
          <label key={interval} class="interval-choice">
            <input
              type="checkbox"
              checked={intervals.includes(interval)}
              onChange={(event) => toggle(interval, event.currentTarget)}
            />
            <span>{interval}</span>
          </label>
        ))}
      </div>
      {error.value ? (
        <p class="error" role="alert">
          {error.value}
        </p>
      ) : null}
    </fieldset>
  );
}
