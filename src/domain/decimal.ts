import { Decimal } from 'decimal.js';
import type { DecimalText } from './market.ts';

/** A double as plain decimal digits, without exponent: 1e-8 becomes `0.00000001`. */
export function decimalText(value: number): DecimalText {
  return new Decimal(value).toFixed();
}

const PLAIN_DECIMAL = /^\d{1,20}(\.\d{1,20})?$/;

/** Whether a text is a decimal number above zero, written without sign or exponent. */
export function isPositiveDecimal(text: unknown): text is DecimalText {
  return typeof text === 'string' && PLAIN_DECIMAL.test(text) && new Decimal(text).gt(0);
}
