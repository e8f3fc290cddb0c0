import { signal } from '@preact/signals';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import type { Settings } from '../../protocol/settings.ts';

/** The settings in force: the engine's, and the defaults until it has answered. */
export const settings = signal<Settings>(DEFAULT_SETTINGS);
