import { fault } from '../result.ts';
import type { Fault } from '../result.ts';
import { CHANGE_OPERATORS, COMPARISON_OPERATORS, OPERATORS, RANGE_OPERATORS } from './condition.ts';
import type { Change, Comparison, Leaf, RangeCondition } from './condition.ts';
import { joinPath, readChoice, readFields, readNumber } from './parse-fields.ts';
import type { UnknownFields } from './parse-fields.ts';
import { readOperand } from './parse-operand.ts';

export const PERCENT_BOUNDS = { min: 0.01, max: 10_000, isInteger: false };
export const CANDLES_BOUNDS = { min: 1, max: 1000, isInteger: true };

const FIELDS = {
  comparison: ['left', 'operator', 'right'],
  range: ['left', 'operator', 'low', 'high'],
  change: ['left', 'operator', 'percent', 'candles'],
} as const;

/** Reads a comparison, a range or a change; undefined after faults have been added. */
export function readLeaf(value: unknown, path: string, faults: Fault[]): Leaf | undefined {
  const kind = kindOf(value);
  const fields = readFields(value, path, FIELDS[kind], faults);
  if (fields === undefined) return undefined;
  switch (kind) {
    case 'comparison':
      return readComparison(fields, path, faults);
    case 'range':
      return readRange(fields, path, faults);
    case 'change':
      return readChange(fields, path, faults);
    default:
      return kind satisfies never;
  }
}

/** The operator tells which fields there are; one that is unknown is refused as a comparison's. */
function kindOf(value: unknown): keyof typeof FIELDS {
  if (typeof value !== 'object' || value === null || !('operator' in value)) return 'comparison';
  const isOneOf = (operators: readonly string[]) =>
    operators.some((operator) => operator === value.operator);
  if (isOneOf(RANGE_OPERATORS)) return 'range';
  return isOneOf(CHANGE_OPERATORS) ? 'change' : 'comparison';
}

function readComparison(
  fields: UnknownFields,
  path: string,
  faults: Fault[],
): Comparison | undefined {
  const left = readOperand(fields.get('left'), joinPath(path, 'left'), faults);
  const given = fields.get('operator');
  const operator = COMPARISON_OPERATORS.find((candidate) => candidate === given);
  if (operator === undefined) {
    faults.push(fault(joinPath(path, 'operator'), given, OPERATORS.join(', ')));
  }
  const right = readOperand(fields.get('right'), joinPath(path, 'right'), faults);
  if (left === undefined || operator === undefined || right === undefined) return undefined;
  return { left, operator, right };
}

function readRange(
  fields: UnknownFields,
  path: string,
  faults: Fault[],
): RangeCondition | undefined {
  const left = readOperand(fields.get('left'), joinPath(path, 'left'), faults);
  const operatorPath = joinPath(path, 'operator');
  const operator = readChoice(fields.get('operator'), operatorPath, RANGE_OPERATORS, faults);
  const lowPath = joinPath(path, 'low');
  const low = readOperand(fields.get('low'), lowPath, faults);
  const high = readOperand(fields.get('high'), joinPath(path, 'high'), faults);
  if (left === undefined || operator === undefined) return undefined;
  if (low === undefined || high === undefined) return undefined;
  if ('constant' in low && 'constant' in high && low.constant >= high.constant) {
    const allowed = `less than high, which is ${high.constant}`;
    faults.push(fault(joinPath(lowPath, 'constant'), low.constant, allowed));
    return undefined;
  }
  return { left, operator, low, high };
}

function readChange(fields: UnknownFields, path: string, faults: Fault[]): Change | undefined {
  const left = readOperand(fields.get('left'), joinPath(path, 'left'), faults);
  const operatorPath = joinPath(path, 'operator');
  const operator = readChoice(fields.get('operator'), operatorPath, CHANGE_OPERATORS, faults);
  const percentPath = joinPath(path, 'percent');
  const percent = readNumber(fields.get('percent'), percentPath, PERCENT_BOUNDS, faults);
  const candlesPath = joinPath(path, 'candles');
  const candles = readNumber(fields.get('candles'), candlesPath, CANDLES_BOUNDS, faults);
  if (left === undefined || operator === undefined) return undefined;
  if (percent === undefined || candles === undefined) return undefined;
  return { left, operator, percent, candles };
}
