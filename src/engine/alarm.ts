/** From signals to what the user is told: raises alerts, and has them told. */
import { shiftOpenTime } from '../domain/interval.ts';
import type { Fault } from '../domain/result.ts';
import type { TradingSignal } from '../domain/signal.ts';
import type { Clock } from '../binance/ports.ts';
import type { Delivery } from '../protocol/delivery.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import { createAlertManager } from './alerts/alert-manager.ts';
import type { AlertFact, AlertLimits, AlertManager } from './alerts/alert-manager.ts';
import type { AlertStore } from './alerts/alert-store.ts';
import { createDeliveryDesk } from './delivery/delivery-desk.ts';
import { alertDraft } from './signals/alert-draft.ts';

/** What a candle says is old news when it closed longer ago than this. */
const NEWS_MS = 60_000;

export interface Alarm {
  readonly alerts: AlertManager;
  /** No alert is on its way to the store. */
  readonly isSettled: boolean;
  /** Stored alerts that could not be read. */
  readonly faults: readonly Fault[];
  /** `exchangeTime`: the exchange's clock now, by which lateness is judged; 0 where it is not known. */
  raise(signals: readonly TradingSignal[], exchangeTime: number): void;
  setLimits(limits: AlertLimits): void;
  /** Tells what is due, and whatever becomes due from now on. */
  begin(): void;
  /** Tells what was held back while this tab was not sure to be the one that tells. */
  tell(): void;
  dispose(): void;
}

export async function createAlarm(parts: {
  readonly clock: Clock;
  readonly store: AlertStore;
  readonly limits: AlertLimits;
  /** To every page. */
  readonly tell: (event: EngineEvent) => void;
  /** To the page that rings. */
  readonly deliver: (delivery: Delivery) => void;
  readonly isSure: () => boolean;
}): Promise<Alarm> {
  const { clock, store, limits, tell, deliver, isSure } = parts;
  const alerts = createAlertManager({ clock, store, limits });
  const faults = await alerts.restore();
  /** Memory's are not all: more alerts may have come since, or the clock was set back. */
  const untold = await store.untold();
  const desk = createDeliveryDesk({ clock, deliver, isSure });

  /** Each on its own: where one fails, the other is told all the same. */
  const show = (fact: AlertFact): void => tell({ type: 'alertsChanged', alerts: fact.alerts });
  const ring = (fact: AlertFact): void => {
    if (fact.type === 'raised') return desk.submit(fact.alerts);
    const settled = fact.alerts.filter(
      ({ announcedAt, status }) => announcedAt !== null || status === 'DISMISSED',
    );
    desk.withdraw(settled.map(({ id }) => id));
  };

  let underWay = 0;
  const raiseOne = async (signal: TradingSignal, late: boolean): Promise<void> => {
    underWay += 1;
    const created = await alerts.create(alertDraft(signal, late));
    underWay -= 1;
    if (!created.ok) tell({ type: 'refused', faults: created.faults });
  };

  return {
    alerts,
    get isSettled() {
      return underWay === 0;
    },
    faults,
    raise(signals, exchangeTime) {
      for (const signal of signals) {
        const closeTime = shiftOpenTime(signal.interval, signal.candleOpenTime, 1) - 1;
        // Before the exchange has told its time, only a catch-up can be under way: late.
        const isOld = exchangeTime === 0 || exchangeTime - closeTime > NEWS_MS;
        void raiseOne(signal, isOld);
      }
    },
    setLimits: alerts.setLimits,
    begin() {
      alerts.observe(show);
      alerts.observe(ring);
      desk.submit(untold);
      desk.submit(alerts.history());
    },
    tell: desk.tell,
    dispose() {
      desk.dispose();
      alerts.dispose();
    },
  };
}
