import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RefObject } from 'preact';
import { isPageSeen } from '../state/sight.ts';

/**
 * Whether an element is on the screen: not scrolled away, not on a part of the page that is not
 * shown, and not on a hidden page.
 */
export function useIsSeen(place: RefObject<Element | null>): ReadonlySignal<boolean> {
  const isInView = useSignal(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      isInView.value = entries.at(-1)?.isIntersecting ?? false;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, isInView]);
  return useComputed(() => isInView.value && isPageSeen.value);
}
