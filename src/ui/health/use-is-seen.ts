import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Whether an element is on the screen: not scrolled away, not on a part of the page that is not
 * shown, and not on a hidden page. Where the browser cannot tell, it counts as seen.
 */
export function useIsSeen(place: RefObject<Element | null>): ReadonlySignal<boolean> {
  const isSeen = useSignal(!canTell());
  useEffect(() => {
    const element = place.current;
    if (!element || !canTell()) return;
    let isInView = false;
    const judge = () => {
      isSeen.value = isInView && document.visibilityState === 'visible';
    };
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      judge();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', judge);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', judge);
    };
  }, [place, isSeen]);
  return isSeen;
}

function canTell(): boolean {
  return typeof IntersectionObserver === 'function';
}
