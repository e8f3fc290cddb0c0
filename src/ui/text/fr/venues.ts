import { inFrench } from './phrases.ts';
import type { Phrase } from './phrases.ts';

const VENUES: readonly Phrase[] = [
  [/^Demo market .*$/, 'Marché de démonstration (prix simulés)'],
  [/^Local exchange /, 'Plateforme locale '],
  [/^Custom exchange /, 'Plateforme personnalisée '],
];

/** D’où viennent les prix, selon le nom que donne le moteur ; une plateforme garde le sien. */
export function venue(name: string): string {
  return inFrench(VENUES, name);
}
