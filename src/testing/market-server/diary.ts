/** What tabs leave behind for a test to look at. */
import type { Alert } from '../../domain/alert.ts';
import type { Delivery } from '../../protocol/delivery.ts';

/** The user was told of an alert. */
export interface Ring {
  readonly id: string;
  readonly tab: string;
  readonly time: number;
  readonly delivery: Delivery;
}

export interface Diary {
  /** Alerts that pages rang for. */
  readonly rings: Ring[];
  /** Alerts that engines asked pages to ring for. */
  readonly due: Ring[];
  /** Every alert that any page was shown, as it was shown last. */
  readonly alerts: Map<string, Alert>;
  /** When a tab or its worker was ended, frozen or put to sleep. */
  readonly ends: { readonly tab: string; readonly time: number }[];
  /** What never may happen: exceptions, engines that report a broken invariant. */
  readonly failures: string[];
  /** The most frames that waited in an engine, as far as it told. */
  mostQueued: number;
}

export function createDiary(): Diary {
  return { rings: [], due: [], alerts: new Map(), ends: [], failures: [], mostQueued: 0 };
}
