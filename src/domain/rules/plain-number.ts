/** Digits that a double can be trusted for. */
const MOST_DIGITS = 15;
const MOST_DECIMALS = 20;

/**
 * A number for people: that many significant digits, all digits before the point, no exponent, no
 * trailing zeros. `0.00000001234`, `43508.3`, `30`.
 */
export function plainNumber(value: number, digits = MOST_DIGITS): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude >= MOST_DIGITS) return BigInt(Math.round(value)).toString();
  const decimals = Math.min(Math.max(digits - 1 - magnitude, 0), MOST_DECIMALS);
  const text = value.toFixed(decimals);
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
}

/**
 * How many significant digits tell `value` and `other` apart, but at least `digits`: a crossing
 * from 29.99996 to 30.00004 must not read as 30 beside 30.
 */
export function digitsToTell(value: number, other: number, digits: number): number {
  if (areFarApart(value, other, digits)) return digits;
  const isTold = value === other || plainNumber(value, digits) !== plainNumber(other, digits);
  return isTold || digits >= MOST_DIGITS ? digits : digitsToTell(value, other, digits + 1);
}

/** Further apart than rounding to so many digits can bring them: most are, and need not be written. */
function areFarApart(value: number, other: number, digits: number): boolean {
  const larger = Math.max(Math.abs(value), Math.abs(other));
  const isInDecimals = larger > 10 ** (digits - MOST_DECIMALS);
  return isInDecimals && Math.abs(value - other) > larger * 10 ** (1 - digits);
}
