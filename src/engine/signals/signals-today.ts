/**
 * What was signalled since local midnight, however much that is: memory holds no more alerts than the
 * user has set. Counted as alerts are raised, and begun with those that are stored.
 */
import type { Clock } from '../../binance/ports.ts';
import type { Alert } from '../../domain/alert.ts';
import type { SignalStatistics } from '../../protocol/market-state.ts';
import type { AlertManager } from '../alerts/alert-manager.ts';
import { signalStatistics } from './signal-statistics.ts';

export interface SignalsToday {
  statistics(): SignalStatistics;
  dispose(): void;
}

/** As many as a day may have before the database is asked in vain for more. */
const MOST_STORED = 10_000;

export function createSignalsToday(parts: {
  readonly clock: Clock;
  readonly alerts: Pick<AlertManager, 'olderThan' | 'observe'>;
  /** Local midnight before `time`. */
  readonly startOfDay: (time: number) => number;
}): SignalsToday {
  const { clock, alerts, startOfDay } = parts;
  const today = new Map<string, Alert>();
  let day = startOfDay(clock.now());
  /** Null where it has to be found anew. */
  let known: SignalStatistics | null = null;

  const add = (raised: readonly Alert[]): void => {
    for (const alert of raised) today.set(alert.id, alert);
    known = null;
  };

  const turnPage = (): void => {
    const now = startOfDay(clock.now());
    if (now === day) return;
    day = now;
    for (const [id, { createdAt }] of today) if (createdAt < day) today.delete(id);
    known = null;
  };

  const stop = alerts.observe(({ type, alerts: told }) => {
    if (type === 'raised') add(told);
  });
  void alerts.olderThan(clock.now(), MOST_STORED, { since: day }).then((stored) => {
    add(stored.alerts);
  });

  return {
    statistics() {
      turnPage();
      known ??= signalStatistics([...today.values()], day);
      return known;
    },
    dispose: stop,
  };
}
