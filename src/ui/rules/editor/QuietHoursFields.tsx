import { useId } from 'preact/hooks';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { FaultText } from './FaultText.tsx';
import type { QuietHoursDraft } from './draft.ts';
import { faultAt, useEditing } from './editor-context.ts';

/** A part of every day in which the rule is told without sound or notification. */
export function QuietHoursFields() {
  const editing = useEditing();
  const words = partText().editor.options;
  const { draft, change } = editing;
  const { quietHours } = draft;
  const switchId = useId();
  const listId = useId();
  const set = (part: Partial<QuietHoursDraft>) =>
    change({ quietHours: { ...quietHours, ...part } });
  return (
    <div role="group" aria-label={words.quiet} class="quiet-hours">
      <div class="quiet-switch">
        <input
          id={switchId}
          type="checkbox"
          role="switch"
          class="switch"
          checked={quietHours.isOn}
          onChange={(event) => set({ isOn: event.currentTarget.checked })}
        />
        <label for={switchId}>{words.quiet}</label>
      </div>
      <p class="hint">{words.quietHint}</p>
      {quietHours.isOn ? (
        <div class="quiet-fields">
          {(['from', 'to'] as const).map((name) => (
            <Field
              key={name}
              label={name === 'from' ? words.quietFrom : words.quietTo}
              error={faultAt(editing, `quietHours.${name}`)}
            >
              {(props) => (
                <input
                  {...props}
                  class="input"
                  type="time"
                  value={quietHours[name]}
                  onInput={(event) => set({ [name]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          <Field label={words.timeZone} error={faultAt(editing, 'quietHours.timeZone')}>
            {(props) => (
              <input
                {...props}
                class="input"
                list={listId}
                autocomplete="off"
                spellcheck={false}
                value={quietHours.timeZone}
                onInput={(event) => set({ timeZone: event.currentTarget.value })}
              />
            )}
          </Field>
          <datalist id={listId}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <FaultText paths={['quietHours']} />
        </div>
      ) : null}
    </div>
  );
}
