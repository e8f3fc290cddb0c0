import { searchWords } from './words.ts';

/** A part of a name, and whether it is what was typed. */
export interface MatchPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A name cut where it matches the words of a query, in whichever order they were typed. */
export function matchParts(query: string, name: string): readonly MatchPart[] {
  const isMatched = Array.from({ length: name.length }, () => false);
  const words = searchWords(query);
  const joined = words.join('');
  for (const word of name.includes(joined) ? [joined] : words) {
    const from = word === '' ? -1 : name.indexOf(word);
    if (from >= 0) isMatched.fill(true, from, from + word.length);
  }
  const parts: MatchPart[] = [];
  let from = 0;
  for (let index = 1; index <= name.length; index++) {
    if (index < name.length && isMatched[index] === isMatched[from]) continue;
    parts.push({ text: name.slice(from, index), isMatch: isMatched[from] === true });
    from = index;
  }
  return parts;
}
