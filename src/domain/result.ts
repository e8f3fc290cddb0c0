/**
 * One thing that is wrong with an input, in terms a person can act on.
 * `field` is a path such as `settings.queueSize` or `conditions.all[1].left.params.length`.
 */
export interface Fault {
  readonly field: string;
  /** What was given, shortened for display. */
  readonly value: string;
  /** What would have been right: a range, a list, or a reason. */
  readonly allowed: string;
}

/** Outcome of reading something from outside. Bad input is a value, never an exception. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const LONGEST_SHOWN_VALUE = 60;

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(field: string, value: unknown, allowed: string): Result<never> {
  return { ok: false, faults: [fault(field, value, allowed)] };
}

export function fault(field: string, value: unknown, allowed: string): Fault {
  return { field, value: shown(value), allowed };
}

/** `settings.queueSize: 0 is refused; allowed: 10 to 100000` */
export function describeFault({ field, value, allowed }: Fault): string {
  return `${field}: ${value} is refused; allowed: ${allowed}`;
}

function shown(value: unknown): string {
  const text = textOf(value);
  return text.length > LONGEST_SHOWN_VALUE ? `${text.slice(0, LONGEST_SHOWN_VALUE)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    // Rows and messages may hold what JSON cannot: a cycle, a bigint.
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}
