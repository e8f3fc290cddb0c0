import { findIndicator, INDICATOR_NAMES } from '../indicators/index.ts';
import { parseParams } from '../indicators/parse-params.ts';
import { INTERVALS } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { fault } from '../result.ts';
import type { Fault } from '../result.ts';
import { PRICE_FIELDS } from './operand.ts';
import type { Operand } from './operand.ts';
import { joinPath, readChoice, readFields, readFlag } from './parse-fields.ts';
import type { UnknownFields } from './parse-fields.ts';

const LARGEST_CONSTANT = 1e15;
const OF_INTERVAL = ['interval', 'forming'] as const;

/** Reads an operand from outside; undefined after faults have been added. */
export function readOperand(value: unknown, path: string, faults: Fault[]): Operand | undefined {
  const kind = ['price', 'constant', 'indicator'].find(
    (name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name),
  );
  if (kind === 'price') return readPrice(value, path, faults);
  if (kind === 'constant') {
    const given = readFields(value, path, ['constant'], faults)?.get('constant');
    if (typeof given === 'number' && Math.abs(given) <= LARGEST_CONSTANT)
      return { constant: given };
    faults.push(fault(joinPath(path, 'constant'), given, 'a number'));
    return undefined;
  }
  if (kind === 'indicator') return readIndicator(value, path, faults);
  faults.push(fault(path, value, 'an object with indicator, price or constant'));
  return undefined;
}

function readPrice(value: unknown, path: string, faults: Fault[]): Operand | undefined {
  const fields = readFields(value, path, ['price', ...OF_INTERVAL], faults);
  if (fields === undefined) return undefined;
  const price = readChoice(fields.get('price'), joinPath(path, 'price'), PRICE_FIELDS, faults);
  const ofInterval = readOfInterval(fields, path, faults);
  return price === undefined ? undefined : { price, ...ofInterval };
}

function readIndicator(value: unknown, path: string, faults: Fault[]): Operand | undefined {
  const allowed = ['indicator', 'params', 'output', ...OF_INTERVAL];
  const fields = readFields(value, path, allowed, faults);
  const namePath = joinPath(path, 'indicator');
  const name = readChoice(fields?.get('indicator'), namePath, INDICATOR_NAMES, faults);
  const indicator = name === undefined ? undefined : findIndicator(name);
  if (fields === undefined || indicator === undefined) return undefined;
  const params = parseParams(indicator, fields.get('params'), joinPath(path, 'params'));
  if (!params.ok) faults.push(...params.faults);
  const outputPath = joinPath(path, 'output');
  const output = readChoice(fields.get('output'), outputPath, indicator.outputs, faults);
  const ofInterval = readOfInterval(fields, path, faults);
  if (!params.ok || output === undefined) return undefined;
  return { indicator: indicator.name, params: params.value, output, ...ofInterval };
}

/** A `forming` that is false says no more than none. */
function readOfInterval(
  fields: UnknownFields,
  path: string,
  faults: Fault[],
): { readonly interval?: Interval; readonly forming?: boolean } {
  const given = fields.get('interval');
  const interval =
    given === undefined
      ? undefined
      : readChoice(given, joinPath(path, 'interval'), INTERVALS, faults);
  const formingPath = joinPath(path, 'forming');
  const flag = fields.get('forming') ?? false;
  const isForming = readFlag(flag, formingPath, faults) === true;
  if (isForming && given === undefined) {
    faults.push(fault(formingPath, flag, 'only beside an interval'));
  }
  if (interval === undefined) return {};
  return isForming ? { interval, forming: true } : { interval };
}
