/**
 * Rings for what the engine says is due.
 *
 * Guarantees: an alert rings once, however often it is told; every delivery is confirmed in its time,
 * also one that nothing could be shown for (its toast and its history row are there, and ringing for
 * it hours later would mislead) or whose notification the browser keeps waiting; one whose time is
 * over is left alone: another page may have rung; a failure of one channel never stops another.
 */
import type { DeliveryChoice } from '../domain/signal.ts';
import { deliveryIds } from '../protocol/delivery.ts';
import type { Delivery } from '../protocol/delivery.ts';
import type { Notifier } from './notify/notifier.ts';
import type { PageClock } from './page-clock.ts';
import type { Bell } from './sound/bell.ts';

export interface DeliverPorts {
  readonly bell: Pick<Bell, 'ring'>;
  readonly notifier: Pick<Notifier, 'notify'>;
  readonly clock: PageClock;
  /** Tells the engine that these alerts were told. */
  confirm(ids: readonly string[]): void;
}

/** As many alerts as are remembered to have rung; the engine remembers the rest. */
export const REMEMBERED = 10_000;

/** The function to call for each `deliveryDue`. Never rejects. */
export function createDeliver(
  ports: DeliverPorts,
): (delivery: Delivery, until: number) => Promise<void> {
  const told = new Set<string>();

  const remember = (ids: readonly string[]): void => {
    for (const id of ids) told.add(id);
    for (const oldest of told) {
      if (told.size <= REMEMBERED) break;
      told.delete(oldest);
    }
  };

  return async (delivery, until) => {
    const leftMs = until - ports.clock.now();
    if (leftMs <= 0) return;
    const ids = deliveryIds(delivery);
    const due = withoutTold(delivery, told);
    // Before anything is awaited: the same delivery may come again meanwhile.
    remember(ids);
    if (due) {
      const { sound = true, notification = true } = channelsOf(due);
      const isRung = sound && ports.bell.ring(due) === 'rung';
      const silent = isRung || !sound;
      if (notification) await within(ports.clock, leftMs, ports.notifier.notify(due, { silent }));
    }
    ports.confirm(ids);
  };
}

/** What of it is new; undefined where nothing is. */
function withoutTold(delivery: Delivery, told: ReadonlySet<string>): Delivery | undefined {
  if (delivery.type === 'alert') return told.has(delivery.alert.id) ? undefined : delivery;
  const signals = delivery.signals.filter(({ id }) => !told.has(id));
  return signals.length > 0 ? { ...delivery, signals } : undefined;
}

/** What its rule wants; a summary is of many rules and goes by the settings alone. */
function channelsOf(delivery: Delivery): DeliveryChoice {
  return (delivery.type === 'alert' && delivery.alert.channels) || {};
}

/** Ends with the work, or when its time is over. */
function within(clock: PageClock, ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(resolve, ms);
    work.then(() => resolve(), reject).finally(() => timer.cancel());
  });
}
