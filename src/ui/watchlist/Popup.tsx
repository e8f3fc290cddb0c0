import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './popup.css';

/** Where a popup belongs, in the window's pixels: beside a button, or at the pointer. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Props {
  readonly role: 'menu' | 'dialog';
  readonly label: string;
  readonly anchor: Anchor;
  /** Presses there do not close it: the button closes it itself. */
  readonly opener: Element | null;
  /** `isByKey`: the focus should go back to where it came from. */
  readonly onClose: (isByKey: boolean) => void;
  readonly children: ComponentChildren;
}

const MARGIN = 4;

/** Stands above everything else, inside the window, until something else is touched or focused. */
export function Popup({ role, label, anchor, opener, onClose, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = popup.current;
    if (!element) return;
    // The top layer: no panel clips it. Where browsers lack it, it is merely placed.
    element.showPopover?.();
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(anchor.right - width, window.innerWidth - width - MARGIN);
    const fitsBelow = anchor.bottom + height + MARGIN <= window.innerHeight;
    const top = fitsBelow ? anchor.bottom : Math.max(MARGIN, anchor.top - height);
    element.style.left = `${Math.max(MARGIN, left)}px`;
    element.style.top = `${top}px`;
    element.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  }, [anchor]);

  useEffect(() => {
    const ending = new AbortController();
    const isOutside = (target: EventTarget | null) =>
      !(target instanceof Node && (popup.current?.contains(target) || opener?.contains(target)));
    const closeOutside = (event: Event) => {
      if (isOutside(event.target)) close.current(false);
    };
    const options = { capture: true, signal: ending.signal };
    document.addEventListener('pointerdown', closeOutside, options);
    document.addEventListener('focusin', closeOutside, options);
    document.addEventListener('scroll', closeOutside, options);
    window.addEventListener('resize', () => close.current(false), options);
    return () => ending.abort();
  }, [opener]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const isLeaving = event.key === 'Escape' || (role === 'menu' && event.key === 'Tab');
    if (isLeaving) onClose(true);
    else if (role !== 'menu' || !moveFocus(popup.current, event.key)) return;
    event.preventDefault();
  };

  return (
    <div
      ref={popup}
      popover="manual"
      class="popup"
      role={role}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

/** Moves among the items of a menu, from the last one on to the first. */
function moveFocus(menu: HTMLElement | null, key: string): boolean {
  const entries = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const now = entries.findIndex((entry) => entry === document.activeElement);
  const target = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[key];
  if (target === undefined) return false;
  entries.at(target % entries.length)?.focus();
  return true;
}
