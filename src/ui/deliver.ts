/**
 * Rings for what the engine says is due.
 *
 * Guarantees: an alert rings once, however often it is told; every delivery is confirmed as soon as it
 * rings, also one that nothing can be shown for (its toast and its history row are there, and ringing
 * for it hours later would mislead), and before the browser has shown it, which may take its time; one
 * whose time is over is left alone: another page may have rung; a failure of one channel never stops
 * another.
 */
import type { DeliveryChoice } from '../domain/signal.ts';
import { deliveryIds, LONGEST_PATIENCE_MS } from '../protocol/delivery.ts';
import type { Delivery } from '../protocol/delivery.ts';
import type { Notifier } from './notify/notifier.ts';
import type { Bell } from './sound/bell.ts';

export interface DeliverPorts {
  readonly bell: Pick<Bell, 'ring'>;
  readonly notifier: Pick<Notifier, 'notify'>;
  /** The time of day, epoch milliseconds, as the worker reads it. */
  now(): number;
  /** Tells the engine that these alerts were told. */
  confirm(ids: readonly string[]): void;
}

/** As many alerts as are remembered to have rung; the engine remembers the rest. */
export const REMEMBERED = 10_000;

/** The function to call for each `deliveryDue`. */
export function createDeliver(ports: DeliverPorts): (delivery: Delivery, until: number) => void {
  const told = new Set<string>();

  const remember = (ids: readonly string[]): void => {
    for (const id of ids) told.add(id);
    for (const oldest of told) {
      if (told.size <= REMEMBERED) break;
      told.delete(oldest);
    }
  };

  return (delivery, until) => {
    const left = until - ports.now();
    if (left <= 0 || left > LONGEST_PATIENCE_MS) return;
    const ids = deliveryIds(delivery);
    const due = withoutTold(delivery, told);
    remember(ids);
    if (due) {
      const { sound = true, notification = true } = channelsOf(due);
      const isRung = sound && ports.bell.ring(due) === 'rung';
      const silent = isRung || !sound;
      if (notification) void ports.notifier.notify(due, { silent });
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
