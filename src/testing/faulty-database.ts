import { openDatabase } from '../engine/store/database.ts';
import type { Database, OpenDatabase } from '../engine/store/database.ts';

export type DatabaseStep = 'open' | 'readAlerts' | 'writeAlerts' | 'readProfile' | 'writeProfile';

/**
 * `refuse`: as a full disk does. `break`: as a connection that the browser has lost does. `hang`: no
 * answer, ever; an opening that hangs goes through when it is repaired.
 */
export type DatabaseFault = 'refuse' | 'break' | 'hang';

export interface FaultyDatabase {
  readonly open: OpenDatabase;
  /** How often it was asked to open. */
  readonly openings: number;
  fail(fault: DatabaseFault, ...steps: readonly DatabaseStep[]): void;
  repair(): void;
}

const ERRORS: Readonly<Record<'refuse' | 'break', string>> = {
  refuse: 'QuotaExceededError',
  break: 'InvalidStateError',
};

/** A real database (`fake-indexeddb`) with faults that come and go. */
export function createFaultyDatabase(name: string): FaultyDatabase {
  const faults = new Map<DatabaseStep, DatabaseFault>();
  let repairs: (() => void)[] = [];
  let openings = 0;

  const outcome = async (fault: DatabaseFault): Promise<never> => {
    if (fault === 'hang') return new Promise<never>(() => undefined);
    throw new DOMException('made by a test', ERRORS[fault]);
  };

  const wrap = (database: Database): Database =>
    new Proxy(database, {
      get(target, property) {
        if (property === 'close') return () => target.close();
        if (property !== 'transaction') return Reflect.get(target, property, target) as unknown;
        return (stores: string | string[], mode?: IDBTransactionMode) => {
          const part = stores === 'alerts' ? 'Alerts' : 'Profile';
          const fault = faults.get(mode === 'readwrite' ? `write${part}` : `read${part}`);
          if (fault) return failingTransaction(() => outcome(fault));
          return target.transaction(stores as 'alerts', mode as 'readwrite');
        };
      },
    });

  return {
    async open(onLost) {
      openings++;
      const fault = faults.get('open');
      if (fault === 'hang') await new Promise<void>((resolve) => repairs.push(resolve));
      else if (fault) await outcome(fault);
      return wrap(await openDatabase(name, onLost));
    },
    get openings() {
      return openings;
    },
    fail(fault, ...steps) {
      for (const step of steps) faults.set(step, fault);
    },
    repair() {
      faults.clear();
      for (const goOn of repairs) goOn();
      repairs = [];
    },
  };
}

function failingTransaction(outcome: () => Promise<never>): unknown {
  const store: unknown = new Proxy(
    {},
    { get: (_, property) => (property === 'index' ? () => store : outcome) },
  );
  return {
    store,
    objectStore: () => store,
    get done() {
      return outcome();
    },
  };
}
