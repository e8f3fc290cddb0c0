import { APPEARANCE } from './appearance.ts';
import { SETTINGS_HEAD } from './heads.ts';
import { SETTING_GROUPS, SETTING_LABELS } from './setting-labels.ts';

/** English: the settings. */
export const SETTINGS = {
  ...SETTINGS_HEAD,
  groups: SETTING_GROUPS,
  fields: SETTING_LABELS,
  options: {
    binance: 'Binance',
    'binance-us': 'Binance.US',
    custom: 'Custom address',
  } as Readonly<Record<string, string>>,
  intervals: 'Intervals watched',
  intervalsHint: 'Rules judge each symbol on each of these.',
  intervalsNone: 'Choose at least one interval.',
  /** The settings’ own units are English. */
  unit: (unit: string) => unit,
  bounds: (min: string, max: string, unit: string) => `${min} to ${max} ${unit}`,
  save: 'Save changes',
  discard: 'Discard',
  saved: 'Settings saved.',
  invalid: (label: string, value: string, allowed: string) =>
    `${label}: ${value} is not allowed. Allowed: ${allowed}.`,
  disconnect: 'Disconnect',
  reconnect: 'Reconnect',
  control: 'Link to the exchange',
  appearance: APPEARANCE,
};
