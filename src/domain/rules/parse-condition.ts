import { findIndicator, INDICATOR_NAMES } from '../indicators/index.ts';
import { parseParams } from '../indicators/parse-params.ts';
import { fault } from '../result.ts';
import type { Fault } from '../result.ts';
import { joinPath, readChoice, readFields, readNumber } from './parse-fields.ts';
import type { UnknownFields } from './parse-fields.ts';
import { CHANGE_OPERATORS, COMPARISON_OPERATORS, PRICE_FIELDS } from './rule.ts';
import type { Change, Comparison, Condition, Operand } from './rule.ts';

/** Groups within groups, the outermost counted as 1. */
export const DEEPEST = 8;
/** Groups, comparisons and changes of one rule together. */
export const MOST_NODES = 64;

export const PERCENT_BOUNDS = { min: 0.01, max: 10_000, isInteger: false };
export const CANDLES_BOUNDS = { min: 1, max: 1000, isInteger: true };
const CONSTANT_BOUNDS = { min: -1e15, max: 1e15, isInteger: false };

const OPERATORS = [...COMPARISON_OPERATORS, ...CHANGE_OPERATORS] as const;

interface Walk {
  readonly faults: Fault[];
  nodes: number;
}

/** Reads a tree of conditions; undefined after faults have been added. */
export function readCondition(
  value: unknown,
  path: string,
  faults: Fault[],
): Condition | undefined {
  return readNode(value, path, 1, { faults, nodes: 0 });
}

function readNode(value: unknown, path: string, depth: number, walk: Walk): Condition | undefined {
  const { faults } = walk;
  walk.nodes += 1;
  if (walk.nodes > MOST_NODES) {
    if (walk.nodes === MOST_NODES + 1) {
      faults.push(fault(path, `condition ${walk.nodes}`, `at most ${MOST_NODES} conditions`));
    }
    return undefined;
  }
  if (depth > DEEPEST) {
    faults.push(fault(path, `level ${depth}`, `at most ${DEEPEST} levels`));
    return undefined;
  }
  const kind = groupKindOf(value);
  return kind === undefined
    ? readLeaf(value, path, faults)
    : readGroup(kind, value, path, depth, walk);
}

function groupKindOf(value: unknown): 'all' | 'any' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, 'all')) return 'all';
  return Object.hasOwn(value, 'any') ? 'any' : undefined;
}

function readGroup(
  kind: 'all' | 'any',
  value: unknown,
  path: string,
  depth: number,
  walk: Walk,
): Condition | undefined {
  const { faults } = walk;
  const list = readFields(value, path, [kind], faults)?.get(kind);
  const listPath = joinPath(path, kind);
  if (!Array.isArray(list) || list.length === 0) {
    faults.push(fault(listPath, list, `a list of 1 to ${MOST_NODES} conditions`));
    return undefined;
  }
  const parts: Condition[] = [];
  for (const [index, entry] of list.entries()) {
    if (walk.nodes > MOST_NODES) break;
    const part = readNode(entry, `${listPath}[${index}]`, depth + 1, walk);
    if (part !== undefined) parts.push(part);
  }
  return kind === 'all' ? { all: parts } : { any: parts };
}

function readLeaf(value: unknown, path: string, faults: Fault[]): Condition | undefined {
  const isChange =
    typeof value === 'object' &&
    value !== null &&
    CHANGE_OPERATORS.some((operator) => 'operator' in value && value.operator === operator);
  const allowed = isChange
    ? ['left', 'operator', 'percent', 'candles']
    : ['left', 'operator', 'right'];
  const fields = readFields(value, path, allowed, faults);
  if (fields === undefined) return undefined;
  return isChange ? readChange(fields, path, faults) : readComparison(fields, path, faults);
}

function readComparison(
  fields: UnknownFields,
  path: string,
  faults: Fault[],
): Comparison | undefined {
  const left = readOperand(fields.get('left'), joinPath(path, 'left'), faults);
  const operator = readChoice(
    fields.get('operator'),
    joinPath(path, 'operator'),
    OPERATORS,
    faults,
  );
  const right = readOperand(fields.get('right'), joinPath(path, 'right'), faults);
  if (left === undefined || right === undefined) return undefined;
  if (operator === undefined || operator === 'risesBy' || operator === 'fallsBy') return undefined;
  return { left, operator, right };
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

function readOperand(value: unknown, path: string, faults: Fault[]): Operand | undefined {
  const kind = ['price', 'constant', 'indicator'].find(
    (name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name),
  );
  if (kind === 'price') {
    const given = readFields(value, path, ['price'], faults)?.get('price');
    const price = readChoice(given, joinPath(path, 'price'), PRICE_FIELDS, faults);
    return price === undefined ? undefined : { price };
  }
  if (kind === 'constant') {
    const given = readFields(value, path, ['constant'], faults)?.get('constant');
    const constant = readNumber(given, joinPath(path, 'constant'), CONSTANT_BOUNDS, faults);
    return constant === undefined ? undefined : { constant };
  }
  if (kind === 'indicator') return readIndicator(value, path, faults);
  faults.push(fault(path, value, 'an object with indicator, price or constant'));
  return undefined;
}

function readIndicator(value: unknown, path: string, faults: Fault[]): Operand | undefined {
  const fields = readFields(value, path, ['indicator', 'params', 'output'], faults);
  const namePath = joinPath(path, 'indicator');
  const name = readChoice(fields?.get('indicator'), namePath, INDICATOR_NAMES, faults);
  const indicator = name === undefined ? undefined : findIndicator(name);
  if (fields === undefined || indicator === undefined) return undefined;
  const params = parseParams(indicator, fields.get('params'), joinPath(path, 'params'));
  if (!params.ok) faults.push(...params.faults);
  const outputPath = joinPath(path, 'output');
  const output = readChoice(fields.get('output'), outputPath, indicator.outputs, faults);
  if (!params.ok || output === undefined) return undefined;
  return { indicator: indicator.name, params: params.value, output };
}
