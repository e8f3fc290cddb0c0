import type { BellVoice } from './bell.ts';
import { scheduleStrokes } from './synthesize.ts';

/** Marks the sound button, whose clicks decide for themselves what they mean. */
export const SOUND_BUTTON_ATTRIBUTE = 'data-sound-button';

/** Opens the device; null where there is no Web Audio. May throw where no device would open. */
export function openBrowserVoice(): BellVoice | null {
  if (!('AudioContext' in window)) return null;
  const context = new AudioContext({ latencyHint: 'interactive' });
  // Strokes of a burst overlap: the limiter keeps their sum from clipping.
  const limiter = context.createDynamicsCompressor();
  limiter.connect(context.destination);
  return {
    get state() {
      return context.state;
    },
    get currentTime() {
      return context.currentTime;
    },
    resume: () => context.resume(),
    close: () => context.close(),
    onStateChange: (read) => context.addEventListener('statechange', read),
    schedule: (strokes, startAt) => scheduleStrokes(limiter, strokes, startAt),
  };
}

/** How long a page is given to be drawn, with what it fetches for that. */
const START_MS = 3_000;

export function afterStart(act: () => void): void {
  setTimeout(act, START_MS);
}

/**
 * Calls back on every gesture that lets a browser start sound. One on the sound button is left to
 * its own click: unlocking on its pointer-up would turn the same click into "turn sound off".
 */
export function onUnlockingGesture(react: () => void): void {
  const listen = ({ target }: Event): void => {
    const isOwnButton =
      target instanceof Element && target.closest(`[${SOUND_BUTTON_ATTRIBUTE}]`) !== null;
    if (!isOwnButton) react();
  };
  for (const type of ['pointerup', 'click', 'keydown']) {
    addEventListener(type, listen, { capture: true, passive: true });
  }
}
