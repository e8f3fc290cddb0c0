import { isMatch } from '../../domain/alert-filter.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import { mergeAlerts } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import type { AlertChange, StoredAlerts } from '../alerts/alert-store.ts';

/** More than this is not kept for a database that is away: the oldest are given up, and counted. */
export const MOST_UNSAVED = 10_000;
/** Of the alerts that are stored, the newest are kept in memory too: a new database gets them. */
const MOST_RECENT = 1_000;

/** What the database lacks of one alert. */
export interface Unsaved {
  readonly id: string;
  /** As it is to be; undefined where only its row in the database says that. */
  readonly alert: Alert | undefined;
  /** To be made in that row, one after the other. */
  readonly changes: readonly AlertChange[];
}

/** The alerts that memory holds for the database, and in its place. */
export interface HeldAlerts {
  /** How many alerts and changes could not be kept. */
  readonly givenUp: number;
  get(id: string): Alert | undefined;
  /** It is in the database. */
  remember(alert: Alert): void;
  /** To be stored. */
  hold(alert: Alert): void;
  /** To be made in the database; answers the alerts that are known, as they are now. */
  holdChange(ids: readonly string[], change: AlertChange): readonly Alert[];
  isUnsaved(id: string): boolean;
  unsaved(): readonly Unsaved[];
  /** Unless there is more to be saved by now. */
  noteSaved(saved: readonly Unsaved[]): void;
  holdAll(): void;
  newest(limit: number, before: number, filter: AlertFilter): readonly Alert[];
  /** What the database answered, with what it lacks. */
  complete(page: StoredAlerts, limit: number, before: number, filter: AlertFilter): StoredAlerts;
}

export function createHeldAlerts(): HeldAlerts {
  const unsaved = new Map<string, Unsaved>();
  const recent = new Map<string, Alert>();
  let givenUp = 0;

  const changed = (alert: Alert, change: AlertChange): Alert =>
    mergeAlerts(alert, { ...alert, ...change });

  const put = (entry: Unsaved): void => {
    unsaved.set(entry.id, entry);
    if (unsaved.size <= MOST_UNSAVED) return;
    const [oldest] = unsaved.keys();
    if (oldest !== undefined) unsaved.delete(oldest);
    givenUp++;
  };

  const remember = (alert: Alert): void => {
    const known = recent.get(alert.id);
    recent.delete(alert.id);
    // A row that was read has texts of its own: those at hand are shared with rules and others.
    recent.set(alert.id, known ? mergeAlerts(known, alert) : alert);
    const [oldest] = recent.keys();
    if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  };

  const hold = (alert: Alert): void => {
    const known = unsaved.get(alert.id);
    const merged = known?.alert ? mergeAlerts(known.alert, alert) : alert;
    const kept = (known?.changes ?? []).reduce(changed, merged);
    put({ id: alert.id, alert: kept, changes: [] });
  };

  const get = (id: string): Alert | undefined => unsaved.get(id)?.alert ?? recent.get(id);

  const holdOneChange = (id: string, change: AlertChange): Alert | undefined => {
    const known = get(id);
    if (known) {
      const alert = changed(known, change);
      if (recent.has(id)) recent.set(id, alert);
      put({ id, alert, changes: [] });
      return alert;
    }
    put({ id, alert: undefined, changes: [...(unsaved.get(id)?.changes ?? []), change] });
    return undefined;
  };

  const newest = (limit: number, before: number, filter: AlertFilter): readonly Alert[] => {
    const held = new Map(recent);
    for (const { id, alert } of unsaved.values()) if (alert) held.set(id, alert);
    return firstPage([...held.values()], limit, before, filter);
  };

  return {
    get givenUp() {
      return givenUp;
    },
    get,
    remember,
    hold,
    holdChange: (ids, change) => ids.flatMap((id) => holdOneChange(id, change) ?? []),
    isUnsaved: (id) => unsaved.has(id),
    unsaved: () => [...unsaved.values()],
    noteSaved(saved) {
      for (const entry of saved) {
        if (unsaved.get(entry.id) === entry) unsaved.delete(entry.id);
        if (entry.alert) remember(entry.alert);
      }
    },
    holdAll() {
      for (const alert of recent.values()) if (!unsaved.has(alert.id)) hold(alert);
    },
    newest,
    complete(page, limit, before, filter) {
      if (unsaved.size === 0) return page;
      const alerts = new Map(page.alerts.map((alert) => [alert.id, alert]));
      const oldest =
        page.older === 'none' ? -Infinity : (page.alerts.at(-1)?.createdAt ?? Infinity);
      for (const { id, alert, changes } of unsaved.values()) {
        const stored = alerts.get(id);
        if (stored && alert) alerts.set(id, mergeAlerts(stored, alert));
        else if (stored) alerts.set(id, changes.reduce(changed, stored));
        else if (alert && alert.createdAt >= oldest) alerts.set(id, alert);
      }
      const kept = firstPage([...alerts.values()], limit, before, filter);
      const older = kept.length < alerts.size && page.older === 'none' ? 'some' : page.older;
      return { alerts: kept, faults: page.faults, older };
    },
  };
}

/** As `AlertStore.newest` says. */
function firstPage(
  alerts: readonly Alert[],
  limit: number,
  before: number,
  filter: AlertFilter,
): readonly Alert[] {
  const matching = alerts
    .filter((alert) => alert.createdAt <= before && isMatch(alert, filter))
    .toSorted((a, b) => b.createdAt - a.createdAt);
  const older = matching.filter(({ createdAt }) => createdAt < before);
  const last = limit > 0 ? (older[limit - 1]?.createdAt ?? -Infinity) : before;
  return matching.filter(({ createdAt }) => createdAt >= last);
}
