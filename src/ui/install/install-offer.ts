import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Platform } from './platform.ts';

/** Chromium's event, fired when the site can be installed and is not. */
export interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** `manual`: the browser has no prompt; the user does it through the Share menu (iOS). */
export type InstallState = 'hidden' | 'offered' | 'manual';

export interface InstallOffer {
  readonly state: ReadonlySignal<InstallState>;
  readonly failure: ReadonlySignal<string | null>;
  /** Shows the browser's own dialog. Call it only from a click. Never rejects. */
  install(): Promise<void>;
}

/** Follows whether the app can be installed; the button is hidden where it is or cannot be. */
export function createInstallOffer(
  target: Pick<EventTarget, 'addEventListener'>,
  { isInstalled, isIos }: Platform,
): InstallOffer {
  const state = signal<InstallState>(isIos && !isInstalled ? 'manual' : 'hidden');
  const failure = signal<string | null>(null);
  let offer: InstallPromptEvent | null = null;

  target.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own banner would come at a moment of its choosing.
    event.preventDefault();
    if (!isInstallPrompt(event)) return;
    offer = event;
    state.value = 'offered';
  });
  target.addEventListener('appinstalled', () => {
    offer = null;
    state.value = 'hidden';
  });

  return {
    state,
    failure,
    async install() {
      const event = offer;
      if (event === null) return;
      // An event serves once; the browser fires a new one if the user declines.
      offer = null;
      state.value = 'hidden';
      try {
        await event.prompt();
        failure.value = null;
      } catch (error) {
        failure.value = String(error);
      }
    },
  };
}

function isInstallPrompt(event: Event): event is InstallPromptEvent {
  return 'prompt' in event && typeof event.prompt === 'function';
}
