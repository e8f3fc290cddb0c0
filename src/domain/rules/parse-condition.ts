import { fault } from '../result.ts';
import type { Fault } from '../result.ts';
import type { Condition } from './condition.ts';
import { joinPath, readFields, readNumber } from './parse-fields.ts';
import { readLeaf } from './parse-leaf.ts';

/** Groups within groups, the outermost counted as 1. */
export const DEEPEST = 8;
/** Groups and leaves of one rule together. */
export const MOST_NODES = 64;
/** Of a sequence: how many candles its first condition may lie behind the last. */
const LONGEST_SEQUENCE = 1000;

const GROUP_KINDS = ['all', 'any', 'not', 'sequence'] as const;
type GroupKind = (typeof GROUP_KINDS)[number];

interface Walk {
  readonly faults: Fault[];
  nodes: number;
}

/** Reads a tree of conditions from outside; undefined after faults have been added. */
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

function groupKindOf(value: unknown): GroupKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return GROUP_KINDS.find((kind) => Object.hasOwn(value, kind));
}

function readGroup(
  kind: GroupKind,
  value: unknown,
  path: string,
  depth: number,
  walk: Walk,
): Condition | undefined {
  const allowed = kind === 'sequence' ? [kind, 'within'] : [kind];
  const fields = readFields(value, path, allowed, walk.faults);
  const inner = fields?.get(kind);
  const innerPath = joinPath(path, kind);
  if (kind === 'not') {
    const part = readNode(inner, innerPath, depth + 1, walk);
    return part && { not: part };
  }
  const parts = readParts(inner, innerPath, depth, walk);
  if (parts === undefined) return undefined;
  if (kind === 'all') return { all: parts };
  if (kind === 'any') return { any: parts };
  // Each step takes a candle of its own.
  const min = Math.max(1, parts.length - 1);
  const bounds = { min, max: LONGEST_SEQUENCE, isInteger: true };
  const within = readNumber(fields?.get('within'), joinPath(path, 'within'), bounds, walk.faults);
  return within === undefined ? undefined : { sequence: parts, within };
}

function readParts(
  list: unknown,
  path: string,
  depth: number,
  walk: Walk,
): readonly Condition[] | undefined {
  if (!Array.isArray(list) || list.length === 0) {
    walk.faults.push(fault(path, list, `a list of 1 to ${MOST_NODES} conditions`));
    return undefined;
  }
  const parts: Condition[] = [];
  for (const [index, entry] of list.entries()) {
    if (walk.nodes > MOST_NODES) break;
    const part = readNode(entry, `${path}[${index}]`, depth + 1, walk);
    if (part !== undefined) parts.push(part);
  }
  return parts;
}
