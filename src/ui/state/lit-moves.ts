/**
 * A move of the price is lit for a moment by a change of style, and unlit by another. An animation
 * would draw sixty frames a second for it: with eight symbols that doubled the whole page's work.
 */
import { batch } from '@preact/signals';
import type { Signal } from '@preact/signals';

const LIT_MS = 400;
const lit = new Map<Signal<boolean>, number>();

/** Lights it now, or lets it stay lit for longer. */
export function light(isFresh: Signal<boolean>): void {
  if (lit.size === 0) setTimeout(unlight, LIT_MS);
  lit.set(isFresh, performance.now() + LIT_MS);
  isFresh.value = true;
}

function unlight(): void {
  const now = performance.now();
  batch(() => {
    for (const [isFresh, until] of lit) {
      if (until > now) continue;
      isFresh.value = false;
      lit.delete(isFresh);
    }
  });
  if (lit.size > 0) setTimeout(unlight, LIT_MS / 2);
}
