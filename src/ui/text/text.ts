import { signal } from '@preact/signals';
import { en } from './en.ts';

/** Every text of the page; a further language is another object of this type. */
export type Texts = typeof en;

const language = signal<Texts>(en);

/** The texts of the language in use. What reads them while drawing follows a change of language. */
export function text(): Texts {
  return language.value;
}
