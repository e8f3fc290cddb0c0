export const REJECTION_KINDS = [
  'not-json',
  'unknown-type',
  'wrong-stream',
  'missing-field',
  'bad-symbol',
  'bad-price',
  'bad-quantity',
  'bad-number',
  'bad-time',
  'unknown-interval',
  'off-grid',
  'bad-candle',
] as const;

/**
 * Why something from the exchange was refused:
 * - `not-json`: the text is no JSON, or a value that is neither an object nor an array
 * - `unknown-type`: an event that nobody here reads (order book depth, say)
 * - `wrong-stream`: an event of another type than its stream's
 * - `missing-field`: absent or null
 * - `bad-symbol`, `bad-price`, `bad-quantity`, `bad-number`, `bad-time`: present, but not what it
 *   has to be; a price given as a number instead of a text is a `bad-price`
 * - `unknown-interval`, `off-grid`: a candle of no interval, or not opened where its interval opens
 * - `bad-candle`: high and low do not hold open and close between them, or it closes before it opens
 */
export type RejectionKind = (typeof REJECTION_KINDS)[number];

export interface Rejection {
  readonly kind: RejectionKind;
  /** The exchange's name of the field, such as `k.h`; empty where the whole frame is meant. */
  readonly field: string;
}

/** Reading a property that is not there costs less than asking whether it is. */
export function isRejection(parsed: object): parsed is Rejection {
  return (parsed as Partial<Rejection>).kind !== undefined;
}

export function refused(kind: RejectionKind, value: unknown, field: string): Rejection {
  return { kind: value === undefined || value === null ? 'missing-field' : kind, field };
}
