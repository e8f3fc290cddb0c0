import { useComputed } from '@preact/signals';
import { decimalsFor, formatNumber, tickDecimals } from '../format/price.ts';
import { sparklines } from '../state/sparklines.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { COURSE_HEIGHT, COURSE_WIDTH, coursePath } from './course.ts';

/**
 * The last 24 hours of a symbol as a small line. It is drawn anew once an hour, not with prices: a
 * path of 24 points in a row of its own paint costs no more than a word there.
 */
export function Course({ symbol }: { symbol: string }) {
  const closes = useComputed(() => sparklines.value.get(symbol)).value;
  const from = closes?.[0];
  const to = closes?.at(-1);
  if (closes === undefined || from === undefined || to === undefined) return null;
  const decimals = tickDecimals(tickSizeOf(symbol)) ?? decimalsFor(to);
  const price = (value: number) => formatNumber(value, decimals);
  return (
    <svg
      class="course"
      viewBox={`0 0 ${COURSE_WIDTH} ${COURSE_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text().watchlist.course(price(from), price(to))}
      data-trend={to < from ? 'down' : 'up'}
    >
      <path d={coursePath(closes)} />
    </svg>
  );
}
