import { describe, expect, it } from 'vitest';
import { isGroup } from './draft.ts';
import type { GroupDraft, NodeDraft } from './draft.ts';
import { newGroup, newLeaf } from './new-draft.ts';
import {
  addTo,
  changeKind,
  duplicateNode,
  moveNode,
  placeOf,
  removeNode,
  unwrapNode,
  wrapNode,
} from './tree.ts';

const named = new Map<number, string>();
const leaf = (name: string) => {
  const node = newLeaf();
  named.set(node.key, name);
  return node;
};
/** `all(a any(b c))` */
const shape = (node: NodeDraft): string =>
  isGroup(node)
    ? `${node.kind}(${node.parts.map(shape).join(' ')})`
    : (named.get(node.key) ?? 'copy');

const a = leaf('a');
const b = leaf('b');
const c = leaf('c');
const inner = newGroup('any', [b, c]);
const ROOT: GroupDraft = newGroup('all', [a, inner]);

describe('a tree of conditions', () => {
  it('takes conditions in and gives them up, at any depth', () => {
    expect(shape(addTo(ROOT, inner.key, leaf('d')))).toBe('all(a any(b c d))');
    expect(shape(removeNode(ROOT, b.key))).toBe('all(a any(c))');
    expect(shape(removeNode(ROOT, inner.key))).toBe('all(a)');
    expect(removeNode(ROOT, -1)).toBe(ROOT);
  });

  it('copies a condition after itself, with keys of its own', () => {
    const root = duplicateNode(ROOT, inner.key, 9001);
    expect(shape(root)).toBe('all(a any(b c) any(copy copy))');
    expect(placeOf(root, 9001)?.index).toBe(2);
  });

  it('wraps a condition into a group, and takes a group away again', () => {
    const root = wrapNode(ROOT, a.key, 9002);
    expect(shape(root)).toBe('all(all(a) any(b c))');
    expect(shape(unwrapNode(root, 9002))).toBe(shape(ROOT));
    expect(shape(unwrapNode(ROOT, inner.key))).toBe('all(a b c)');
  });

  it('moves a condition within its group only', () => {
    expect(shape(moveNode(ROOT, c.key, -1))).toBe('all(a any(c b))');
    expect(shape(moveNode(ROOT, c.key, 1))).toBe('all(a any(b c))');
    expect(shape(moveNode(ROOT, a.key, 1))).toBe('all(any(b c) a)');
  });

  it('has one condition in a “not”, whatever comes', () => {
    const root = changeKind(ROOT, inner.key, 'not');
    expect(shape(root)).toBe('all(a not(any(b c)))');
    expect(shape(changeKind(removeNode(ROOT, b.key), inner.key, 'not'))).toBe('all(a not(c))');
    const single = newGroup('all', [newGroup('not', [a])]);
    expect(shape(duplicateNode(single, a.key, 9003))).toBe('all(not(all(a copy)))');
  });
});
