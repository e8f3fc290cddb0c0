import { useId } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { KEYS, LANGUAGE_CHOICES, PALETTES, TIME_ZONES } from '../state/preferences.ts';
import { languageChoice, palette, shortcutKeys, timeZone } from '../state/preferences.ts';
import { partText } from '../text/text.ts';

/** How this device shows things. Each choice applies at once. */
export function Appearance() {
  const words = partText().settings.appearance;
  return (
    <fieldset class="settings-group">
      <legend>{words.title}</legend>
      <Choice
        label={words.language}
        chosen={languageChoice}
        choices={LANGUAGE_CHOICES}
        names={words.languages}
      />
      <Choice label={words.palette} chosen={palette} choices={PALETTES} names={words.palettes} />
      <Choice
        label={words.timeZone}
        chosen={timeZone}
        choices={TIME_ZONES}
        names={words.timeZones}
      />
      <Choice label={words.keys} chosen={shortcutKeys} choices={KEYS} names={words.keyChoices} />
    </fieldset>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly chosen: Signal<Name>;
  readonly choices: readonly Name[];
  readonly names: Readonly<Record<Name, string>>;
}

function Choice<Name extends string>({ label, chosen, choices, names }: ChoiceProps<Name>) {
  const id = useId();
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <div class="setting-control">
        <select
          id={id}
          class="input"
          value={chosen.value}
          onChange={({ currentTarget }) => {
            const next = choices.find((choice) => choice === currentTarget.value);
            if (next !== undefined) chosen.value = next;
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {names[choice]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
