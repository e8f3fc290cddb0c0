import { useId } from 'preact/hooks';
import { SETTINGS } from '../../protocol/settings.ts';
import type { SettingDefinition } from '../../protocol/setting-definition.ts';
import type { SettingKey } from '../../protocol/settings.ts';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';

interface Props {
  readonly settingKey: SettingKey;
  readonly value: string | boolean;
  readonly error: string | undefined;
  readonly onChange: (key: SettingKey, value: string | boolean) => void;
}

/** One setting: label, control, unit, bounds, and what is wrong with it. */
export function SettingField({ settingKey, value, error, onChange }: Props) {
  const words = partText().settings;
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const definition: SettingDefinition = SETTINGS[settingKey];
  const { label, hint } = words.fields[settingKey];
  const described = [error === undefined ? '' : errorId, hintId].join(' ').trim();
  const notes = [hint, boundsOf(definition)].filter((note) => note !== '').join(' ');
  return (
    <div class="setting" data-kind={definition.kind}>
      <label for={id}>{label}</label>
      <div class="setting-control">
        <Control
          id={id}
          name={settingKey}
          definition={definition}
          value={value}
          isInvalid={error !== undefined}
          describedBy={described}
          onChange={(next) => onChange(settingKey, next)}
        />
        {definition.kind === 'integer' ? (
          <span class="setting-unit">{words.unit(definition.unit)}</span>
        ) : null}
      </div>
      {notes ? (
        <p class="hint" id={hintId}>
          {notes}
        </p>
      ) : null}
      {error === undefined ? null : (
        <p class="error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

function boundsOf(definition: SettingDefinition): string {
  if (definition.kind !== 'integer') return '';
  const { min, max, unit } = definition;
  const words = partText().settings;
  return words.bounds(formatNumber(min, 0), formatNumber(max, 0), words.unit(unit));
}

interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly definition: SettingDefinition;
  readonly value: string | boolean;
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly onChange: (value: string | boolean) => void;
}

function Control(props: ControlProps) {
  const { id, name, definition, value, isInvalid, describedBy, onChange } = props;
  const shared = { id, name, 'aria-describedby': describedBy, 'aria-invalid': isInvalid };
  switch (definition.kind) {
    case 'boolean':
      return (
        <input
          {...shared}
          type="checkbox"
          role="switch"
          class="switch"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <select
          {...shared}
          class="select"
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {definition.options.map((option) => (
            <option key={option} value={option}>
              {partText().settings.options[option] ?? option}
            </option>
          ))}
        </select>
      );
    case 'integer':
    case 'address':
      return (
        <input
          {...shared}
          class="input"
          inputMode={definition.kind === 'integer' ? 'numeric' : 'url'}
          autocomplete="off"
          spellcheck={false}
          value={String(value)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return definition satisfies never;
  }
}
