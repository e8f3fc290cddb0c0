import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { activeTab } from '../state/layout.ts';
import type { Tab } from '../state/layout.ts';

/** As in `layout.css`: from here on all parts of the page are shown at once. */
const everything = matchMedia('(min-width: 768px)');
const hasRoom = signal(everything.matches);
everything.addEventListener('change', () => (hasRoom.value = everything.matches));

/**
 * Whether a part of the page is shown or has been. Until then nothing of it is drawn: a phone that
 * shows the watchlist has no work with four other parts.
 */
export function useWasShown(tab: Tab): boolean {
  const wasShown = useRef(false);
  if (hasRoom.value || activeTab.value === tab) wasShown.current = true;
  return wasShown.current;
}
