import { fault } from '../result.ts';
import type { Fault } from '../result.ts';

/**
 * Readers of single fields of unknown data. Each returns the value, or undefined after it has
 * added a fault that names the field; so one pass finds everything that is wrong.
 */
export type UnknownFields = ReadonlyMap<string, unknown>;

export function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** An object whose fields are among `allowed`; any other field is a fault. The root has no path. */
export function readFields(
  value: unknown,
  path: string,
  allowed: readonly string[],
  faults: Fault[],
): UnknownFields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(fault(path === '' ? 'rule' : path, value, `an object with ${allowed.join(', ')}`));
    return undefined;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [name, content] of fields) {
    if (allowed.includes(name)) continue;
    faults.push(fault(joinPath(path, name), content, `only ${allowed.join(', ')}`));
  }
  return fields;
}

export function readNumber(
  value: unknown,
  path: string,
  bounds: { readonly min: number; readonly max: number; readonly isInteger: boolean },
  faults: Fault[],
): number | undefined {
  const { min, max, isInteger } = bounds;
  const isFit = typeof value === 'number' && value >= min && value <= max;
  if (isFit && (!isInteger || Number.isInteger(value))) return value;
  faults.push(fault(path, value, `${isInteger ? 'whole numbers from ' : ''}${min} to ${max}`));
  return undefined;
}

/** Anything but true and false is a fault. */
export function readFlag(value: unknown, path: string, faults: Fault[]): boolean | undefined {
  if (typeof value === 'boolean') return value;
  faults.push(fault(path, value, 'true, false'));
  return undefined;
}

export function readChoice<T extends string>(
  value: unknown,
  path: string,
  choices: readonly T[],
  faults: Fault[],
): T | undefined {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) faults.push(fault(path, value, choices.join(', ')));
  return choice;
}

/** A text that `isFit` accepts; `allowed` says in words what that is. */
export function readFitText(
  value: unknown,
  path: string,
  isFit: (text: string) => boolean,
  allowed: string,
  faults: Fault[],
): string | undefined {
  if (typeof value === 'string' && isFit(value)) return value;
  faults.push(fault(path, value, allowed));
  return undefined;
}

/** A text that `pattern` matches; `allowed` says the pattern in words. */
export function readText(
  value: unknown,
  path: string,
  pattern: RegExp,
  allowed: string,
  faults: Fault[],
): string | undefined {
  return readFitText(value, path, (text) => pattern.test(text), allowed, faults);
}

/** The word `watchlist`, or a list of 1 to `most` different items. */
export function readWatchlistOr<T>(
  value: unknown,
  path: string,
  most: number,
  readItem: (item: unknown, path: string) => T | undefined,
  faults: Fault[],
): 'watchlist' | readonly T[] | undefined {
  if (value === 'watchlist') return value;
  if (!Array.isArray(value) || value.length < 1 || value.length > most) {
    faults.push(fault(path, value, `"watchlist", or a list of 1 to ${most}`));
    return undefined;
  }
  const items: T[] = [];
  for (const [index, entry] of value.entries()) {
    const itemPath = `${path}[${index}]`;
    const item = readItem(entry, itemPath);
    if (item === undefined) continue;
    if (items.includes(item)) faults.push(fault(itemPath, entry, 'each only once'));
    items.push(item);
  }
  return items;
}
