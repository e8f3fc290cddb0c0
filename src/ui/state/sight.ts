/** Whether anybody sees what the page draws. */
import { computed, signal } from '@preact/signals';

/** The page itself: its tab is in front. */
export const isPageSeen = signal(true);

/** The small window on top of all others that shows the market, whichever tab is in front. */
export const monitor = signal<Window | null>(null);

export const isSeen = computed(() => isPageSeen.value || monitor.value !== null);

export function followSight(page: Document): void {
  const look = () => {
    isPageSeen.value = page.visibilityState === 'visible';
  };
  look();
  page.addEventListener('visibilitychange', look);
}
