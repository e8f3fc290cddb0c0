/** How many alerts came while nobody looked. */
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Alert } from '../../domain/alert.ts';

export interface UnreadPorts {
  readonly alerts: ReadonlySignal<readonly Alert[]>;
  readonly isPageSeen: ReadonlySignal<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Counts alerts that were raised since the page was last seen and that nobody has dismissed: in every
 * tab, whichever of them rang. None while the page is seen.
 */
export function createUnread({ alerts, isPageSeen, now }: UnreadPorts) {
  const unseenSince = signal(Infinity);
  effect(() => {
    unseenSince.value = isPageSeen.value ? Infinity : now();
  });
  return computed(() => countSince(alerts.value, unseenSince.value));
}

/** The list is newest first. */
function countSince(alerts: readonly Alert[], since: number): number {
  let count = 0;
  for (const { createdAt, status } of alerts) {
    if (createdAt < since) break;
    if (status !== 'DISMISSED') count += 1;
  }
  return count;
}
