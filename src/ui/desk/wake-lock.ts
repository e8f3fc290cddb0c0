/**
 * Desk mode: the screen stays on while the page is seen. Guarantee: a lock that the browser takes back
 * (a hidden page, a low battery) is asked for again when the page is seen again, for as long as the user
 * wants it.
 */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** The part of the Screen Wake Lock API that is needed. */
export interface ScreenLock {
  release(): Promise<void>;
  addEventListener(type: 'release', listener: () => void): void;
}

export interface WakeLockPorts {
  /** Null where the browser cannot. Rejects where it will not now. */
  readonly request: (() => Promise<ScreenLock>) | null;
  readonly isPageSeen: ReadonlySignal<boolean>;
}

export interface DeskMode {
  /** `refused`: wanted, but the browser will not; `paused`: wanted, while the page is hidden. */
  readonly state: ReadonlySignal<'unsupported' | 'off' | 'on' | 'paused' | 'refused'>;
  toggle(): Promise<void>;
}

export function createDeskMode({ request, isPageSeen }: WakeLockPorts): DeskMode {
  const isWanted = signal(false);
  const isHeld = signal(false);
  const isRefused = signal(false);
  let lock: ScreenLock | undefined;

  const acquire = async (): Promise<void> => {
    if (!request || !isWanted.peek() || isHeld.peek() || !isPageSeen.peek()) return;
    try {
      const next = await request();
      if (!isWanted.peek()) return await next.release();
      lock = next;
      isHeld.value = true;
      isRefused.value = false;
      next.addEventListener('release', () => {
        if (lock === next) isHeld.value = false;
      });
    } catch {
      // The state says so; the browser gives no reason that would help.
      isRefused.value = true;
    }
  };
  isPageSeen.subscribe(() => void acquire());

  return {
    state: computed(() => {
      if (!request) return 'unsupported';
      if (!isWanted.value) return 'off';
      if (isHeld.value) return 'on';
      return isRefused.value ? 'refused' : 'paused';
    }),
    async toggle() {
      isWanted.value = !isWanted.peek();
      isRefused.value = false;
      if (isWanted.peek()) return acquire();
      isHeld.value = false;
      await lock?.release();
      lock = undefined;
    },
  };
}
