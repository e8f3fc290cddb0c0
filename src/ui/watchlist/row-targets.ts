import type { Anchor } from './Popup.tsx';

/** The symbol of the row that an event came from. */
export function symbolAt(target: EventTarget | null): string | undefined {
  return closest(target, '[data-symbol]')?.dataset['symbol'];
}

/** The key of the row, or of the head of a group, that an event came from. */
export function itemAt(target: EventTarget | null): string | undefined {
  return closest(target, '[data-item]')?.dataset['item'];
}

/** The asset of the head of a group that was pressed. */
export function groupAt(target: EventTarget | null): string | undefined {
  return closest(target, '[data-group]')?.dataset['group'];
}

export function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

/** For a popup at the pointer. */
export function pointAnchor(at: { readonly clientX: number; readonly clientY: number }): Anchor {
  return { left: at.clientX, right: at.clientX, top: at.clientY, bottom: at.clientY };
}
