/**
 * A move of the price is lit for a moment by a change of style, and unlit by another. An animation
 * would draw sixty frames a second for it: with eight symbols that doubled the whole page's work.
 */
import { batch } from '@preact/signals';
import type { Signal } from '@preact/signals';

const LIT_MS = 400;
/** So long is waited for something else to be drawn, which unlights with it what is due. */
const PATIENCE_MS = 200;
/** Until when each is lit, the first to end first. */
const lit = new Map<Signal<boolean>, number>();

let isTimed = false;

/** Lights it now, or lets it stay lit for longer. */
export function light(isFresh: Signal<boolean>): void {
  lit.delete(isFresh);
  lit.set(isFresh, performance.now() + LIT_MS);
  isFresh.value = true;
  wait();
}

/** Ends what has been lit long enough. */
export function unlightDue(): void {
  const now = performance.now();
  for (const [isFresh, until] of lit) {
    if (until > now) return;
    isFresh.value = false;
    lit.delete(isFresh);
  }
}

/** For the first that nothing else has unlit. */
function wait(): void {
  const [first] = lit.values();
  if (isTimed || first === undefined) return;
  isTimed = true;
  setTimeout(
    () => {
      isTimed = false;
      batch(unlightDue);
      wait();
    },
    first + PATIENCE_MS - performance.now(),
  );
}
