import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { SETTINGS, SETTING_KEYS } from '../../protocol/settings.ts';
import type { SettingKey } from '../../protocol/settings.ts';
import type { SettingGroup } from '../../protocol/setting-definition.ts';
import { send } from '../engine-client.ts';
import { settings } from '../state/settings.ts';
import { partText } from '../text/text.ts';
import { SettingField } from './SettingField.tsx';
import { readDraft } from './draft.ts';
import type { SettingsDraft } from './draft.ts';

const GROUPS: readonly SettingGroup[] = ['alerts', 'market', 'connection'];

/** The form of the settings' table. Nothing is sent that does not validate. */
export function SettingsForm() {
  const words = partText().settings;
  const form = useRef<HTMLFormElement>(null);
  const draft = useSignal<SettingsDraft>({});
  const isSaved = useSignal(false);
  const outcome = useComputed(() => readDraft(draft.value, settings.value, partText().settings));
  const { changes, errors } = outcome.value;
  const isChanged = Object.keys(changes).length > 0;

  const change = (key: SettingKey, value: string | boolean) => {
    draft.value = { ...draft.value, [key]: value };
    isSaved.value = false;
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const [wrong] = Object.keys(errors);
    if (wrong !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    send({ type: 'changeSettings', changes });
    isSaved.value = true;
  };
  const discard = () => (draft.value = {});

  return (
    <form ref={form} noValidate onSubmit={submit}>
      {GROUPS.map((group) => (
        <fieldset key={group} class="settings-group">
          <legend>{words.groups[group]}</legend>
          {SETTING_KEYS.filter((key) => SETTINGS[key].group === group).map((key) => (
            <SettingField
              key={key}
              settingKey={key}
              value={draft.value[key] ?? shown(settings.value[key])}
              error={errors[key]}
              onChange={change}
            />
          ))}
        </fieldset>
      ))}
      <div class="dialog-footer settings-footer">
        <p class="dialog-note hint" role="status">
          {isSaved.value && !isChanged ? words.saved : ''}
        </p>
        <button type="button" class="button quiet" disabled={!isChanged} onClick={discard}>
          {words.discard}
        </button>
        <button type="submit" class="button primary" disabled={!isChanged}>
          {words.save}
        </button>
      </div>
    </form>
  );
}

function shown(value: string | number | boolean): string | boolean {
  return typeof value === 'number' ? String(value) : value;
}
