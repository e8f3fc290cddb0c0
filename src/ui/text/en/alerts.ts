import type { Side } from '../../../domain/signal.ts';
import { SIDES } from './labels.ts';
import { plural } from './plural.ts';

/** English: what is said of alerts as they come. */
export const ALERTS = {
  title: 'Alerts',
  dismiss: 'Dismiss',
  dismissAll: 'Clear all',
  strength: 'Strength',
  /** What a screen reader says of one alert. */
  spoken: (side: Side, symbol: string, price: string, rule: string, interval: string) =>
    `${SIDES[side]} ${symbol} at ${price}: ${rule}, ${interval}.`,
  spokenMore: (total: number, buy: number, sell: number) =>
    `${plural(total, 'more alert')}: ${buy} buy, ${sell} sell.`,
};
