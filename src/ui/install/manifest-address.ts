import type { Language } from '../text/language.ts';

/** Relative to the page; the English one is where any manifest is looked for. */
export function manifestAddress(language: Language): string {
  return language === 'en' ? 'manifest.webmanifest' : `manifest.${language}.webmanifest`;
}
