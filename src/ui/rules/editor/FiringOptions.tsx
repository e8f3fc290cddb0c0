import { FIRING_MODES } from '../../../domain/rules/rule.ts';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { NumberField } from './NumberField.tsx';
import { QuietHoursFields } from './QuietHoursFields.tsx';
import { CHANNELS, CHOICES, COOLDOWN_UNITS } from './draft.ts';
import type { CooldownUnit } from './draft.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { fromLocalText, toLocalText } from './local-time.ts';

const UNITS = Object.keys(COOLDOWN_UNITS) as readonly CooldownUnit[];

/** When the rule speaks, how it is told, and what is told with it. */
export function FiringOptions() {
  const editing = useEditing();
  const words = partText().editor.options;
  const { draft, change } = editing;
  return (
    <fieldset class="editor-options">
      <legend>{words.legend}</legend>
      <Field label={words.fire} error={faultAt(editing, 'fire')}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={draft.fire}
            onChange={({ currentTarget }) =>
              change({ fire: FIRING_MODES.find((one) => one === currentTarget.value) ?? 'close' })
            }
          >
            {FIRING_MODES.map((mode) => (
              <option key={mode} value={mode}>
                {words.firing[mode]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="cooldown">
        <NumberField
          label={words.cooldown}
          value={draft.cooldown}
          path="cooldownMs"
          onChange={(cooldown) => change({ cooldown })}
        />
        <Field label={words.cooldownUnit} error={undefined}>
          {(props) => (
            <select
              {...props}
              class="select"
              value={draft.cooldownUnit}
              onChange={({ currentTarget }) => {
                const unit = UNITS.find((one) => one === currentTarget.value) ?? 'minute';
                change({ cooldownUnit: unit });
              }}
            >
              {UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {words.units[unit]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={words.expires} error={faultAt(editing, 'expiresAt')}>
        {(props) => (
          <input
            {...props}
            class="input"
            type="datetime-local"
            value={toLocalText(draft.expiresAt)}
            onInput={(event) => change({ expiresAt: fromLocalText(event.currentTarget.value) })}
          />
        )}
      </Field>
      <QuietHoursFields />
      <Delivery />
      <Field label={words.note} error={faultAt(editing, 'note')} hint={words.noteHint}>
        {(props) => (
          <input
            {...props}
            class="input"
            autocomplete="off"
            maxLength={280}
            value={draft.note}
            onInput={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}

function Delivery() {
  const { draft, change } = useEditing();
  const words = partText().editor.options;
  return (
    <div role="group" aria-label={words.delivery} class="delivery">
      {CHANNELS.map((channel) => (
        <Field key={channel} label={words.channels[channel]} error={undefined}>
          {(props) => (
            <select
              {...props}
              class="select"
              value={draft.delivery[channel]}
              onChange={({ currentTarget }) => {
                const choice = CHOICES.find((one) => one === currentTarget.value) ?? 'settings';
                change({ delivery: { ...draft.delivery, [channel]: choice } });
              }}
            >
              {CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {words.choices[choice]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}
