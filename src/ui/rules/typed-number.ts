/**
 * A plain decimal number as people type it, with or without grouping; a comma is taken as the decimal
 * point only when nothing else fits. Null for anything else.
 */
export function typedNumber(typed: string): number | null {
  const trimmed = typed.trim().replaceAll(/[\s_]/g, '').replace(/^−/, '-');
  const plain =
    /^-?\d+,\d+$/.test(trimmed) && !/^-?\d{1,3},\d{3}$/.test(trimmed)
      ? trimmed.replace(',', '.')
      : trimmed.replaceAll(',', '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
