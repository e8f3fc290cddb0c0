import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../domain/result.ts';
import type { SettingDefinition } from './setting-definition.ts';
import { parseSetting } from './setting-definition.ts';
import {
  DEFAULT_SETTINGS,
  isSettingKey,
  parseSettingChanges,
  parseSettings,
  SETTING_KEYS,
  SETTINGS,
} from './settings.ts';

const definitions = Object.entries<SettingDefinition>(SETTINGS);
const isRight = (definition: SettingDefinition, value: unknown) =>
  parseSetting(definition, value, 'field').ok;

describe('the table of settings', () => {
  it('has the defaults that the documentation states', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      venue: 'binance',
      customStreamUrl: '',
      customRestUrl: '',
      enableReconnection: true,
      minReconnectDelayMs: 1_000,
      maxReconnectDelayMs: 30_000,
      maxReconnectAttempts: 5,
      heartbeatIntervalMs: 30_000,
      queueSize: 1_000,
      bufferSize: 500,
      updateIntervalMs: 100,
      enableToast: true,
      enableAudio: true,
      enableBrowser: false,
      historySize: 100,
      toastDurationMs: 5_000,
      notificationTimeoutMs: 30_000,
    });
  });

  it.each(definitions)('%s: its default is within its own bounds', (_, definition) => {
    expect(isRight(definition, definition.default)).toBe(true);
  });

  it('knows its keys, and none that every object has', () => {
    expect(SETTING_KEYS.every(isSettingKey)).toBe(true);
    expect(['toString', '__proto__', 'constructor', ''].some(isSettingKey)).toBe(false);
  });
});

describe('parseSetting', () => {
  it.each(definitions.filter(([, { kind }]) => kind === 'integer'))(
    '%s: takes whole numbers from min to max, and nothing beside them',
    (_, definition) => {
      if (definition.kind !== 'integer') throw new Error('filtered');
      const { min, max } = definition;
      for (const value of [min, max]) expect(isRight(definition, value)).toBe(true);
      const wrong = [min - 1, max + 1, min + 0.5, Number.NaN, Infinity, `${min}`, null, undefined];
      expect(wrong.filter((value) => isRight(definition, value))).toEqual([]);
    },
  );

  it('says the bounds with their unit', () => {
    const parsed = parseSetting(SETTINGS.queueSize, 0, 'settings.queueSize');
    expect(parsed.ok ? [] : parsed.faults.map(describeFault)).toEqual([
      'settings.queueSize: 0 is refused; allowed: 10 to 100000 frames, whole',
    ]);
  });

  it('a boolean is true or false, and nothing that is like it', () => {
    const values = [true, false, 1, 0, 'true', '', null, undefined];
    expect(values.map((value) => isRight(SETTINGS.enableAudio, value))).toEqual([
      true,
      true,
      ...Array<boolean>(6).fill(false),
    ]);
  });

  it('a choice is one of its options', () => {
    expect(SETTINGS.venue.options.every((option) => isRight(SETTINGS.venue, option))).toBe(true);
    const parsed = parseSetting(SETTINGS.venue, 'kraken', 'settings.venue');
    expect(parsed.ok ? [] : parsed.faults).toMatchObject([
      { allowed: 'binance, binance-us, custom' },
    ]);
  });

  it.each([
    '',
    'wss://stream.example.com',
    'wss://stream.example.com:9443',
    'wss://127.0.0.1:1',
    'wss://a-b.example:65535',
    'wss://localhost',
  ])('takes the address %j', (address) => {
    expect(isRight(SETTINGS.customStreamUrl, address)).toBe(true);
  });

  it.each([
    'wss://',
    'ws://stream.example.com',
    'https://stream.example.com',
    'wss://user@evil.example',
    'wss://example.com/path',
    'wss://example.com?x',
    'wss://example.com#x',
    'wss://exa mple.com',
    'wss://example.com:',
    'wss://example.com:0',
    'wss://example.com:65536',
    'wss://example.com:99999',
    'wss://-example.com',
    'wss://example-.com',
    'wss://.example.com',
    'wss://example..com',
    'wss://.',
    'wss://:443',
    ' wss://example.com',
    'wss://example.com\n',
    'javascript:alert(1)',
    `wss://${'a'.repeat(200)}`,
    null,
    7,
  ])('refuses the address %j', (address) => {
    expect(isRight(SETTINGS.customStreamUrl, address)).toBe(false);
  });
});

describe('parseSettings', () => {
  it('reads what was saved', () => {
    const saved = { ...DEFAULT_SETTINGS, enableBrowser: true, bufferSize: 1_000 };
    expect(parseSettings(structuredClone(saved))).toEqual({ settings: saved, faults: [] });
  });

  it('fills in what an older version did not know', () => {
    expect(parseSettings({ historySize: 200 })).toEqual({
      settings: { ...DEFAULT_SETTINGS, historySize: 200 },
      faults: [],
    });
  });

  it('falls back to the default of each corrupt value, reports it, and keeps the rest', () => {
    const { settings, faults } = parseSettings({
      ...DEFAULT_SETTINGS,
      historySize: '200',
      queueSize: 5_000,
      enableAudio: 'loud',
      colour: 'red',
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, queueSize: 5_000 });
    expect(faults.map(({ field }) => field)).toEqual([
      'settings.enableAudio',
      'settings.historySize',
      'settings.colour',
    ]);
  });

  it.each([null, undefined, 'text', 7, [], true])('%j is no settings at all', (stored) => {
    const { settings, faults } = parseSettings(stored);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(faults).toMatchObject([{ field: 'settings', allowed: 'an object' }]);
  });

  it('of delays that contradict each other, both fall back', () => {
    const { settings, faults } = parseSettings({
      minReconnectDelayMs: 5_000,
      maxReconnectDelayMs: 2_000,
      bufferSize: 1_000,
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, bufferSize: 1_000 });
    expect(faults.map(describeFault)).toEqual([
      'settings.minReconnectDelayMs: 5000 is refused; allowed: at most settings.maxReconnectDelayMs (2000)',
    ]);
  });

  it('a custom venue whose address is corrupt falls back to Binance, and the delays stay', () => {
    const { settings, faults } = parseSettings({
      venue: 'custom',
      customStreamUrl: 'ws://not.encrypted',
      customRestUrl: 'https://rest.example',
      minReconnectDelayMs: 2_000,
    });
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      customRestUrl: 'https://rest.example',
      minReconnectDelayMs: 2_000,
    });
    expect(faults.map(({ field }) => field)).toEqual([
      'settings.customStreamUrl',
      'settings.venue',
    ]);
  });

  it('whatever was stored, what comes out is valid', () => {
    const anyStored = fc.dictionary(
      fc.constantFrom(...SETTING_KEYS, 'other'),
      fc.oneof(
        fc.anything(),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom('custom', 'binance-us', 'wss://a.example', 'https://a.example', ''),
      ),
    );
    fc.assert(
      fc.property(anyStored, (stored) => {
        const { settings } = parseSettings(stored);
        expect(parseSettings(settings)).toEqual({ settings, faults: [] });
        expect(parseSettingChanges(settings, {})).toEqual({ ok: true, value: settings });
      }),
    );
  });
});

describe('parseSettingChanges', () => {
  it('changes what is asked for, and nothing else', () => {
    const current = { ...DEFAULT_SETTINGS, enableAudio: false };
    expect(parseSettingChanges(current, { historySize: 50 })).toEqual({
      ok: true,
      value: { ...current, historySize: 50 },
    });
  });

  it('all of it validates, or nothing is changed', () => {
    const current = structuredClone(DEFAULT_SETTINGS);
    const parsed = parseSettingChanges(current, { historySize: 50, queueSize: 1, colour: 'red' });
    expect(parsed.ok ? [] : parsed.faults.map(({ field }) => field)).toEqual([
      'settings.queueSize',
      'settings.colour',
    ]);
    expect(current).toEqual(DEFAULT_SETTINGS);
  });

  it('both delays may move together past each other, but not one alone', () => {
    const both = { minReconnectDelayMs: 40_000, maxReconnectDelayMs: 50_000 };
    expect(parseSettingChanges(DEFAULT_SETTINGS, both).ok).toBe(true);
    const parsed = parseSettingChanges(DEFAULT_SETTINGS, { minReconnectDelayMs: 40_000 });
    expect(parsed.ok ? [] : parsed.faults).toMatchObject([
      { field: 'settings.minReconnectDelayMs', value: '40000' },
    ]);
  });

  it('the custom venue is refused until both of its addresses are there', () => {
    const addresses = {
      customStreamUrl: 'wss://stream.example',
      customRestUrl: 'https://rest.example',
    };
    expect(parseSettingChanges(DEFAULT_SETTINGS, { venue: 'custom' }).ok).toBe(false);
    const half = { venue: 'custom', customStreamUrl: addresses.customStreamUrl };
    expect(parseSettingChanges(DEFAULT_SETTINGS, half).ok).toBe(false);
    const chosen = parseSettingChanges(DEFAULT_SETTINGS, { venue: 'custom', ...addresses });
    expect(chosen).toMatchObject({ ok: true, value: { venue: 'custom' } });
    const parsed = chosen.ok && parseSettingChanges(chosen.value, { customRestUrl: '' });
    expect(parsed).toMatchObject({ ok: false, faults: [{ field: 'settings.venue' }] });
  });

  it('keys that every object has are refused like any other unknown one', () => {
    const changes = JSON.parse('{"__proto__": {"historySize": 50}, "constructor": 1}') as Record<
      string,
      unknown
    >;
    const parsed = parseSettingChanges(DEFAULT_SETTINGS, changes);
    expect(parsed.ok ? [] : parsed.faults.map(({ field }) => field)).toEqual([
      'settings.__proto__',
      'settings.constructor',
    ]);
  });
});
