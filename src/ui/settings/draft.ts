import {
  SETTINGS,
  SETTING_KEYS,
  isSettingKey,
  parseSettingChanges,
} from '../../protocol/settings.ts';
import type { SettingKey, Settings } from '../../protocol/settings.ts';
import type { PartTexts } from '../text/text.ts';

/** What stands in the form's fields: text as typed, switches as they are. */
export type SettingsDraft = Readonly<Partial<Record<SettingKey, string | boolean>>>;

export interface DraftOutcome {
  /** What differs from the settings in force. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Why it cannot be saved, by field. Empty when it can. */
  readonly errors: Partial<Record<SettingKey, string>>;
}

/** Reads the form against the settings in force: only fields that were touched can change. */
export function readDraft(
  draft: SettingsDraft,
  current: Settings,
  words: PartTexts['settings'],
): DraftOutcome {
  const changes: Partial<Record<SettingKey, unknown>> = {};
  for (const key of SETTING_KEYS) {
    const typed = draft[key];
    if (typed === undefined) continue;
    const value = valueOf(key, typed);
    if (value !== current[key]) changes[key] = value;
  }
  const result = parseSettingChanges(current, changes);
  const errors: Partial<Record<SettingKey, string>> = {};
  for (const { field, value, allowed } of result.ok ? [] : result.faults) {
    const key = field.replace('settings.', '');
    if (!isSettingKey(key)) continue;
    errors[key] = words.invalid(words.fields[key].label, value, allowed);
  }
  return { changes, errors };
}

/** A number that is not one stays text, so that the refusal can show what was typed. */
function valueOf(key: SettingKey, typed: string | boolean): unknown {
  if (SETTINGS[key].kind !== 'integer' || typeof typed === 'boolean') {
    return typeof typed === 'string' ? typed.trim() : typed;
  }
  const digits = typed.replaceAll(/[\s,_]/g, '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : typed;
}
