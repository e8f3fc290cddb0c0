/** Une tournure fixe du moteur ou du domaine, qui parlent anglais, et ce qu’on en dit ici. */
export type Phrase = readonly [english: RegExp, french: string];

/** Ce dont aucune tournure ne s’occupe (un nom, une liste, les mots d’un navigateur) reste tel quel. */
export function inFrench(phrases: readonly Phrase[], english: string): string {
  const phrase = phrases.find(([known]) => known.test(english));
  return phrase ? english.replace(phrase[0], phrase[1]) : english;
}
