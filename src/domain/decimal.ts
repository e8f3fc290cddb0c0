import { Decimal } from 'decimal.js';
import type { DecimalText } from './market.ts';

/** A double as plain decimal digits, without exponent: 1e-8 becomes `0.00000001`. */
export function decimalText(value: number): DecimalText {
  return new Decimal(value).toFixed();
}
