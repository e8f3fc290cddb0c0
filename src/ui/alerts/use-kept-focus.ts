import { useLayoutEffect, useRef } from 'preact/hooks';

interface KeptFocus {
  /** Call when the focus enters the region, with the element that it came from. */
  enter(from: EventTarget | null): void;
}

/**
 * Keeps the keyboard's place when the toast under it leaves: the focus goes to the toast that took
 * its place, and from the last one back to where it came from. It is never taken from elsewhere.
 */
export function useKeptFocus(
  region: { readonly current: HTMLElement | null },
  onLost: () => void,
): KeptFocus {
  const origin = useRef<HTMLElement | null>(null);
  // Read while drawing: the toast that is about to leave is still there.
  const indexBefore = focusedIndex(region.current);

  useLayoutEffect(() => {
    const element = region.current;
    if (indexBefore === null || !element || focusedIndex(element) !== null) return;
    const buttons = element.querySelectorAll<HTMLElement>('.toast-dismiss');
    const next = buttons[Math.min(indexBefore, buttons.length - 1)];
    if (next) next.focus();
    else {
      origin.current?.focus();
      onLost();
    }
  });

  return {
    enter(from) {
      if (from instanceof HTMLElement && !region.current?.contains(from)) origin.current = from;
    },
  };
}

/** Which toast has the focus, counted from the newest; null when it is elsewhere. */
function focusedIndex(region: HTMLElement | null): number | null {
  const focused = document.activeElement;
  if (!region || !focused || !region.contains(focused)) return null;
  const toasts = [...region.querySelectorAll('[data-alert]')];
  return Math.max(
    0,
    toasts.findIndex((toast) => toast.contains(focused)),
  );
}
