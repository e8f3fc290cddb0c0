/** From signals to what the user is told: raises alerts, elects the tab that rings, rings. */
import type { Alert } from '../domain/alert.ts';
import { shiftOpenTime } from '../domain/interval.ts';
import type { Fault } from '../domain/result.ts';
import type { TradingSignal } from '../domain/signal.ts';
import type { Delivery, Limitation } from '../protocol/messages.ts';
import type { Settings } from '../protocol/settings.ts';
import { createAlertManager } from './alerts/alert-manager.ts';
import type { AlertFact, AlertManager } from './alerts/alert-manager.ts';
import { createDeliveryDesk } from './delivery/delivery-desk.ts';
import { electLeader } from './delivery/leadership.ts';
import { createTabChannel } from './delivery/tab-channel.ts';
import type { TabChannel } from './delivery/tab-channel.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { CandleOrigin } from './market/series-keeper.ts';
import { alertDraft } from './signals/alert-draft.ts';
import type { Storage } from './storage.ts';

/** A candle that was caught up with is old news when it closed longer ago than this. */
const NEWS_MS = 60_000;

export interface Alarm {
  readonly alerts: AlertManager;
  /** Stored alerts that could not be read. */
  readonly faults: readonly Fault[];
  readonly isDelivering: boolean;
  /**
   * `exchangeTime`: the exchange's clock now, by which lateness is judged where the candles were
   * caught up with.
   */
  raise(signals: readonly TradingSignal[], origin: CandleOrigin, exchangeTime: number): void;
  setSettings(settings: Settings): void;
  /** Posts and rings from now on. */
  begin(): void;
}

export async function createAlarm(parts: {
  readonly ports: EnginePorts;
  readonly name: string;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly onLimitation: (limitation: Limitation) => (reason: string) => void;
}): Promise<Alarm> {
  const { ports, name, storage, settings, onLimitation } = parts;
  const { clock, post, locks, openChannel } = ports;
  const alerts = createAlertManager({
    clock,
    store: storage.alerts,
    limits: settings,
    onStorageFailure: (error) => onLimitation('storage')(String(error)),
  });
  const faults = await alerts.restore();
  const desk = createDeliveryDesk({
    clock,
    deliver: (delivery: Delivery) => post({ type: 'deliveryDue', delivery }, []),
  });

  let channel: TabChannel | undefined;
  let isMerging = false;
  const merge = (others: readonly Alert[]): void => {
    isMerging = true;
    alerts.merge(others);
    isMerging = false;
  };
  /** Each on its own: where one fails, the others are told all the same. */
  const show = (fact: AlertFact): void => post({ type: 'alertsChanged', alerts: fact.alerts }, []);
  const tellTabs = (fact: AlertFact): void => {
    if (!isMerging) channel?.tell(fact.alerts);
  };
  const ring = (fact: AlertFact): void => {
    if (fact.type === 'raised') desk.submit(fact.alerts);
    else {
      const settled = fact.alerts.filter(
        ({ announcedAt, status }) => announcedAt !== null || status === 'DISMISSED',
      );
      desk.withdraw(settled.map(({ id }) => id));
    }
  };

  const raiseOne = async (signal: TradingSignal, late: boolean): Promise<void> => {
    const created = await alerts.create(alertDraft(signal, late));
    if (!created.ok) post({ type: 'refused', faults: created.faults }, []);
  };

  /** Another tab may have told what this one still holds for untold: the store knows. */
  const lead = async (): Promise<void> => {
    const newest = await alerts.olderThan(Infinity, settings.historySize);
    merge(newest.alerts.toReversed());
    desk.lead();
  };

  return {
    alerts,
    faults,
    get isDelivering() {
      return desk.isLeading;
    },
    raise(signals, origin, exchangeTime) {
      for (const signal of signals) {
        const closeTime = shiftOpenTime(signal.interval, signal.candleOpenTime, 1) - 1;
        // Before the exchange has told its time, only a first catch-up can be under way: late.
        const isOld = exchangeTime === 0 || exchangeTime - closeTime > NEWS_MS;
        const late = origin === 'catch-up' && isOld;
        void raiseOne(signal, late);
      }
    },
    setSettings: alerts.setLimits,
    begin() {
      for (const observer of [show, tellTabs, ring]) alerts.observe(observer);
      desk.submit(alerts.history());
      if (openChannel) {
        channel = createTabChannel(openChannel(name), merge);
      } else onLimitation('broadcast')('this browser has no BroadcastChannel');
      electLeader({ locks, name, onLead: () => void lead(), onMissing: onLimitation('locks') });
    },
  };
}
