/** A table as CSV (RFC 4180), safe to be opened by a spreadsheet. */

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What a spreadsheet would take for a formula, in narrow or wide letters, and work out. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** What a field may hold; null is written as nothing. */
export type Field = string | number | boolean | null;

export function csvOf(names: readonly string[], rows: Iterable<readonly Field[]>): string {
  const lines = [names.map(csvField).join(',')];
  for (const row of rows) lines.push(row.map(csvField).join(','));
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}

/** Numbers of our own stay numbers; a text that looks like a formula is marked as text. */
export function csvField(value: Field): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
