import { accept, fault } from '../result.ts';
import type { Fault, Result } from '../result.ts';
import type { Indicator, Parameter } from './definition.ts';

/**
 * The parameters of an indicator from outside, complete: one that is missing takes its default.
 * Refused, each with its path: what is no number, out of bounds, or not a parameter at all.
 */
export function parseParams(
  { parameters }: Indicator,
  input: unknown,
  field: string,
): Result<Readonly<Record<string, number>>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, faults: [fault(field, input, 'an object of parameters')] };
  }
  const given = new Map<string, unknown>(Object.entries(input));
  const faults: Fault[] = [];
  const params: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = given.get(name);
    const number = value === undefined ? parameter.default : value;
    if (isWithin(parameter, number)) params[name] = number;
    else faults.push(fault(`${field}.${name}`, number, boundsOf(parameter)));
    given.delete(name);
  }
  const names = Object.keys(parameters).join(', ') || 'no parameters';
  for (const [name, unknown] of given) faults.push(fault(`${field}.${name}`, unknown, names));
  return faults.length === 0 ? accept(params) : { ok: false, faults };
}

function isWithin({ min, max, isInteger }: Parameter, value: unknown): value is number {
  if (typeof value !== 'number' || !(value >= min && value <= max)) return false;
  return !isInteger || Number.isInteger(value);
}

function boundsOf({ min, max, isInteger }: Parameter): string {
  return isInteger ? `whole numbers from ${min} to ${max}` : `${min} to ${max}`;
}
