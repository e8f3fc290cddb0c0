import type { Fault, Result } from '../domain/result.ts';
import { accept, fault } from '../domain/result.ts';
import { parseSetting } from './setting-definition.ts';
import type { SettingDefinition, SettingValue } from './setting-definition.ts';

/**
 * Every setting with its default, bounds and unit. The type, the parser and the form derive from
 * this table.
 */
export const SETTINGS = {
  venue: {
    kind: 'choice',
    group: 'connection',
    default: 'binance',
    options: ['binance', 'binance-us', 'custom'],
  },
  customStreamUrl: { kind: 'address', group: 'connection', default: '', schemes: ['wss://'] },
  customRestUrl: { kind: 'address', group: 'connection', default: '', schemes: ['https://'] },
  enableReconnection: { kind: 'boolean', group: 'connection', default: true },
  minReconnectDelayMs: {
    kind: 'integer',
    group: 'connection',
    default: 1_000,
    min: 250,
    max: 60_000,
    unit: 'ms',
  },
  maxReconnectDelayMs: {
    kind: 'integer',
    group: 'connection',
    default: 30_000,
    min: 1_000,
    max: 600_000,
    unit: 'ms',
  },
  maxReconnectAttempts: {
    kind: 'integer',
    group: 'connection',
    default: 5,
    min: 1,
    max: 100,
    unit: 'attempts',
  },
  heartbeatIntervalMs: {
    kind: 'integer',
    group: 'connection',
    default: 30_000,
    min: 1_000,
    max: 300_000,
    unit: 'ms',
  },
  queueSize: {
    kind: 'integer',
    group: 'connection',
    default: 1_000,
    min: 10,
    max: 100_000,
    unit: 'frames',
  },
  bufferSize: {
    kind: 'integer',
    group: 'market',
    default: 500,
    min: 50,
    max: 5_000,
    unit: 'candles',
  },
  updateIntervalMs: {
    kind: 'integer',
    group: 'market',
    default: 100,
    min: 16,
    max: 5_000,
    unit: 'ms',
  },
  enableToast: { kind: 'boolean', group: 'alerts', default: true },
  enableAudio: { kind: 'boolean', group: 'alerts', default: true },
  enableBrowser: { kind: 'boolean', group: 'alerts', default: false },
  historySize: {
    kind: 'integer',
    group: 'alerts',
    default: 100,
    min: 10,
    max: 10_000,
    unit: 'alerts',
  },
  toastDurationMs: {
    kind: 'integer',
    group: 'alerts',
    default: 5_000,
    min: 1_000,
    max: 60_000,
    unit: 'ms',
  },
  notificationTimeoutMs: {
    kind: 'integer',
    group: 'alerts',
    default: 30_000,
    min: 1_000,
    max: 86_400_000,
    unit: 'ms',
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingKey = keyof typeof SETTINGS;

export type Settings = {
  readonly [Key in SettingKey]: SettingValue<(typeof SETTINGS)[Key]>;
};

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as Settings;

/**
 * Reads stored settings. What does not validate falls back to its default and is reported; the
 * rest is kept.
 */
export function parseSettings(stored: unknown): { settings: Settings; faults: readonly Fault[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return { settings: DEFAULT_SETTINGS, faults: [fault('settings', stored, 'an object')] };
  }
  const faults: Fault[] = [];
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stored)) {
    const result = parseEntry(key, value);
    if (result.ok) kept[key] = result.value;
    else faults.push(...result.faults);
  }
  let settings = { ...DEFAULT_SETTINGS, ...kept } as Settings;
  for (const { keys, fault } of conflictsIn(settings)) {
    faults.push(fault);
    const defaults = Object.fromEntries(keys.map((key) => [key, DEFAULT_SETTINGS[key]]));
    settings = { ...settings, ...defaults };
  }
  return { settings, faults };
}

/** Reads a wish to change some settings: all of it validates, or nothing is changed. */
export function parseSettingChanges(
  current: Settings,
  changes: Readonly<Record<string, unknown>>,
): Result<Settings> {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const result = parseEntry(key, value);
    if (!result.ok) faults.push(...result.faults);
  }
  if (faults.length > 0) return { ok: false, faults };
  const settings = { ...current, ...changes } as Settings;
  const conflicts = conflictsIn(settings).map((conflict) => conflict.fault);
  return conflicts.length > 0 ? { ok: false, faults: conflicts } : accept(settings);
}

function parseEntry(key: string, value: unknown): Result<unknown> {
  const field = `settings.${key}`;
  if (isSettingKey(key)) return parseSetting(SETTINGS[key], value, field);
  return { ok: false, faults: [fault(field, value, `one of ${SETTING_KEYS.join(', ')}`)] };
}

interface Conflict {
  readonly fault: Fault;
  /** The settings whose defaults resolve it. */
  readonly keys: readonly SettingKey[];
}

/** Rules between settings, each of which is within its own bounds. */
function conflictsIn(settings: Settings): readonly Conflict[] {
  const { minReconnectDelayMs, maxReconnectDelayMs } = settings;
  const conflicts: Conflict[] = [];
  if (minReconnectDelayMs > maxReconnectDelayMs) {
    const allowed = `at most settings.maxReconnectDelayMs (${maxReconnectDelayMs})`;
    conflicts.push({
      fault: fault('settings.minReconnectDelayMs', minReconnectDelayMs, allowed),
      keys: ['minReconnectDelayMs', 'maxReconnectDelayMs'],
    });
  }
  if (settings.venue === 'custom' && (!settings.customStreamUrl || !settings.customRestUrl)) {
    const allowed = 'binance or binance-us until both custom addresses are given';
    conflicts.push({ fault: fault('settings.venue', settings.venue, allowed), keys: ['venue'] });
  }
  return conflicts;
}
