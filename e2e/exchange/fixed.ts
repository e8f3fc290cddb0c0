/**
 * Exact decimals with eight places, as Binance writes prices and quantities. Amounts are BigInts
 * counted in units of 0.00000001.
 */
const PLACES = 8;
const UNIT = 10n ** BigInt(PLACES);
const DECIMAL = /^(\d+)(?:\.(\d{1,8}))?$/;

/**
 * Reads a decimal string that is zero or more.
 * @throws RangeError naming `what`, the text and what is allowed
 */
export function parseFixed(text: string, what: string): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) {
    throw new RangeError(
      `${what}: ${JSON.stringify(text)} is not a decimal string of zero or more with up to ${PLACES} places, such as "64230.12"`,
    );
  }
  const [, whole = '0', fraction = ''] = match;
  return BigInt(whole) * UNIT + BigInt(fraction.padEnd(PLACES, '0'));
}

/** Writes an amount with all eight places: `-65.00000000`. */
export function formatFixed(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(PLACES + 1, '0');
  const text = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
  return amount < 0n ? `-${text}` : text;
}

/** Reads a decimal and writes it as Binance would: `normalize('1.5', …)` is `1.50000000`. */
export function normalizeFixed(text: string, what: string): string {
  return formatFixed(parseFixed(text, what));
}

/** Product of two amounts, rounded down to eight places. */
export function multiplyFixed(left: bigint, right: bigint): bigint {
  return (left * right) / UNIT;
}

/** Quotient of two amounts, rounded towards zero; zero when the divisor is zero. */
export function divideFixed(left: bigint, right: bigint): bigint {
  return right === 0n ? 0n : (left * UNIT) / right;
}

/** The larger of two amounts. */
export function maxFixed(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

/** The smaller of two amounts. */
export function minFixed(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
