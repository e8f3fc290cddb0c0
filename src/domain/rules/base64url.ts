/** Text in the letters that a link may hold: base64url (RFC 4648, section 5) of its UTF-8, unpadded. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const BITS_OF_DIGIT = 6;
const BITS_OF_BYTE = 8;

/** Of well-formed text, such as that of `JSON.stringify`; a lone surrogate throws a URIError. */
export function toBase64Url(text: string): string {
  return regroup(utf8Of(text), BITS_OF_BYTE, BITS_OF_DIGIT, true)
    .map((value) => DIGITS.charAt(value))
    .join('');
}

/** Undefined for what `toBase64Url` cannot have made. */
export function fromBase64Url(encoded: string): string | undefined {
  const values: number[] = [];
  for (const digit of encoded) {
    const value = VALUES.get(digit);
    if (value === undefined) return undefined;
    values.push(value);
  }
  const bytes = regroup(values, BITS_OF_DIGIT, BITS_OF_BYTE, false);
  const text = textOf(bytes);
  return text !== undefined && toBase64Url(text) === encoded ? text : undefined;
}

/** The same bits in groups of another size; bits left over are filled up or dropped. */
function regroup(
  values: readonly number[],
  size: number,
  newSize: number,
  fillsUp: boolean,
): number[] {
  const groups: number[] = [];
  let bits = 0;
  let count = 0;
  for (const value of values) {
    bits = (bits << size) | value;
    count += size;
    while (count >= newSize) {
      count -= newSize;
      groups.push(bits >> count);
      bits &= (1 << count) - 1;
    }
  }
  if (fillsUp && count > 0) groups.push(bits << (newSize - count));
  return groups;
}

function utf8Of(text: string): number[] {
  const escaped = encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g);
  return Array.from(escaped, ([character, hex]) =>
    hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

function textOf(bytes: readonly number[]): string | undefined {
  const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(escaped.join(''));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
