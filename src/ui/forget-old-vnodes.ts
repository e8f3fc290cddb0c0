/**
 * Lets go of what Preact drew before. When a component draws itself anew, its old virtual node keeps
 * its children, these their parents, and these their other old children: in a page that draws itself
 * for days, siblings that change in turn hold each other's past, all of it (preactjs/preact issues
 * 4909 and 4853). So an old node's children are taken from it once it has been replaced.
 *
 * `__c`, `__v` and `__k` are what Preact calls a node's component, a component's node and a node's
 * children in every build of it; where they have other names, nothing happens.
 */
/* oxlint-disable no-underscore-dangle -- these are the names that Preact gives */
import { options } from 'preact';
import type { VNode } from 'preact';

interface Node {
  readonly __c?: { readonly __v?: { __k?: unknown } | null } | null;
}

export function forgetOldVNodes(): void {
  const before = options.vnode;
  const replaced: { __k?: unknown }[] = [];
  const forget = () => {
    for (const old of replaced.splice(0)) old.__k = null;
  };
  options.vnode = (vnode: VNode): void => {
    before?.(vnode);
    // Only the copy that a component is drawn anew with has a component already.
    const old = (vnode as Node).__c?.__v;
    if (!old) return;
    // By then the new children are there.
    if (replaced.length === 0) queueMicrotask(forget);
    replaced.push(old);
  };
}
