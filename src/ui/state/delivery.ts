import type { Delivery } from '../../protocol/delivery.ts';

/**
 * Hands deliveries (ring now) from the engine to whoever rings. They are facts, not state: each is
 * handed over exactly once, and those that come before anyone listens wait.
 */
type Listener = (delivery: Delivery, until: number) => void;

const MOST_WAITING = 100;

let listener: Listener | null = null;
const waiting: Parameters<Listener>[] = [];

/** Sets who rings; only one does. Returns the function that stops it. */
export function onDelivery(next: Listener): () => void {
  listener = next;
  for (const due of waiting.splice(0)) next(...due);
  return () => {
    if (listener === next) listener = null;
  };
}

/** `until`: as in `deliveryDue`. */
export function deliver(...due: Parameters<Listener>): void {
  if (listener) listener(...due);
  else if (waiting.length < MOST_WAITING) waiting.push(due);
}
