/**
 * What was signalled since local midnight, however much that is: memory holds no more alerts than the
 * user has set. Counted as alerts are raised, on top of those that are stored.
 */
import type { Clock } from '../../binance/ports.ts';
import type { Alert } from '../../domain/alert.ts';
import type { SignalStatistics } from '../../protocol/market-state.ts';
import type { AlertManager } from '../alerts/alert-manager.ts';

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
  let day = startOfDay(clock.now());
  let buy = 0;
  let sell = 0;
  let strengths = 0;
  const counted = new Set<string>();

  const turnPage = (): void => {
    const today = startOfDay(clock.now());
    if (today === day) return;
    day = today;
    counted.clear();
    buy = sell = strengths = 0;
  };

  const count = ({ id, createdAt, signalType, strength }: Alert): void => {
    if (createdAt < day || counted.has(id)) return;
    counted.add(id);
    if (signalType === 'BUY') buy++;
    else sell++;
    strengths += strength;
  };

  const stop = alerts.observe(({ type, alerts: told }) => {
    if (type !== 'raised') return;
    turnPage();
    told.forEach(count);
  });
  void alerts.olderThan(clock.now(), MOST_STORED, { since: day }).then((stored) => {
    stored.alerts.forEach(count);
  });

  return {
    statistics() {
      turnPage();
      const total = buy + sell;
      return { total, buy, sell, meanStrength: total > 0 ? strengths / total : null };
    },
    dispose: stop,
  };
}
