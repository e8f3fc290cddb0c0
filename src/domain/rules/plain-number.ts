/** Digits that a double can be trusted for. */
const MOST_DIGITS = 15;
const MOST_DECIMALS = 20;

/** Looked up: to compute a power takes as long as all else that is asked of two numbers. */
const TENTHS = Array.from({ length: MOST_DECIMALS }, (_, power) => 10 ** -power);
function tenthTo(power: number): number {
  return TENTHS[power] ?? 10 ** -power;
}

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
  const trimmed = decimals > 0 ? withoutLastZeros(text) : text;
  return trimmed === '-0' ? '0' : trimmed;
}

/** Of a number with a point. By hand: a pattern would take longer than the number took to be written. */
function withoutLastZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '0') end--;
  if (text[end - 1] === '.') end--;
  return text.slice(0, end);
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
  const isInDecimals = larger > tenthTo(MOST_DECIMALS - digits);
  return isInDecimals && Math.abs(value - other) > larger * tenthTo(digits - 1);
}
