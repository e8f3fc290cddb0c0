/** How this device shows things. What the engine needs to know is in its settings instead. */
import type { TimeZone } from '../format/time.ts';
import { LANGUAGES } from '../text/language.ts';
import { keptChoice } from './kept-choice.ts';

/** Whether times are shown on the user's clock or in UTC. */
export const TIME_ZONES = ['local', 'utc'] as const satisfies readonly TimeZone[];
export const timeZone = keptChoice('tocsin:time-zone', TIME_ZONES, 'local');

/** The language of the page; `browser`: the first one that the browser asks for and that there is. */
export const LANGUAGE_CHOICES = ['browser', ...LANGUAGES] as const;
export const languageChoice = keptChoice('tocsin:language', LANGUAGE_CHOICES, 'browser');

/** The colours of up and down. Blue and orange are told apart without telling red from green. */
export const PALETTES = ['green-up', 'red-up', 'blue-up'] as const;
export type Palette = (typeof PALETTES)[number];
export const palette = keptChoice<Palette>('tocsin:palette', PALETTES, 'green-up');

/** Whether single keys do things: somebody who dictates may not want that. */
export const KEYS = ['on', 'off'] as const;
export const shortcutKeys = keptChoice('tocsin:shortcut-keys', KEYS, 'on');
