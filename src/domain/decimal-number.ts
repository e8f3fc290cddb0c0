/**
 * The value of an unsigned decimal as the exchange writes it, checked on the way: exactly what
 * `Number` says of what `isUnsignedDecimal` accepts, and NaN for everything else.
 *
 * A fast path, for candles, which are numbers everywhere: one pass of about 40 ns instead of two of
 * 40 and 65. Up to 2^53 the digits make a whole number without rounding, and a power of ten up to
 * 10^22 is a double without rounding, so that their quotient is rounded once, as `Number` rounds
 * (W. D. Clinger, How to read floating point numbers accurately, 1990). Longer ones go the plain way.
 */
import { isUnsignedDecimal, LONGEST_DECIMAL } from './decimal-sign.ts';

const DIGIT_0 = 48;
/** Distance of the dot from the digit 0. */
const DOT = -2;
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

export function decimalNumber(value: unknown): number {
  if (typeof value !== 'string') return Number.NaN;
  const { length } = value;
  if (length === 0 || length > LONGEST_DECIMAL) return Number.NaN;
  let dot = -1;
  let whole = 0;
  for (let at = 0; at < length; at++) {
    const digit = value.charCodeAt(at) - DIGIT_0;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
    else if (digit === DOT && dot < 0) dot = at;
    else return Number.NaN;
  }
  if (dot === 0 || dot === length - 1) return Number.NaN;
  const power = POWERS[dot < 0 ? 0 : length - 1 - dot];
  if (whole <= Number.MAX_SAFE_INTEGER && power !== undefined) return whole / power;
  return isUnsignedDecimal(value) ? Number(value) : Number.NaN;
}
