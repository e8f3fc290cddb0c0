import type { Interval } from '../../domain/interval.ts';
import { plainNumber } from '../../domain/rules/plain-number.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { formatNumber, formatPrice, tickDecimals } from '../format/price.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { partText } from '../text/text.ts';
import type { RuleDraft } from './build-rule.ts';
import { typedNumber } from './typed-number.ts';

/** What the form would make, in plain words, and how far off it is. */
export function alertMeaning(
  draft: RuleDraft,
  rule: Rule,
  { watched, last }: { readonly watched: readonly Interval[]; readonly last: number | null },
): string {
  const words = partText().quickAlert;
  const { meanings } = words;
  const { side, intervals } = rule;
  const isUp = draft.direction === 'up';
  const onIntervals = (intervals === 'watchlist' ? watched : intervals).join(', ');
  if (draft.kind === 'move') {
    const symbol = draft.symbol || meanings.everySymbol;
    const span = meanings.span(typedNumber(draft.candles) ?? 0, onIntervals);
    return meanings.move(side, symbol, isUp, String(typedNumber(draft.percent)), span);
  }
  const price = typedNumber(draft.price) ?? 0;
  const shown = formatPrice(plainNumber(price), tickDecimals(tickSizeOf(draft.symbol)));
  const meaning =
    draft.fire === 'intrabar'
      ? meanings.atOnce(side, draft.symbol, isUp, shown)
      : meanings.atClose(side, draft.symbol, isUp, shown, onIntervals);
  return [meaning, distance(price, last, isUp)].join(' ').trim();
}

function distance(price: number, last: number | null, isUp: boolean): string {
  const words = partText().quickAlert;
  if (last === null || last <= 0 || price === last) return '';
  const isAbove = price > last;
  if (isAbove !== isUp) return words.beyond(isUp);
  const percent = Math.abs(price / last - 1) * 100;
  return words.distance(formatNumber(percent, percent < 1 ? 2 : 1), isAbove);
}
