/**
 * Which page rings. Guarantees: each delivery goes to one page, one that is seen if any is; when that
 * page goes before it has confirmed, another one rings instead; while there is none, it waits.
 */
import { deliveryIds } from '../../protocol/delivery.ts';
import type { Delivery } from '../../protocol/delivery.ts';
import type { View } from '../view/view.ts';

export interface DeliveryRoute {
  deliver(delivery: Delivery): void;
  confirm(ids: readonly string[]): void;
  opened(): void;
  closed(view: View): void;
}

/** So many unconfirmed deliveries are remembered. */
const MOST_PENDING = 1_000;

export function createDeliveryRoute(foremost: () => View | undefined): DeliveryRoute {
  /** With the page that was told; none where there was no page. */
  const pending = new Map<Delivery, View | undefined>();

  const hand = (delivery: Delivery): void => {
    const view = foremost();
    pending.set(delivery, view);
    view?.post({ type: 'deliveryDue', delivery });
    for (const oldest of pending.keys()) {
      if (pending.size <= MOST_PENDING) return;
      pending.delete(oldest);
    }
  };

  const handAgain = (isOrphan: (view: View | undefined) => boolean): void => {
    const orphans = [...pending].filter(([, view]) => isOrphan(view));
    for (const [delivery] of orphans) hand(delivery);
  };

  return {
    deliver: hand,
    confirm(ids) {
      for (const delivery of pending.keys()) {
        if (deliveryIds(delivery).some((id) => ids.includes(id))) pending.delete(delivery);
      }
    },
    opened: () => handAgain((view) => view === undefined),
    closed: (gone) => handAgain((view) => view === gone),
  };
}
