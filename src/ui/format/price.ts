import type { DecimalText } from '../../domain/market.ts';
import { text } from '../text/text.ts';

/**
 * How many decimals a tick size asks for: `0.00010000` gives 4, `1.00000000` gives 0.
 * Null when the tick size is not known.
 */
export function tickDecimals(tickSize: DecimalText | null): number | null {
  if (tickSize === null) return null;
  const point = tickSize.indexOf('.');
  return point < 0 ? 0 : lastNonZero(tickSize, point) - point;
}

/**
 * The exchange's decimal text as a person reads it: `64250.10000000` with 2 decimals gives
 * `64,250.10`. Text work only: exact, and cheap enough for every frame. A digit other than zero is
 * never cut, even beyond the tick.
 */
export function formatPrice(price: DecimalText, decimals: number | null): string {
  const point = price.indexOf('.');
  const whole = point < 0 ? price : price.slice(0, point);
  const given = point < 0 ? 0 : lastNonZero(price, point) - point;
  const count = Math.max(given, decimals ?? 0);
  if (count === 0) return groupDigits(whole);
  const fraction = point < 0 ? '' : price.slice(point + 1, point + 1 + count);
  return groupDigits(whole) + text().number.decimal + fraction.padEnd(count, '0');
}

/** A number of our own making (an average, a chart's axis) to so many decimals, grouped. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return text().number.unknown;
  const size = formatPrice(Math.abs(value).toFixed(decimals), decimals);
  return value < 0 && /[1-9]/.test(size) ? text().number.minus + size : size;
}

/** Decimals that give a value of unknown scale four or five significant digits. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return 2;
  return Math.min(12, Math.max(size >= 1000 ? 1 : 2, 3 - Math.floor(Math.log10(size))));
}

/** Index of the last digit after the point that is not zero, or of the point itself. */
function lastNonZero(decimalText: DecimalText, point: number): number {
  let index = decimalText.length - 1;
  while (index > point && decimalText[index] === '0') index -= 1;
  return index;
}

function groupDigits(whole: string): string {
  if (whole.length <= 3) return whole;
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, text().number.group);
}
