import { text } from '../text/text.ts';

/**
 * A plain decimal number as people type it, with or without grouping, its point written as the
 * language of the page writes it. Where that is not a comma, one is taken for it only when nothing
 * else fits. Null for anything else.
 */
export function typedNumber(typed: string): number | null {
  const trimmed = typed.trim().replaceAll(/[\s_]/g, '').replace(/^−/, '-');
  const plain = isPoint(trimmed) ? trimmed.replace(',', '.') : trimmed.replaceAll(',', '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** Whether the comma in it is the decimal point, rather than between thousands. */
function isPoint(trimmed: string): boolean {
  if (text().number.decimal === ',') return true;
  return /^-?\d+,\d+$/.test(trimmed) && !/^-?\d{1,3},\d{3}$/.test(trimmed);
}
