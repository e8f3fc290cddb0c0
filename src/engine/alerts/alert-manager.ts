/**
 * The life of alerts. Guarantees:
 * - an alert exists once, however often it is created: its id is derived from the signal;
 * - it is stored before anyone is told of it, or in memory's care where that has to wait (`AlertStore`);
 * - its state only goes forward, whichever account of it comes last, memory's or the store's;
 * - memory holds at most `historySize` alerts, the first in leave first.
 */
import { isMatch } from '../../domain/alert-filter.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import { mergeAlerts } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { parseAlert } from '../../domain/parse-alert.ts';
import { accept } from '../../domain/result.ts';
import type { Fault, Result } from '../../domain/result.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import { createObservers } from '../../binance/observers.ts';
import type { AlertChange, AlertStore, StoredAlerts } from './alert-store.ts';

export interface AlertLimits {
  readonly historySize: number;
  readonly notificationTimeoutMs: number;
}

/** A new alert as its maker knows it; the manager adds its life. */
export type AlertDraft = Omit<Alert, 'createdAt' | 'status' | 'dismissedAt' | 'announcedAt'>;

export interface AlertFact {
  /** `raised` once per alert in this tab; `changed` for everything after. */
  readonly type: 'raised' | 'changed';
  readonly alerts: readonly Alert[];
}

export interface AlertManagerStatus {
  readonly total: number;
  readonly active: number;
  readonly dismissed: number;
  readonly expired: number;
  readonly observerFaults: number;
}

export interface AlertManager {
  /**
   * Takes in what the store holds from earlier and expires what is overdue; raises nothing. Answers
   * what could not be read.
   */
  restore(): Promise<readonly Fault[]>;
  /** Idempotent: a second creation answers the first alert and tells nobody. */
  create(draft: AlertDraft): Promise<Result<Alert>>;
  /** False where there is no such active alert. */
  dismiss(id: string): Promise<boolean>;
  dismissAll(): Promise<number>;
  /** Marks alerts as told. */
  markAnnounced(ids: readonly string[]): Promise<void>;
  /** Turns active alerts older than the timeout into expired ones; also done by itself, on time. */
  expire(): Promise<number>;
  get(id: string): Alert | undefined;
  active(): readonly Alert[];
  /** Newest first, out of memory. */
  history(limit?: number, filter?: AlertFilter): readonly Alert[];
  /** Stored alerts created up to `before`, newest first: `AlertStore.newest` says which. */
  olderThan(before: number, limit: number, filter?: AlertFilter): Promise<StoredAlerts>;
  observe(observer: (fact: AlertFact) => void): () => void;
  setLimits(limits: AlertLimits): void;
  status(): AlertManagerStatus;
  dispose(): void;
}

export function createAlertManager(options: {
  readonly clock: Clock;
  readonly store: AlertStore;
  readonly limits: AlertLimits;
}): AlertManager {
  const { clock, store } = options;
  let limits = options.limits;
  /** In the order in which they came. */
  const alerts = new Map<string, Alert>();
  const creations = new Map<string, Promise<Result<Alert>>>();
  let expiryTimer: Timer | undefined;
  let observerFaults = 0;
  const observers = createObservers<[AlertFact]>(() => observerFaults++);

  const remember = (alert: Alert): void => {
    alerts.set(alert.id, alert);
    trim();
  };

  const trim = (): void => {
    for (const id of alerts.keys()) {
      if (alerts.size <= limits.historySize) return;
      alerts.delete(id);
    }
  };

  const scheduleExpiry = (): void => {
    expiryTimer?.cancel();
    const oldest = Math.min(...active().map((alert) => alert.createdAt));
    if (!Number.isFinite(oldest)) return;
    const left = oldest + limits.notificationTimeoutMs - clock.now();
    const dueIn = Math.min(Math.max(0, left), limits.notificationTimeoutMs);
    expiryTimer = clock.setTimer(() => void expireUpTo(oldest), dueIn);
  };

  const active = (): Alert[] => [...alerts.values()].filter(({ status }) => status === 'ACTIVE');

  /** An age beyond the timeout either way: the clock may have been set back since. */
  const isOverdue = ({ createdAt }: Alert): boolean =>
    Math.abs(clock.now() - createdAt) >= limits.notificationTimeoutMs;

  /** An alert that left memory while it was active expires unseen. */
  const asOfNow = (alert: Alert): Alert =>
    isOverdue(alert) ? mergeAlerts(alert, { ...alert, status: 'EXPIRED' }) : alert;

  /** What the store can be asked for: of a row that says `ACTIVE` only its age tells whether it is. */
  const storedFilter = (filter: AlertFilter): AlertFilter => {
    const { status, ...others } = filter;
    if (status === undefined || status === 'DISMISSED') return filter;
    if (status === 'EXPIRED') return others;
    const since = clock.now() - limits.notificationTimeoutMs;
    return { ...others, since: Math.max(since, filter.since ?? since) };
  };

  /** Changes alerts in memory at once and in the store, then tells them as they are by then. */
  const change = async (wantedIds: readonly string[], wanted: AlertChange): Promise<number> => {
    const ids = [...new Set(wantedIds)];
    if (ids.length === 0) return 0;
    const changed = new Map<string, Alert>();
    const apply = (id: string, account: Alert): void => {
      const known = alerts.get(id);
      const alert = mergeAlerts(known ?? account, account);
      if (known) alerts.set(id, alert);
      changed.set(id, alert);
    };
    for (const id of ids) {
      const known = alerts.get(id);
      if (known) apply(id, { ...known, ...wanted });
    }
    for (const row of await store.change(ids, wanted)) apply(row.id, row);
    const told = [...changed.values()].map((alert) => alerts.get(alert.id) ?? alert);
    if (told.length > 0) observers.tell({ type: 'changed', alerts: told });
    scheduleExpiry();
    return told.length;
  };

  const raise = async (alert: Alert): Promise<Result<Alert>> => {
    const kept = await store.add(alert);
    remember(kept);
    observers.tell({ type: 'raised', alerts: [kept] });
    scheduleExpiry();
    return accept(kept);
  };

  /** `createdUpTo`: a timer has measured that alerts as old as that are overdue. */
  const expireUpTo = async (createdUpTo: number): Promise<number> => {
    const ids = active()
      .filter((alert) => alert.createdAt <= createdUpTo || isOverdue(alert))
      .map(({ id }) => id);
    if (ids.length === 0) scheduleExpiry();
    return change(ids, { status: 'EXPIRED' });
  };

  const dismissEach = (ids: readonly string[]): Promise<number> =>
    change(ids, { status: 'DISMISSED', dismissedAt: clock.now() });

  return {
    async restore() {
      const { alerts: rows, faults } = await store.newest(limits.historySize);
      for (const alert of rows.toReversed()) remember(alert);
      await expireUpTo(-Infinity);
      return faults;
    },
    create(draft) {
      const known = alerts.get(draft.id);
      if (known) return Promise.resolve(accept(known));
      const underway = creations.get(draft.id);
      if (underway) return underway;
      const parsed = parseAlert({
        ...draft,
        createdAt: clock.now(),
        status: 'ACTIVE',
        dismissedAt: null,
        announcedAt: null,
      });
      if (!parsed.ok) return Promise.resolve(parsed);
      const creation = raise(parsed.value).finally(() => creations.delete(draft.id));
      creations.set(draft.id, creation);
      return creation;
    },
    async dismiss(id) {
      if (alerts.get(id)?.status !== 'ACTIVE') return false;
      return (await dismissEach([id])) > 0;
    },
    dismissAll: () => dismissEach(active().map(({ id }) => id)),
    async markAnnounced(ids) {
      await change(ids, { announcedAt: clock.now() });
    },
    expire: () => expireUpTo(-Infinity),
    get: (id) => alerts.get(id),
    active: () => active().toReversed(),
    history(limit = limits.historySize, filter = {}) {
      const matching = [...alerts.values()].filter((alert) => isMatch(alert, filter));
      const newestFirst = matching.toReversed().toSorted((a, b) => b.createdAt - a.createdAt);
      return newestFirst.slice(0, Math.max(0, limit));
    },
    async olderThan(before, limit, filter = {}) {
      const faults: Fault[] = [];
      for (let upTo = before; ;) {
        const rows = await store.newest(limit, upTo, storedFilter(filter));
        faults.push(...rows.faults);
        const current = rows.alerts.map(asOfNow).filter((alert) => isMatch(alert, filter));
        const last = rows.alerts.at(-1);
        if (current.length > 0 || rows.older !== 'some' || !last) {
          return { alerts: current, faults, older: rows.older };
        }
        // Between two milliseconds there is none.
        upTo = last.createdAt - 0.5;
      }
    },
    observe: observers.add,
    setLimits(next) {
      limits = next;
      trim();
      scheduleExpiry();
    },
    status() {
      const count = (status: Alert['status']) =>
        [...alerts.values()].filter((alert) => alert.status === status).length;
      return {
        total: alerts.size,
        active: count('ACTIVE'),
        dismissed: count('DISMISSED'),
        expired: count('EXPIRED'),
        observerFaults,
      };
    },
    dispose: () => expiryTimer?.cancel(),
  };
}
