/**
 * Which language the page speaks. Only its own texts are fetched, but for English on the first screen,
 * which is built in: the page can speak before anything else has come, and if nothing else comes.
 */
import { batch, signal } from '@preact/signals';
import { shownPartTexts, shownTexts } from './text.ts';
import type { PartTexts, Texts } from './text.ts';
import { firstScreen } from './en/first-screen.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Source {
  readonly firstScreen: () => Promise<Texts>;
  readonly parts: () => Promise<PartTexts>;
}

const SOURCES: Readonly<Record<Language, Source>> = {
  en: {
    firstScreen: () => Promise.resolve(firstScreen),
    parts: async () => (await import('./en/parts.ts')).parts,
  },
  fr: {
    firstScreen: async () => (await import('./fr/first-screen.ts')).firstScreen,
    parts: async () => (await import('./fr/parts.ts')).parts,
  },
};

/** The language that is shown. */
export const language = signal<Language>('en');

let wanted: Language = 'en';
let arePartsWanted = false;

/** Shows the page in `next` as soon as its texts have come; of several wishes the last one counts. */
export async function speak(next: Language): Promise<void> {
  wanted = next;
  try {
    await showWanted();
  } catch (error) {
    if (wanted === next) wanted = language.peek();
    throw error;
  }
}

/** Fetches the texts of the parts that are fetched later; from then on they come with the language. */
export async function loadPartTexts(): Promise<void> {
  if (shownPartTexts.peek() !== null) return;
  arePartsWanted = true;
  await showWanted();
}

/** The first of `preferred` (such as `fr-CA`) that there is, English otherwise. */
export function firstSpoken(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = LANGUAGES.find((each) => each === tag.toLowerCase().split('-', 1)[0]);
    if (found) return found;
  }
  return 'en';
}

async function showWanted(): Promise<void> {
  const next = wanted;
  const source = SOURCES[next];
  const [texts, parts] = await Promise.all([
    source.firstScreen(),
    arePartsWanted ? source.parts() : null,
  ]);
  if (next !== wanted) return showWanted();
  batch(() => {
    language.value = next;
    shownTexts.value = texts;
    if (parts) shownPartTexts.value = parts;
  });
}
