/**
 * The page's texts. Those of the first screen are there from the start, in English until another
 * language has come; those of the parts that are fetched later come with the first of these parts.
 */
import { signal } from '@preact/signals';
import { firstScreen } from './en/first-screen.ts';
import type { parts } from './en/parts.ts';

/** The texts of the first screen: every language is an object of this type, and of the next. */
export type Texts = typeof firstScreen;
/** The texts of the parts fetched later. */
export type PartTexts = typeof parts;

export const shownTexts = signal<Texts>(firstScreen);
export const shownPartTexts = signal<PartTexts | null>(null);

/** The texts of the language in use. What reads them while drawing follows a change of language. */
export function text(): Texts {
  return shownTexts.value;
}

/** The same of the parts that are fetched later; `Lazy` shows none of them before. */
export function partText(): PartTexts {
  const texts = shownPartTexts.value;
  if (texts === null) throw new Error('a part of the page was drawn before its texts had come');
  return texts;
}
