/** Selectors of what takes the focus after a change to the tree. */

/** The first control of a condition or group. */
export function firstControlOf(key: number): string {
  return `[data-node="${key}"] :is(select, input, button)`;
}

export function toolOf(key: number, tool: string): string {
  return `[data-node="${key}"] [data-tool="${tool}"]`;
}

export function addButtonOf(groupKey: number): string {
  return `[data-add="${groupKey}"]`;
}

/** Focuses the first match that can take it; a tool that is off gives way to its neighbour. */
export function focusOn(root: HTMLElement | null, selector: string): void {
  const found = root?.querySelector<HTMLElement>(selector);
  if (!(found instanceof HTMLButtonElement) || !found.disabled) return found?.focus();
  found.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
}
