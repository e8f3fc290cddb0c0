import type { Indicator } from '../../../domain/indicators/definition.ts';
import { indicators } from '../../../domain/indicators/index.ts';
import { partText } from '../../text/text.ts';

/**
 * The indicators that have each word of the query somewhere in their names, those first whose short
 * name begins with it; all of them for an empty query.
 */
export function searchIndicators(query: string): readonly Indicator[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const titleOf = partText().indicators.title;
  const rank = ({ shortTitle }: Indicator) =>
    words.length > 0 && shortTitle.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1;
  return Object.values<Indicator>(indicators)
    .filter((indicator) => {
      const { name, title, shortTitle } = indicator;
      const names = `${name} ${title} ${titleOf(indicator)} ${shortTitle}`.toLowerCase();
      return words.every((word) => names.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b) || titleOf(a).localeCompare(titleOf(b)));
}
