import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Anchor } from './Popup.tsx';
import { holdOrder } from './live-order.ts';

export interface OpenMenu {
  readonly symbol: string;
  readonly anchor: Anchor;
  /** The button that opened it; null where it was the pointer. */
  readonly opener: Element | null;
}

export interface RowMenuState {
  /** Null while it is closed. */
  readonly opened: ReadonlySignal<OpenMenu | null>;
  open(menu: OpenMenu): void;
  close(): void;
}

/** Whose menu is open. The rows do not change places under it. */
export function useRowMenu(): RowMenuState {
  const opened = useSignal<OpenMenu | null>(null);
  const show = (menu: OpenMenu | null) => {
    holdOrder('menu', menu !== null);
    opened.value = menu;
  };
  useEffect(() => () => holdOrder('menu', false), []);
  return { opened, open: show, close: () => show(null) };
}
