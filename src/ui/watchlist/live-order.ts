/**
 * When rows in order of a live column may change places. Guarantees: at most once a second, only
 * when some quote changed, and never while the pointer is over the rows or the keyboard in them:
 * nobody can read or hit a row that moves.
 */
import { signal } from '@preact/signals';
import { quotesVersion } from '../state/quotes.ts';

export type OrderHolder = 'pointer' | 'focus' | 'menu' | 'drag';

const RESORT_MS = 1000;
const holders = new Set<OrderHolder>();
let seenVersion = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Whether the rows stay where they are. */
export const isOrderHeld = signal(false);

/** Grows whenever the order is due to be found anew; while it is followed, a clock runs. */
export const orderRevision = signal(0, {
  watched() {
    timer = setInterval(renewOrder, RESORT_MS);
  },
  unwatched() {
    clearInterval(timer);
  },
});

export function holdOrder(holder: OrderHolder, isHolding: boolean): void {
  if (isHolding) holders.add(holder);
  else holders.delete(holder);
  isOrderHeld.value = holders.size > 0;
}

function renewOrder(): void {
  const version = quotesVersion();
  if (holders.size > 0 || version === seenVersion) return;
  seenVersion = version;
  orderRevision.value += 1;
}
