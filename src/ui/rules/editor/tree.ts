/** Changes to a tree of conditions. Each returns a new tree; a key that is not in it changes nothing. */
import { isGroup } from './draft.ts';
import type { GroupDraft, GroupKind, LeafDraft, NodeDraft } from './draft.ts';
import { newGroup, newKey } from './new-draft.ts';

export function changeLeaf(root: GroupDraft, key: number, part: Partial<LeafDraft>): GroupDraft {
  return changeNode(root, key, (node) => (isGroup(node) ? node : { ...node, ...part }));
}

export function changeWithin(root: GroupDraft, key: number, within: string): GroupDraft {
  return changeNode(root, key, (node) => (isGroup(node) ? { ...node, within } : node));
}

/** A `not` holds one condition: what a group has more goes into a group of its own inside. */
export function changeKind(root: GroupDraft, key: number, kind: GroupKind): GroupDraft {
  return changeNode(root, key, (node) => {
    if (!isGroup(node) || node.kind === kind) return node;
    if (kind !== 'not' || node.parts.length < 2) return { ...node, kind };
    return { ...node, kind, parts: [{ ...node, key: newKey() }] };
  });
}

export function addTo(root: GroupDraft, groupKey: number, added: NodeDraft): GroupDraft {
  return changeNode(root, groupKey, (node) =>
    isGroup(node) ? { ...node, parts: [...node.parts, added] } : node,
  );
}

export function removeNode(root: GroupDraft, key: number): GroupDraft {
  return changeParts(root, key, (parts) => parts.filter((part) => part.key !== key));
}

/** The copy stands after the original; a `not`, which holds one, becomes `all` of two inside. */
export function duplicateNode(root: GroupDraft, key: number, copyKey: number): GroupDraft {
  return changeParts(root, key, (parts, group) => {
    const copies = parts.flatMap((part) =>
      part.key === key ? [part, { ...withNewKeys(part), key: copyKey }] : [part],
    );
    return group.kind === 'not' ? [newGroup('all', copies)] : copies;
  });
}

export function wrapNode(root: GroupDraft, key: number, groupKey: number): GroupDraft {
  return changeParts(root, key, (parts) =>
    parts.map((part) => (part.key === key ? { ...newGroup('all', [part]), key: groupKey } : part)),
  );
}

/** Takes a group away and leaves what is in it, where its place has room for that. */
export function unwrapNode(root: GroupDraft, key: number): GroupDraft {
  return changeParts(root, key, (parts, group) =>
    parts.flatMap((part) => {
      const isFit = isGroup(part) && (group.kind !== 'not' || part.parts.length === 1);
      return part.key === key && isFit ? part.parts : [part];
    }),
  );
}

/** Moves a condition within its group; beyond the ends it stays. */
export function moveNode(root: GroupDraft, key: number, by: -1 | 1): GroupDraft {
  return changeParts(root, key, (parts) => {
    const from = parts.findIndex((part) => part.key === key);
    const to = from + by;
    const moved = parts[from];
    if (moved === undefined || to < 0 || to >= parts.length) return parts;
    return parts.toSpliced(from, 1).toSpliced(to, 0, moved);
  });
}

/** The group around a condition, and its place there. */
export function placeOf(
  root: GroupDraft,
  key: number,
): { readonly group: GroupDraft; readonly index: number } | undefined {
  const index = root.parts.findIndex((part) => part.key === key);
  if (index >= 0) return { group: root, index };
  for (const part of root.parts) {
    const found = isGroup(part) ? placeOf(part, key) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function changeNode<T extends NodeDraft>(
  node: T,
  key: number,
  change: (found: NodeDraft) => NodeDraft,
): T {
  // A group stays a group and a leaf a leaf: every change above keeps the kind of what it is given.
  if (node.key === key) return change(node) as T;
  if (!isGroup(node)) return node;
  return { ...node, parts: node.parts.map((part) => changeNode(part, key, change)) };
}

function changeParts(
  root: GroupDraft,
  key: number,
  change: (parts: readonly NodeDraft[], group: GroupDraft) => readonly NodeDraft[],
): GroupDraft {
  const place = placeOf(root, key);
  if (place === undefined) return root;
  const { group } = place;
  return changeNode(root, group.key, () => ({ ...group, parts: change(group.parts, group) }));
}

function withNewKeys(node: NodeDraft): NodeDraft {
  const key = newKey();
  return isGroup(node) ? { ...node, key, parts: node.parts.map(withNewKeys) } : { ...node, key };
}
