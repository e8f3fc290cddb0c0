import type { Delivery } from '../../protocol/delivery.ts';

/**
 * Hands deliveries (ring now) from the engine to whoever rings. They are facts, not state: each is
 * handed over exactly once, and those that come before anyone listens wait.
 */
type Listener = (delivery: Delivery) => void;

const MOST_WAITING = 100;

let listener: Listener | null = null;
const waiting: Delivery[] = [];

/** Sets who rings; only one does. Returns the function that stops it. */
export function onDelivery(next: Listener): () => void {
  listener = next;
  for (const delivery of waiting.splice(0)) next(delivery);
  return () => {
    if (listener === next) listener = null;
  };
}

export function deliver(delivery: Delivery): void {
  if (listener) listener(delivery);
  else if (waiting.length < MOST_WAITING) waiting.push(delivery);
}
