import type { Alert } from '../domain/alert.ts';
import type { Side } from '../domain/signal.ts';

/** What a page is to ring for: single alerts, or one summary for many. */
export type Delivery =
  | { readonly type: 'alert'; readonly alert: Alert }
  | {
      readonly type: 'summary';
      readonly signals: readonly SummarySignal[];
      /** Found on catch-up: told without sound. */
      readonly late: boolean;
    };

/** What a summary says of one alert. */
export interface SummarySignal {
  readonly id: string;
  readonly side: Side;
  readonly symbol: string;
  /** When its candle closed, epoch milliseconds. */
  readonly time: number;
}

/** No page is given longer to ring: what seems to have more was asked before the clock was set back. */
export const LONGEST_PATIENCE_MS = 320_000;

/** The alerts that a delivery tells of. */
export function deliveryIds(delivery: Delivery): readonly string[] {
  return delivery.type === 'alert' ? [delivery.alert.id] : delivery.signals.map(({ id }) => id);
}
