/**
 * Which page rings. Guarantees: each delivery is with one page at a time, one that is seen if any is;
 * when that page goes, or lets its time run out (it hangs, or is frozen: it then does not ring any
 * more), another one is asked, or the same again; while there is none, the delivery waits.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { deliveryIds, LONGEST_PATIENCE_MS } from '../../protocol/delivery.ts';
import type { Delivery } from '../../protocol/delivery.ts';
import type { View } from '../view/view.ts';

export interface DeliveryRoute {
  deliver(delivery: Delivery): void;
  confirm(ids: readonly string[]): void;
  opened(): void;
  closed(view: View): void;
  dispose(): void;
}

/** So many unconfirmed deliveries are remembered. */
const MOST_PENDING = 1_000;
/** What a page is given to ring at first; twice as long each time it is asked again. */
const PATIENCE_MS = 5_000;
/** Until word of a page that rang at the last moment has come. */
const WORD_MS = 1_000;

interface Attempt {
  /** The page that was asked; none where there was no page. */
  readonly view: View | undefined;
  readonly patienceMs: number;
  readonly timer: Timer | undefined;
}

export function createDeliveryRoute(parts: {
  readonly clock: Clock;
  /** The page to ask, another than this if there is one. */
  readonly foremost: (but?: View) => View | undefined;
}): DeliveryRoute {
  const { clock, foremost } = parts;
  const pending = new Map<Delivery, Attempt>();

  const settle = (delivery: Delivery): void => {
    pending.get(delivery)?.timer?.cancel();
    pending.delete(delivery);
  };

  const hand = (delivery: Delivery, patienceMs = PATIENCE_MS, but?: View): void => {
    pending.get(delivery)?.timer?.cancel();
    const view = foremost(but);
    const askAgain = (): void =>
      hand(delivery, Math.min(patienceMs * 2, LONGEST_PATIENCE_MS), view);
    const timer = view && clock.setTimer(askAgain, patienceMs + WORD_MS);
    pending.set(delivery, { view, patienceMs, timer });
    view?.post({ type: 'deliveryDue', delivery, until: clock.now() + patienceMs });
    for (const oldest of pending.keys()) {
      if (pending.size <= MOST_PENDING) return;
      settle(oldest);
    }
  };

  const handAgain = (isOrphan: (view: View | undefined) => boolean): void => {
    const orphans = [...pending].filter(([, { view }]) => isOrphan(view));
    for (const [delivery, { patienceMs }] of orphans) hand(delivery, patienceMs);
  };

  return {
    deliver: (delivery) => hand(delivery),
    confirm(ids) {
      for (const delivery of pending.keys()) {
        if (deliveryIds(delivery).some((id) => ids.includes(id))) settle(delivery);
      }
    },
    opened: () => handAgain((view) => view === undefined),
    closed: (gone) => handAgain((view) => view === gone),
    dispose() {
      for (const delivery of pending.keys()) settle(delivery);
    },
  };
}
