import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { itemKey } from './items.ts';
import type { Item } from './items.ts';
import { holdOrder } from './live-order.ts';
import { itemAt } from './row-targets.ts';
import type { RowWindow } from './use-row-window.ts';

export interface ActiveRow {
  /** The row that the tab key reaches. */
  readonly index: number;
  set(key: string): void;
  /** Scrolls there and puts the focus on it. */
  moveTo(index: number): void;
  /** Puts the focus on the active row. */
  focus(): void;
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
}

const ACTIVE = '[data-item][tabindex="0"]';

/**
 * Where the keyboard is: kept by name, because rows change places under it. When its row is gone,
 * what has taken its place is next. `otherwise`: the row to begin with.
 */
export function useActiveRow(
  items: readonly Item[],
  otherwise: string | null,
  { scroller, scrollTo }: RowWindow,
): ActiveRow {
  const active = useSignal<string | null>(null);
  const takesFocus = useRef(false);
  const lastIndex = useRef(0);
  const wanted = active.value ?? otherwise;
  const found = wanted === null ? -1 : items.findIndex((item) => itemKey(item) === wanted);
  const index = found >= 0 ? found : Math.min(lastIndex.current, items.length - 1);
  lastIndex.current = index;

  const focus = () =>
    scroller.current?.querySelector<HTMLElement>(ACTIVE)?.focus({ preventScroll: true });
  const hasFocus = () => scroller.current?.contains(document.activeElement) ?? false;
  // A row that is moved within the document, or leaves it, loses the focus by it.
  const hadFocus = hasFocus();
  useLayoutEffect(() => {
    if (takesFocus.current || (hadFocus && !hasFocus())) focus();
    takesFocus.current = false;
  });
  useEffect(() => () => holdOrder('focus', false), []);

  return {
    index,
    focus,
    set: (key) => (active.value = key),
    moveTo(next) {
      const item = items[next];
      if (item === undefined) return;
      scrollTo(next);
      if (itemKey(item) === active.peek()) return focus();
      takesFocus.current = true;
      active.value = itemKey(item);
    },
    onFocusIn({ target }) {
      holdOrder('focus', true);
      active.value = itemAt(target) ?? active.value;
    },
    onFocusOut({ relatedTarget }) {
      const isInside =
        relatedTarget instanceof Node && scroller.current?.contains(relatedTarget) === true;
      holdOrder('focus', isInside);
    },
  };
}
